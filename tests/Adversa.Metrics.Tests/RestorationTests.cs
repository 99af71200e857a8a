namespace Adversa.Metrics.Tests;

public sealed class RestorationTests
{
    // Two channels of 2x2; the hole is the right column. Its squared errors are 0.01 four times: 10 log10(4 / 0.01). Outside anything may differ.
    [Fact]
    public void The_hole_alone_counts()
    {
        var truth = FeatureSet.From([0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f], 8);
        var made = FeatureSet.From([9f, 0.3f, 9f, 0.5f, 9f, 0.5f, 9f, 0.7f], 8);

        var psnr = Restoration.HolePsnr(made, truth, FeatureSet.From([0f, 1, 0, 1], 4), 2);

        Assert.Equal(10 * Math.Log10(4 / 0.01), Assert.Single(psnr), 1e-5);      // float32 of tenths
        Assert.Throws<MetricException>(() => Restoration.HolePsnr(made, truth, FeatureSet.From([0f, 0, 0, 0], 4), 2));
    }

    // 3x3 with the middle inside: four neighbours across the seam, of which each differs by 2. The gradients elsewhere count for nothing.
    [Fact]
    public void The_seam_alone_counts()
    {
        double[] picture = [7, 1, 5, 1, 3, 1, -4, 1, 0];
        double[] mask = [0, 0, 0, 0, 1, 0, 0, 0, 0];

        Assert.Equal(4, Restoration.SeamEnergy(picture, mask, 3, 3), 1e-12);
        Assert.Equal(2.5, Restoration.SeamEnergy([.. picture, .. picture.Select(x => x / 2)], mask, 3, 3), 1e-12);      // a second channel with half the differences: the mean of 4 and 1
        Assert.Throws<MetricException>(() => Restoration.SeamEnergy(picture, new double[9], 3, 3));
    }
}
