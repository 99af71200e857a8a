namespace Adversa.Metrics;

/// <summary>SSIM over five scales; between pairs of fakes of a class it measures how alike they are, so a high mean means little variety.</summary>
/// <remarks>Wang et al., 2003, "Multiscale Structural Similarity for Image Quality Assessment", eq. 7; weights 0.0448 0.2856 0.3001 0.2363 0.1333; halved by means of 2x2. Contrast
/// and structure at scales 1 to 4, all of SSIM at scale 5; negative means count as 0.</remarks>
/// <param name="PerChannel">The product over scales in each channel, then the mean over channels.</param>
/// <param name="Pooled">The mean over channels at each scale, then the product.</param>
public sealed record MultiScaleSsim(double PerChannel, double Pooled)
{
    private static readonly double[] Weights = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333];

    /// <summary>The smallest side: 11 pixels at the fifth scale.</summary>
    public const int LeastSide = 176;

    /// <summary>Of two pictures.</summary>
    /// <param name="first">Pixels, <c>[C, H, W]</c>.</param>
    /// <param name="second">The same shape.</param>
    /// <param name="channels">C.</param>
    /// <param name="height">H, 176 or more.</param>
    /// <param name="width">W, 176 or more.</param>
    /// <param name="range">L: the largest less the smallest value that a pixel can have, such as 255 or 2.</param>
    public static MultiScaleSsim Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int channels, int height, int width, double range)
    {
        Ssim.Expect(first.Length, second.Length, channels, height, width, LeastSide);
        var terms = new double[channels][];                                 // [C][scale]
        for (var c = 0; c < channels; c++) terms[c] = Terms(Ssim.Plane(first, c, height, width), Ssim.Plane(second, c, height, width), range);
        double[] pooled = [.. Weights.Select((_, scale) => terms.Average(channel => channel[scale]))];
        return new(terms.Average(Product), Product(pooled));
    }

    private static double[] Terms(GrayPlane a, GrayPlane b, double range)
    {
        var terms = new double[Weights.Length];
        for (var scale = 0; scale < terms.Length; scale++)
        {
            var (full, contrast) = Ssim.Maps(a, b, range);
            terms[scale] = (scale == terms.Length - 1 ? full : contrast).Mean;
            (a, b) = (a.Halved(), b.Halved());
        }

        return terms;
    }

    private static double Product(double[] terms) => terms.Zip(Weights, (term, weight) => Math.Pow(Math.Max(term, 0), weight)).Aggregate(1.0, (a, b) => a * b);
}
