using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Keeps a network that is used and never learns: its weights are buffers here, and it stays in evaluation mode whatever happens around it.</summary>
public sealed class Frozen : Module
{
    private readonly Module _network;          // no child, so that neither Train() nor RequireGrad() reaches it

    /// <summary>Freezes a network; its tensors are this module's from now on.</summary>
    /// <param name="network">The network.</param>
    public Frozen(Module network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        network.Eval();
        network.RequireGrad(false);
        foreach (var (name, tensor) in network.StateDict()) Buffer(name, tensor);
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _network.Forward(x);
}
