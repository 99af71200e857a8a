namespace Adversa.Core.Tests;

public class RngTests
{
    // Random123's kat_vectors, philox4x32 with 10 rounds.
    [Theory]
    [InlineData(0L, new uint[] { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 })]
    [InlineData(-1L, new uint[] { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd })]
    public void Blocks_are_those_of_Random123(long word, uint[] expected)
    {
        var rng = At(key: word, stream: word, block: word);

        Assert.Equal(expected, Enumerable.Range(0, 4).Select(_ => rng.NextUInt()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void State_saved_anywhere_in_a_block_goes_on_as_if_never_stopped(int drawn)
    {
        var rng = new Rng(5, 9);
        for (var i = 0; i < drawn; i++) rng.NextUInt();
        var state = new SavedState();
        rng.VisitState(state);
        state.IsLoading = true;
        var restored = new Rng(0);
        restored.NextUInt();
        restored.VisitState(state);

        for (var i = 0; i < 9; i++) Assert.Equal(rng.NextUInt(), restored.NextUInt());
    }

    [Fact]
    public void Streams_and_keys_give_different_numbers()
    {
        var firsts = new[] { new Rng(1, 1), new Rng(1, 2), new Rng(2, 1), new Rng(2, 2) }.Select(r => r.NextULong());

        Assert.Equal(4, firsts.Distinct().Count());
    }

    [Fact]
    public void Bounded_numbers_are_in_range_and_about_uniform()
    {
        var rng = new Rng(3);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++) counts[rng.NextInt(7)]++;

        Assert.All(counts, c => Assert.InRange(c, 9_600, 10_400));       // over four standard deviations of 93
    }

    [Fact]
    public void Normal_numbers_have_mean_0_variance_1_and_kurtosis_3()
    {
        var rng = new Rng(11);
        var x = Enumerable.Range(0, 200_000).Select(_ => rng.Normal()).ToArray();

        Assert.Equal(0, x.Average(), 0.01);
        Assert.Equal(1, x.Average(v => v * v), 0.015);
        Assert.Equal(3, x.Average(v => v * v * v * v), 0.15);
    }

    // Quantiles from tables (Abramowitz and Stegun, 26.1); Acklam's formula promises a relative error of 1.15e-9.
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.99, 2.326347874040841)]
    [InlineData(0.02, -2.053748910631823)]
    [InlineData(1e-6, -4.753424308822899)]
    [InlineData(1e-10, -6.361340902404056)]
    public void Inverse_normal_matches_the_tables(double p, double expected) => Assert.Equal(expected, Rng.InverseNormal(p), 1e-8);

    [Fact]
    public void Mixing_depends_on_every_part_and_its_place()
    {
        long[] mixed = [Rng.Mix(), Rng.Mix(0), Rng.Mix(0, 0), Rng.Mix(1, 0), Rng.Mix(0, 1), Rng.Mix(1, 1), Rng.Mix(-1)];

        Assert.Equal(mixed.Length, mixed.Distinct().Count());
    }

    private static Rng At(long key, long stream, long block)
    {
        var rng = new Rng(key, stream);
        rng.VisitState(new SavedState { ["key"] = key, ["stream"] = stream, ["counter"] = block * 4, IsLoading = true });
        return rng;
    }
}
