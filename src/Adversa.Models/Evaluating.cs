using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>A network in evaluation mode until it is disposed; then its mode is as it was, also after an error.</summary>
internal readonly ref struct Evaluating
{
    private readonly Module _network;
    private readonly bool _wasTraining;

    internal Evaluating(Module network)
    {
        (_network, _wasTraining) = (network, network.IsTraining);
        network.Eval();
    }

    /// <summary>Puts the mode back.</summary>
    public void Dispose()
    {
        if (_wasTraining) _network.Train();
    }
}
