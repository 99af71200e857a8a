namespace Adversa.Metrics;

/// <summary>Peak signal to noise: 10 log₁₀(L² / mean squared error) in decibels.</summary>
/// <remarks>Papers take the mean of the pictures' values; torchmetrics pools the errors first. Equal pictures have no noise: positive infinity.</remarks>
/// <param name="PerImage">One value a picture.</param>
/// <param name="Pooled">Of the mean error over all pictures.</param>
public sealed record Psnr(IReadOnlyList<double> PerImage, double Pooled)
{
    /// <summary>The mean over pictures.</summary>
    public double MeanOfImages => PerImage.Average();

    /// <summary>Of pairs of pictures.</summary>
    /// <param name="first">One picture a row.</param>
    /// <param name="second">The same shape.</param>
    /// <param name="range">L: the largest less the smallest value that a pixel can have, such as 255 or 2.</param>
    public static Psnr Of(FeatureSet first, FeatureSet second, double range)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        first.ExpectWidth(second);
        MetricException.Require(Math.Min(first.Count, second.Count), 1, "PSNR");
        if (first.Count != second.Count) throw MetricException.TooFew(Words.PSNRComparesPairs(first.Count, second.Count));
        double[] errors = [.. Enumerable.Range(0, first.Count).Select(i => Distances.Squared(first[i], second[i]) / first.Width)];
        double Decibels(double error) => 10 * Math.Log10(range * range / error);
        return new([.. errors.Select(Decibels)], Decibels(errors.Average()));
    }
}
