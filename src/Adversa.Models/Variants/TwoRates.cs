namespace Adversa.Models.Variants;

/// <summary>The rates of a two-player game: one for both, or one each (Heusel et al., 2017, "two time-scale update rule", arXiv:1706.08500).</summary>
internal static class TwoRates
{
    internal static double Discriminator(double generator, double discriminator) => discriminator > 0 ? discriminator : generator;

    internal static IEnumerable<Problem> Check(double generator, double discriminator, double beta1, double beta2,
        string path = "options.discriminatorLearningRate") =>
    [
        .. Models.Check.Range("options.learningRate", generator, 1e-9, 1),
        .. Models.Check.Range(path, discriminator, 0, 1),
        .. Models.Check.Range("options.beta1", beta1, 0, 0.999999),
        .. Models.Check.Range("options.beta2", beta2, 0, 0.9999),
    ];
}
