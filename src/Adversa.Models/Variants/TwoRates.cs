namespace Adversa.Models.Variants;

/// <summary>The rates of a two-player game: one for both, or one each (Heusel et al., 2017, "two time-scale update rule", arXiv:1706.08500).</summary>
internal static class TwoRates
{
    internal static double Discriminator(double generator, double? discriminator) => discriminator ?? generator;
}
