using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>ε_θ: a network that tells the noise in a sample, knowing how many steps of it there are.</summary>
public abstract class NoisePredictor : Module
{
    /// <summary>Tells the noise.</summary>
    /// <param name="x">x_t, <c>[N, ...]</c>.</param>
    /// <param name="t">The step of each sample, int64 <c>[N]</c>, from 1 on.</param>
    /// <returns>ε, of the shape of x.</returns>
    public abstract Tensor Forward(Tensor x, Tensor t);

    /// <summary>Not possible: the step is missing.</summary>
    /// <param name="x">Samples.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public sealed override Tensor Forward(Tensor x) => throw new NotSupportedException($"{GetType().Name} needs the step beside the sample: Forward(x, t).");
}
