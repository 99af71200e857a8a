using Adversa.Metrics.Evaluation;

namespace Adversa.Metrics.Tests;

public class PictureMetricsTests
{
    private static readonly SampleSchema Grey = new(FieldKind.Image, 1, 12, 12);

    // Every pixel 0.1 off: the mean squared error is 0.01 and the noise 10 log10(4 / 0.01) = 26.02 dB.
    [Fact]
    public void Reconstructions_are_measured_row_by_row()
    {
        var real = Pictures(1, 30);
        var shifted = FeatureSet.From([.. real.Values.ToArray().Select(value => value + 0.1)], real.Width);

        Assert.Equal(1, Paired("ssim", real, real).Value!.Value, 1e-9);
        var noise = Paired("psnr", real, shifted);
        Assert.Equal((26.0206, 0), (Math.Round(noise.Value!.Value, 4), Math.Round(noise.Spread!.Value, 6)));
        Assert.InRange(Paired("ssim", real, Pictures(2, 30)).Value!.Value, -0.2, 0.2);                 // noise of another seed: nothing came back
        Assert.Equal(("ssim", "psnr"), (Paired("ssim", real, real).Name, noise.Name));
        Assert.Null(noise.Floor);
    }

    [Fact]
    public void What_oversteps_the_range_is_clipped_as_in_a_saved_picture()
    {
        var (white, brighter) = (FeatureSet.From([.. Enumerable.Repeat(0.9, 144)], 144), FeatureSet.From([.. Enumerable.Repeat(7.0, 144)], 144));

        Assert.Equal(10 * Math.Log10(4 / 0.01), Paired("psnr", white, brighter).Value!.Value, 1e-9);
    }

    [Theory]
    [InlineData("psnr", 12, "equals its picture")]
    [InlineData("ssim", 8, "11 pixels a side or more, for the window at every scale; got 8x8")]
    [InlineData("msssim", 12, "176 pixels a side or more, for the window at every scale; got 12x12")]
    public void What_has_no_number_says_why(string name, int side, string reason)
    {
        var pictures = Pictures(1, 20, side);

        var one = Assert.Single(PictureMetrics.Paired(name, Grey with { Height = side, Width = side }).Take("pictures", new(pictures, pictures, null, null, null), null));

        Assert.Null(one.Value);
        Assert.Contains(reason, one.Missing!.Value.English, StringComparison.Ordinal);
        Assert.NotEqual(one.Missing.Value.English, one.Missing.Value.Spanish);
    }

    // Two pictures of noise, ten times each, and each a class: within a class all are equal, over all about half of the pairs have nothing in common.
    [Fact]
    public void Pairs_are_of_one_class_where_classes_are_known()
    {
        var drawn = Pictures(1, 2).Rows(Enumerable.Range(0, 20).Select(i => i % 2));
        var classes = FeatureSet.From([.. Enumerable.Range(0, 20).SelectMany(i => new[] { i % 2 == 0 ? 0.8 : 0.3, i % 2 == 0 ? 0.2 : 0.7 })], 2);

        var within = Among(new(drawn, drawn, null, null, classes), new(drawn, Pictures(3, 20), null, null, null));
        var over = Among(new(drawn, drawn, null, null, null), null);

        Assert.Equal("ssim_pairs", within.Name);
        Assert.Equal((1, 0), (Math.Round(within.Value!.Value, 9), Math.Round(within.Spread!.Value, 6)));
        Assert.InRange(within.Floor!.Value, -0.2, 0.2);
        Assert.True(within.FloorSpread > 0.01, $"{within.FloorSpread}");
        Assert.InRange(over.Value!.Value, 0.3, 0.7);
    }

    // Two pictures of class 0 and one each of two others: every pair is that of the two.
    [Fact]
    public void No_picture_is_paired_with_itself_and_lone_ones_are_left_out()
    {
        var drawn = Pictures(1, 4);
        FeatureSet Classes(params int[] all) => FeatureSet.From([.. all.SelectMany(k => Enumerable.Range(0, 4).Select(c => c == k ? 1.0 : 0))], 4);

        var one = Among(new(drawn, drawn, null, null, Classes(0, 1, 0, 2)), null);
        var none = Among(new(drawn, drawn, null, null, Classes(0, 1, 2, 3)), null);

        Assert.Equal(Ssim.Of(drawn[0], drawn[2], 1, 12, 12, range: 2), one.Value!.Value, 1e-12);
        Assert.Equal(0, one.Spread!.Value, 1e-9);
        Assert.Contains("No class has two pictures", none.Missing!.Value.English, StringComparison.Ordinal);
    }

    private static Score Paired(string name, FeatureSet real, FeatureSet given) => Assert.Single(PictureMetrics.Paired(name, Grey).Take("pictures", new(real, given, null, null, null), null));

    private static Score Among(MetricInput drawn, MetricInput? floor) => Assert.Single(PictureMetrics.Among("ssim", Grey).Take("pictures", drawn, floor));

    private static FeatureSet Pictures(long seed, int count, int side = 12)
    {
        var rng = new Rng(seed);
        return FeatureSet.From([.. Enumerable.Range(0, count * side * side).Select(_ => 1.6 * rng.NextDouble() - 0.8)], side * side);
    }
}
