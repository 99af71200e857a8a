namespace Adversa.Models.Losses;

/// <summary>BEGAN's losses: the discriminator reconstructs real pictures well and generated ones badly, as far as the balance allows; the generator makes what is reconstructed well.</summary>
/// <remarks>Berthelot, Schumm, Metz, 2017, section 3.3 (arXiv:1703.10717). A score is minus the error of reconstruction: d(v) = -mean|v - D(v)|, so L = -d.</remarks>
/// <param name="equilibrium">Gives k.</param>
public sealed class EquilibriumLoss(Equilibrium equilibrium) : IAdversarialLoss
{
    /// <summary>Nowhere: what counts is how the two errors stand to each other.</summary>
    public double? Middle => null;

    // L(x) - k L(x̃)
    /// <inheritdoc/>
    public LossTerms Discriminator(Scores s) => new() { ["real"] = -s.Real.Mean(), ["fake"] = equilibrium.K * s.Fake.Mean() };

    // L(x̃)
    /// <inheritdoc/>
    public LossTerms Generator(Scores s) => new() { ["fake"] = -s.Fake.Mean() };
}
