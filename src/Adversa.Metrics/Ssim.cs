namespace Adversa.Metrics;

/// <summary>Over which window SSIM compares, and what it does at the edge. The variants differ by some thousandths, on small pictures by more.</summary>
public enum SsimWindow
{
    /// <summary>Gaussian of 11 pixels, σ 1.5, only where it fits: the paper's.</summary>
    Gaussian,

    /// <summary>The same on the picture mirrored at its edges, over the whole map: torchmetrics.</summary>
    GaussianReflected,

    /// <summary>7x7 mean where it fits, variances over N: like scikit-image's default, but for N - 1.</summary>
    Uniform7,
}

/// <summary>How alike two pictures are in local brightness, contrast and structure; 1 when equal, in [-1, 1].</summary>
/// <remarks>Wang et al., 2004, "Image Quality Assessment: From Error Visibility to Structural Similarity", eq. 13: K₁ 0.01, K₂ 0.03. Colour: the mean over channels.</remarks>
public static class Ssim
{
    private const double K1 = 0.01, K2 = 0.03, Sigma = 1.5;
    private const int Size = 11, UniformSize = 7;

    /// <summary>Of two pictures.</summary>
    /// <param name="first">Pixels, <c>[C, H, W]</c>.</param>
    /// <param name="second">The same shape.</param>
    /// <param name="channels">C.</param>
    /// <param name="height">H, 11 or more.</param>
    /// <param name="width">W, 11 or more.</param>
    /// <param name="range">L: the largest less the smallest value that a pixel can have, such as 255 or 2.</param>
    /// <param name="window">The window.</param>
    public static double Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int channels, int height, int width, double range, SsimWindow window = SsimWindow.Gaussian)
    {
        Expect(first.Length, second.Length, channels, height, width, window == SsimWindow.Uniform7 ? UniformSize : Size);
        var sum = 0.0;
        for (var c = 0; c < channels; c++)
        {
            var (a, b) = (Plane(first, c, height, width), Plane(second, c, height, width));
            if (window == SsimWindow.GaussianReflected) (a, b) = (a.Reflected(Size / 2), b.Reflected(Size / 2));
            sum += Maps(a, b, range, window).Full.Mean;
        }

        return sum / channels;
    }

    /// <summary>The map of SSIM, and that of its factor for contrast and structure.</summary>
    internal static (GrayPlane Full, GrayPlane Contrast) Maps(GrayPlane a, GrayPlane b, double range, SsimWindow window = SsimWindow.Gaussian)
    {
        var g = window == SsimWindow.Uniform7 ? [.. Enumerable.Repeat(1.0 / UniformSize, UniformSize)] : Gaussian();
        var (c1, c2) = (K1 * range * K1 * range, K2 * range * K2 * range);
        var (muA, muB) = (a.Filtered(g), b.Filtered(g));
        static double Less(double square, double mean) => square - mean;
        var varianceA = a.Times(a).Filtered(g).With(muA.Times(muA), Less);
        var varianceB = b.Times(b).Filtered(g).With(muB.Times(muB), Less);
        var covariance = a.Times(b).Filtered(g).With(muA.Times(muB), Less);
        var contrast = covariance.With(varianceA.With(varianceB, (x, y) => x + y), (s, v) => (2 * s + c2) / (v + c2));
        var brightness = muA.With(muB, (x, y) => (2 * x * y + c1) / (x * x + y * y + c1));
        return (brightness.Times(contrast), contrast);
    }

    internal static GrayPlane Plane(ReadOnlySpan<double> picture, int channel, int height, int width) =>
        new(picture.Slice(channel * height * width, height * width).ToArray(), height, width);

    internal static void Expect(int first, int second, int channels, int height, int width, int least)
    {
        if (first != second || first != channels * height * width) throw new ArgumentException($"Expected two pictures of {channels} x {height} x {width}; got {first} and {second} numbers.");
        if (Math.Min(height, width) < least) throw MetricException.TooFew(Words.NeedsPicturesPixelsSideOrMore(least, height, width));
    }

    private static double[] Gaussian()
    {
        double[] weights = [.. Enumerable.Range(0, Size).Select(i => Math.Exp(-Math.Pow(i - Size / 2, 2) / (2 * Sigma * Sigma)))];
        return [.. weights.Select(weight => weight / weights.Sum())];
    }
}
