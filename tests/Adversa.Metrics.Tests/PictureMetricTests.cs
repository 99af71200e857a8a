namespace Adversa.Metrics.Tests;

public class PictureMetricTests
{
    [Fact]
    public void Each_window_of_ssim_agrees_with_the_reference()
    {
        var (a, b) = (Wave(40, 33, 0), Wave(40, 33, 0.4));

        Lattice.Same("ssim.valid", Ssim.Of(a, b, 1, 40, 33, 255));
        Lattice.Same("ssim.reflect", Ssim.Of(a, b, 1, 40, 33, 255, SsimWindow.GaussianReflected));
        Lattice.Same("ssim.uniform", Ssim.Of(a, b, 1, 40, 33, 255, SsimWindow.Uniform7));
    }

    [Fact]
    public void Five_scales_agree_with_the_reference_and_drop_odd_edges() =>
        Lattice.Same("ms_ssim", MultiScaleSsim.Of(Wave(177, 190, 0), Wave(177, 190, 0.2), 1, 177, 190, 255).PerChannel);

    [Fact]
    public void Flat_pictures_differ_in_brightness_alone()
    {
        var (dark, light) = (Enumerable.Repeat(50.0, 176 * 176).ToArray(), Enumerable.Repeat(100.0, 176 * 176).ToArray());
        var brightness = (2 * 50 * 100 + 6.5025) / (50 * 50 + 100 * 100 + 6.5025);                  // C₁ = (0.01 255)²

        Assert.Equal(brightness, Ssim.Of(dark, light, 1, 176, 176, 255), tolerance: 1e-9);
        Assert.Equal(Math.Pow(brightness, 0.1333), MultiScaleSsim.Of(dark, light, 1, 176, 176, 255).Pooled, tolerance: 1e-9);      // at the fifth scale alone
        Assert.Equal(1, MultiScaleSsim.Of(dark, dark, 1, 176, 176, 255).PerChannel, tolerance: 1e-12);
    }

    [Fact]
    public void Colours_are_averaged_and_small_pictures_refused()
    {
        var (a, b) = (Wave(16, 16, 0), Wave(16, 16, 1));
        double[] first = [.. a, .. a], second = [.. a, .. b];

        Assert.Equal((1 + Ssim.Of(a, b, 1, 16, 16, 255)) / 2, Ssim.Of(first, second, 2, 16, 16, 255), tolerance: 1e-12);
        Assert.Contains("10x16", Assert.Throws<MetricException>(() => Ssim.Of(a.AsSpan(0, 160), b.AsSpan(0, 160), 1, 10, 16, 255)).Message, StringComparison.Ordinal);
        Assert.Equal(3080, Assert.Throws<MetricException>(() => MultiScaleSsim.Of(a, b, 1, 16, 16, 255)).Code);
    }

    [Fact]
    public void Psnr_of_means_is_not_the_mean_of_psnr()
    {
        var psnr = Psnr.Of(FeatureSet.From([0.0, 0, 0, 0], 2), FeatureSet.From([1.0, 1, 10, 10], 2), range: 10);

        Assert.Equal([20, 0], psnr.PerImage.Select(value => Math.Round(value, 9)));
        Assert.Equal(10, psnr.MeanOfImages, tolerance: 1e-9);
        Assert.Equal(10 * Math.Log10(100 / 50.5), psnr.Pooled, tolerance: 1e-9);
        Assert.Equal(double.PositiveInfinity, Psnr.Of(FeatureSet.From([1.0], 1), FeatureSet.From([1.0], 1), 10).Pooled);
    }

    private static double[] Wave(int height, int width, double phase) =>
        [.. Enumerable.Range(0, height * width).Select(i => Math.Clamp(Math.Floor(127.5 + 100 * Math.Sin(i % width / 5.0 + phase) * Math.Cos(i / width / 7.0)), 0, 255))];
}
