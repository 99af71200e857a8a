using Adversa.Models.Networks;

namespace Adversa.Models.Tests.Networks;

/// <summary>The plan of growth is a function of the images shown.</summary>
public sealed class GrowthTests
{
    private static readonly Growth Plan = new(Root: 7, First: 1, Last: 3, FadeImages: 100, StableImages: 50);      // 14-28-56

    [Theory]
    [InlineData(0, 14, 1, 0)]
    [InlineData(49, 14, 1, 49)]
    [InlineData(50, 28, 0, 0)]             // the moment at which a level comes it counts nothing: what is drawn does not jump
    [InlineData(75, 28, 0.25, 25)]
    [InlineData(150, 28, 1, 100)]
    [InlineData(199, 28, 1, 149)]
    [InlineData(200, 56, 0, 0)]
    [InlineData(201, 56, 0.01, 1)]
    [InlineData(300, 56, 1, 100)]
    [InlineData(1_000_000, 56, 1, 999_800)]
    public void Side_and_alpha_after_so_many_images(long images, int side, double alpha, long since)
    {
        var now = Plan.At(images);

        Assert.Equal((side, alpha, since), (Plan.Side(now.Level), now.Alpha, now.Images));
    }

    [Fact]
    public void The_whole_takes_a_stretch_for_the_first_level_and_two_for_each_other()
    {
        Assert.Equal(50 + 2 * (100 + 50), Plan.Total);
        Assert.Equal(1, Plan.At(Plan.Total).Alpha);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public void A_plan_of_one_side_never_grows(long images)
    {
        var now = (Plan with { First = 3 }).At(images);

        Assert.Equal((3, 1, images), (now.Level, now.Alpha, now.Images));
    }

    [Fact]
    public void Without_a_stable_stretch_the_second_level_fades_in_at_once()
    {
        var plan = Plan with { StableImages = 0 };

        Assert.Equal((2, 0.01), (plan.At(1).Level, plan.At(1).Alpha));
        Assert.Equal((3, 0.0), (plan.At(100).Level, plan.At(100).Alpha));
    }
}
