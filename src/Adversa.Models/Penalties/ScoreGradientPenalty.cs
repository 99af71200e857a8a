using Adversa.Torch;

namespace Adversa.Models.Penalties;

/// <summary>Which samples a penalty looks at.</summary>
public enum Side
{
    /// <summary>Those of the data: R1.</summary>
    Real,

    /// <summary>Those of the generator: R2.</summary>
    Fake,
}

/// <summary>R1 or R2 from the loss's own scores: their squared gradient by the samples as they were before augmentation. One forward pass serves loss and penalty.</summary>
/// <remarks>Huang et al., 2024, "The GAN is dead; long live the GAN!", section 2.2 (arXiv:2501.05441). <see cref="R1Penalty"/> differs: it scores real samples anew, and its
/// gradient is by the augmented sample.</remarks>
/// <param name="side">Real for R1, fake for R2.</param>
/// <param name="gamma">γ.</param>
public sealed class ScoreGradientPenalty(Side side, double gamma) : Penalty(side == Side.Real ? "r1" : "r2", gamma)
{
    /// <inheritdoc/>
    public override bool DifferentiatesScores => true;

    // ½ E ‖∇d(x)‖²   or   ½ E ‖∇d(x̃)‖²
    /// <inheritdoc/>
    public override Tensor Of(CriticTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (scores, samples) = side == Side.Real ? (turn.Scores.Real, turn.Real) : (turn.Scores.Fake, turn.Fake);
        return 0.5 * InputGradient.SquaredNorms(scores, by: samples).Mean();
    }
}
