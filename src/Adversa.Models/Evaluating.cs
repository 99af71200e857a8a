using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>A network in evaluation mode without recording, until it is disposed; then both are as they were, also after an error.</summary>
internal readonly ref struct Evaluating
{
    private readonly Module _network;
    private readonly bool _wasTraining;
    private readonly GradMode _recording;

    internal Evaluating(Module network)
    {
        (_network, _wasTraining) = (network, network.IsTraining);
        network.Eval();
        _recording = Autograd.NoGrad();
    }

    /// <summary>Puts mode and recording back.</summary>
    public void Dispose()
    {
        _recording.Dispose();
        if (_wasTraining) _network.Train();
    }
}
