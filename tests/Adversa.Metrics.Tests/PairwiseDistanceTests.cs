namespace Adversa.Metrics.Tests;

public class PairwiseDistanceTests
{
    [Theory]
    [InlineData("one_nn_real", 2.5236489709220327)]
    [InlineData("one_nn_fake", 2.176452221928312)]
    public void It_agrees_with_the_reference(string name, double expected)
    {
        var (values, _, width) = GoldenPoints.Read(name);

        Assert.Equal(expected, PairwiseDistance.Mean(values, width), tolerance: 1e-9);
    }

    [Fact]
    public void A_triangle_of_sides_3_4_5_has_the_mean_4() => Assert.Equal(4, PairwiseDistance.Mean([0, 0, 3, 0, 0, 4], 2), tolerance: 1e-12);

    [Fact]
    public void Equal_samples_far_from_the_origin_are_at_no_distance() => Assert.Equal(0, PairwiseDistance.Mean([1e4f, 1e4f, 1e4f, 1e4f], 2));

    [Fact]
    public void One_sample_has_no_pair()
    {
        Assert.Throws<ArgumentException>(() => PairwiseDistance.Mean([1, 2], 2));
        Assert.Throws<ArgumentException>(() => PairwiseDistance.Mean([1, 2, 3], 2));
    }
}
