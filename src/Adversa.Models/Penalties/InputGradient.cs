using Adversa.Torch;

namespace Adversa.Models.Penalties;

/// <summary>How steep a critic is at some samples. One norm for each sample, never for the batch; it can be differentiated again.</summary>
public static class InputGradient
{
    private const double InsideRoot = 1e-12;      // the root of 0 has no gradient

    /// <summary>‖∇d(x)‖₂ of each sample.</summary>
    /// <param name="critic">Scores samples.</param>
    /// <param name="at">Where, <c>[N, ...]</c>.</param>
    /// <returns><c>[N]</c>.</returns>
    public static Tensor Norms(Critic critic, Tensor at) => (SquaredNorms(critic, at) + InsideRoot).Sqrt();

    /// <summary>‖∇d(x)‖² of each sample.</summary>
    /// <param name="critic">Scores samples.</param>
    /// <param name="at">Where, <c>[N, ...]</c>.</param>
    /// <returns><c>[N]</c>.</returns>
    public static Tensor SquaredNorms(Critic critic, Tensor at)
    {
        ArgumentNullException.ThrowIfNull(critic);
        ArgumentNullException.ThrowIfNull(at);
        using var numbers = new PrecisionScope(Precision.Fp32);      // a small gradient, squared, does not survive a rounding of its factors
        var x = at.Detach();
        x.RequiresGrad = true;
        return SquaredNorms(critic(x), x);
    }

    /// <summary>‖∇d(x)‖² of each sample, from scores that were computed already.</summary>
    /// <param name="scores">d(x), <c>[N, 1]</c>.</param>
    /// <param name="by">x, <c>[N, ...]</c>, which required a gradient when it was scored.</param>
    /// <returns><c>[N]</c>.</returns>
    public static Tensor SquaredNorms(Tensor scores, Tensor by)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return Autograd.Grad([scores.Sum()], [by], createGraph: true)[0].Flatten(1).Square().Sum([1]);
    }

    /// <summary>A number in [0, 1) for each sample, shaped to broadcast.</summary>
    internal static Tensor Share(Tensor samples, Generator noise)
    {
        var shape = new long[samples.Dims];
        Array.Fill(shape, 1);
        shape[0] = samples.Size(0);
        return Tensor.Rand(shape, noise);
    }
}
