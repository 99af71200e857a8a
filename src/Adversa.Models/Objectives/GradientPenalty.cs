using Adversa.Torch;

namespace Adversa.Models.Objectives;

/// <summary>Penalties on a critic's gradient by its input. One norm and one ε for each sample, never for the batch.</summary>
public static class GradientPenalty
{
    private const double InsideRoot = 1e-12;      // the root of 0 has no gradient

    // E (‖∇d(x̂)‖₂ - 1)²,  x̂ = εx + (1-ε)x̃,  ε ~ U[0, 1] for each sample
    /// <summary>WGAN-GP's penalty: the gradient's norm is pushed to 1 on lines between real and generated samples.</summary>
    /// <remarks>Gulrajani et al., 2017, "Improved Training of Wasserstein GANs", eq. 3 and algorithm 1 (arXiv:1704.00028).</remarks>
    /// <param name="critic">Scores samples.</param>
    /// <param name="real">Real samples, <c>[N, ...]</c>.</param>
    /// <param name="fake">Generated samples, <c>[N, ...]</c>.</param>
    /// <param name="noise">Draws ε.</param>
    /// <param name="target">The norm that costs nothing: 1.</param>
    /// <returns>A scalar, not yet weighted.</returns>
    public static Tensor Interpolated(Critic critic, Tensor real, Tensor fake, Generator noise, double target = 1)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(fake);
        var epsilon = PerSample(real, noise);
        return (Norms(critic, epsilon * real.Detach() + (1 - epsilon) * fake.Detach()) - target).Square().Mean();
    }

    // ½ E ‖∇d(x)‖²
    /// <summary>R1: penalises the critic's squared gradient at real samples, which stabilises training near the optimum.</summary>
    /// <remarks>Mescheder et al., 2018, "Which Training Methods for GANs do actually Converge?", eq. 9 (arXiv:1801.04406).
    /// The factor 1/2 is the paper's; other code folds it into the weight.</remarks>
    /// <param name="critic">Scores samples.</param>
    /// <param name="real">Real samples, <c>[N, ...]</c>.</param>
    /// <returns>A scalar, not yet weighted.</returns>
    public static Tensor R1(Critic critic, Tensor real) => 0.5 * SquaredNorms(critic, real).Mean();

    // E (‖∇d(x + δ)‖₂ - 1)²,  δ = α·½·std(x)·u,  α and u ~ U[0, 1]
    /// <summary>DRAGAN's penalty: the gradient's norm is pushed to 1 in the neighbourhood of real samples.</summary>
    /// <remarks>Kodali et al., 2017, "On Convergence and Stability of GANs", section 2.3 (arXiv:1705.07215); the perturbation is the authors' code's: uniform noise times half
    /// the standard deviation of the batch, of which every sample takes a random share α.</remarks>
    /// <param name="critic">Scores samples.</param>
    /// <param name="real">Real samples, <c>[N, ...]</c>.</param>
    /// <param name="noise">Draws the perturbation.</param>
    /// <returns>A scalar, not yet weighted.</returns>
    public static Tensor Dragan(Critic critic, Tensor real, Generator noise)
    {
        ArgumentNullException.ThrowIfNull(real);
        var x = real.Detach();
        var delta = PerSample(x, noise) * 0.5 * Ops.Var(x).Sqrt() * Tensor.Rand(x.Shape, noise);
        return (Norms(critic, x + delta) - 1).Square().Mean();
    }

    /// <summary>‖∇d(x)‖₂ of each sample.</summary>
    /// <param name="critic">Scores samples.</param>
    /// <param name="at">Where, <c>[N, ...]</c>.</param>
    /// <returns><c>[N]</c>, which can be differentiated again.</returns>
    public static Tensor Norms(Critic critic, Tensor at) => (SquaredNorms(critic, at) + InsideRoot).Sqrt();

    private static Tensor SquaredNorms(Critic critic, Tensor at)
    {
        ArgumentNullException.ThrowIfNull(critic);
        ArgumentNullException.ThrowIfNull(at);
        var x = at.Detach();
        x.RequiresGrad = true;
        var gradient = Autograd.Grad([critic(x).Sum()], [x], createGraph: true)[0];
        return gradient.Flatten(1).Square().Sum([1]);                              // [N]
    }

    /// <summary>A number in [0, 1) for each sample, shaped to broadcast.</summary>
    private static Tensor PerSample(Tensor samples, Generator noise)
    {
        var shape = new long[samples.Dims];
        Array.Fill(shape, 1);
        shape[0] = samples.Size(0);
        return Tensor.Rand(shape, noise);
    }
}
