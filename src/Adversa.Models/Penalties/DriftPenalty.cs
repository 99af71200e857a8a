using Adversa.Torch;

namespace Adversa.Models.Penalties;

/// <summary>A weak pull of real scores towards 0, without which nothing keeps a Wasserstein critic's scores from wandering off together.</summary>
/// <remarks>Karras et al., 2017, appendix A.1 (arXiv:1710.10196).</remarks>
/// <param name="weight">ε_drift; 0.001 in the paper.</param>
public sealed class DriftPenalty(double weight = 1e-3) : Penalty("drift", weight)
{
    // E d(x)²
    /// <inheritdoc/>
    public override Tensor Of(CriticTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Scores.Real.Square().Mean();
    }
}
