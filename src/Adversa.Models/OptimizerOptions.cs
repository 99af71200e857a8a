using Adversa.Torch;
using Adversa.Torch.Optim;

namespace Adversa.Models;

/// <summary>The rule by which a player moves.</summary>
public enum OptimizerKind
{
    /// <summary>Adam.</summary>
    Adam,

    /// <summary>Adam with PyTorch's decoupled weight decay of 0.01.</summary>
    AdamW,

    /// <summary>RMSprop as PyTorch has it; β₂ is α, the decay of its mean square.</summary>
    RmsProp,

    /// <summary>The RMSprop of an old Keras tutorial: ε is 1e-7, and the rate shrinks as Keras' <c>decay</c> of 3e-4 times the rate.</summary>
    KerasRmsProp,

    /// <summary>Stochastic gradient descent; β₁ is its momentum.</summary>
    Sgd,
}

/// <summary>How one player moves.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="LearningRate">The step size, in (0, 10].</param>
/// <param name="Beta1">Adam's β₁ or SGD's momentum, in [0, 1).</param>
/// <param name="Beta2">Adam's β₂ or RMSprop's α, in [0, 1).</param>
/// <param name="ClipNorm">The joint norm of the gradients is held to at most this before each update; 0 leaves them.</param>
public sealed record OptimizerOptions(OptimizerKind Kind, double LearningRate, double Beta1, double Beta2, double ClipNorm = 0)
{
    private const double KerasDecay = 3e-4;        // the tutorial behind `atienza28` uses decay = 3e-4 times the rate for both players
    private const double KerasEps = 1e-7;

    /// <summary>Creates the optimizer.</summary>
    /// <param name="parameters">What it moves, with names.</param>
    public Optimizer Create(IEnumerable<(string Name, Tensor Tensor)> parameters) => Kind switch
    {
        OptimizerKind.Adam => new Adam(parameters, LearningRate, Beta1, Beta2),
        OptimizerKind.AdamW => new AdamW(parameters, LearningRate, Beta1, Beta2),
        OptimizerKind.RmsProp => new RmsProp(parameters, LearningRate, Beta2),
        OptimizerKind.KerasRmsProp => new RmsProp(parameters, LearningRate, Beta2, KerasEps, KerasDecay * LearningRate),
        _ => new Sgd(parameters, LearningRate, Beta1),
    };
}
