using Adversa.Metrics.Statistics;

namespace Adversa.Metrics.Tests.Statistics;

public sealed class PairedTestsTests
{
    [Fact]
    public void Sign_flips_are_counted_exactly()
    {
        Assert.Equal(2 / 8.0, PairedTests.SignFlip([1, 2, 3]));                    // only +++ and --- reach 6
        Assert.Equal(4 / 8.0, PairedTests.SignFlip([-1, 2, 3]));                   // |sum| ≥ 4: +++, -++, and their mirrors
        Assert.Equal(1, PairedTests.SignFlip([0, 0, 0]));
        Assert.Equal(1, PairedTests.SignFlip([]));
        Assert.Equal(Math.Pow(2, -7), PairedTests.SignFlip([.1, .2, .3, .1, .2, .3, .1, .2]));      // equal sums that differ in their last bit count as equal
    }

    [Fact]
    public void Five_pairs_never_reach_a_twentieth_and_six_can()
    {
        Assert.Equal(0.0625, PairedTests.SignFlip([1, 1, 1, 1, 1]));
        Assert.Equal(0.03125, PairedTests.SignFlip([1, 1, 1, 1, 1, 1]));
    }

    [Fact]
    public void Drawn_flips_agree_with_the_normal_distribution_for_many_pairs()
    {
        double[] alike = [.. Enumerable.Range(0, 100).Select(i => i < 60 ? 1.0 : -1)];           // 60 of 100 coins: P(|S| ≥ 20) = 0.0569

        Assert.Equal(0.0569, PairedTests.SignFlip(alike), 0.002);                                 // 200,000 draws: σ = 0.0005
    }

    [Fact]
    public void Signed_ranks_match_the_published_table()
    {
        Assert.Equal(2 / 256.0, PairedTests.SignedRank([1, 2, 3, 4, 5, 6, 7, 8]), 1e-12);         // W = 0 of n = 8: p = 0.0078
        Assert.Equal(10 / 256.0, PairedTests.SignedRank([-3, 1, 2, 4, 5, 6, 7, 8]), 1e-12);       // W = 3: p = 0.0391, the critical value of the tables
        Assert.Equal(2 / 8.0, PairedTests.SignedRank([0, 1, 2, 3]), 1e-12);                       // zeros are left out
        Assert.Equal(2 / 8.0, PairedTests.SignedRank([1, 1, 1]), 1e-12);                          // shared ranks
        Assert.Equal(1, PairedTests.SignedRank([0, 0]));
    }

    [Fact]
    public void Holm_steps_down_and_never_back()
    {
        Assert.Equal([0.03, 0.06, 0.06, 0.02], PairedTests.Holm([0.01, 0.04, 0.03, 0.005]));
        Assert.Equal([0.9, 0.9], PairedTests.Holm([0.6, 0.45]));
        Assert.Empty(PairedTests.Holm([]));
    }

    [Fact]
    public void Systems_that_are_alike_are_told_apart_no_oftener_than_stated()
    {
        var (rng, wrong) = (new Rng(1), 0);
        for (var study = 0; study < 2000; study++)
            if (PairedTests.SignFlip([.. Enumerable.Range(0, 8).Select(_ => Heavy(rng) - Heavy(rng))]) <= 0.05) wrong++;

        Assert.InRange(wrong / 2000.0, 0.035, 0.06);               // exact: 12 of 256 patterns, 0.0469; 2000 studies: σ = 0.0047

        static double Heavy(Rng rng) => Math.Pow(rng.Normal(), 3);
    }
}
