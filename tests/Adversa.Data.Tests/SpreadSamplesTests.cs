namespace Adversa.Data.Tests;

public class SpreadSamplesTests
{
    private const int Classes = 5;

    /// <summary>Orders of a set of equal classes in which "the first ones", "every second" or "every n-th" would show a part of them.</summary>
    public static TheoryData<string, int> Orders => new() { { "sorted", 1000 }, { "sorted", 1003 }, { "in turn", 1000 }, { "in turn", 997 }, { "in pairs", 1000 }, { "in runs of 8", 1200 } };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Every_class_is_read_as_often_as_it_occurs_however_the_set_is_sorted(string order, int count)
    {
        foreach (var most in new[] { 50, 97, 100, 200, 333, 500 })
        {
            var read = SpreadSamples.Read(Set(order, count), most);

            Assert.Equal(most, read.Count);
            Assert.Equal(most, read.Indices.Distinct().Count());
            foreach (var k in Enumerable.Range(0, Classes)) Assert.InRange(read.Labels.Count(label => label == k), most / Classes - 4 * Math.Sqrt(most * .16) - 1, most / Classes + 4 * Math.Sqrt(most * .16) + 1);
            foreach (var k in Enumerable.Range(0, Classes)) Assert.InRange(read.Labels.Take(50).Count(label => label == k), 0, 24);      // the first ones are as mixed as all
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Halves_are_like_each_other_and_share_no_sample(string order, int count)
    {
        foreach (var each in new[] { 100, 250, 1000 })
        {
            var source = Set(order, count);
            var (first, second) = SpreadSamples.Halves(source, each);

            Assert.Equal((Math.Min(each, count / 2), first.Count), (first.Count, second.Count));
            Assert.Equal(first.Count + second.Count, first.Indices.Union(second.Indices).Count());
            foreach (var half in new[] { first, second })
                foreach (var k in Enumerable.Range(0, Classes)) Assert.InRange(half.Labels.Count(label => label == k), half.Count * (.2 - .16) - 1, half.Count * (.2 + .16) + 1);
        }
    }

    [Fact]
    public void A_sorted_set_is_read_from_its_beginning_to_its_end()
    {
        var taken = SpreadSamples.Indices(new CountingSource(100_000), 1000);

        for (var tenth = 0; tenth < 10; tenth++) Assert.InRange(taken.Count(index => index / 10_000 == tenth), 97, 103);
        Assert.Equal(taken.Order(), taken);
    }

    [Theory]
    [InlineData(30, 20)]
    [InlineData(30, 29)]
    [InlineData(30, 1)]
    [InlineData(31, 10)]
    public void Every_sample_is_equally_likely(int count, int most)
    {
        const int seeds = 4000;
        var hits = new int[count];
        for (var seed = 0; seed < seeds; seed++)
            foreach (var index in SpreadSamples.Indices(new CountingSource(count), most, seed)) hits[index]++;

        var share = most / (double)count;
        var error = Math.Sqrt(seeds * share * (1 - share));
        foreach (var hit in hits) Assert.InRange(hit, seeds * share - 4.5 * error, seeds * share + 4.5 * error);
    }

    [Fact]
    public void The_same_seed_reads_the_same_samples_in_the_same_order_and_nothing_else()
    {
        var reads = 0;
        var source = new CountingSource(1_000_000) { OnRead = _ => reads++ };

        var (first, second, other) = (SpreadSamples.Read(source, 20), SpreadSamples.Read(source, 20), SpreadSamples.Read(source, 20, seed: 1));

        Assert.Equal(60, reads);
        Assert.Equal(first.Indices, second.Indices);
        Assert.Equal(first.Values, second.Values);
        Assert.NotEqual(first.Indices.Order(), other.Indices.Order());
        Assert.Equal(first.Indices.Select(index => (float)index), first.Values);
        Assert.Null(first.Note);
    }

    [Fact]
    public void A_world_is_read_from_its_beginning_and_its_halves_take_turns()
    {
        var world = new CountingSource(0, isEndless: true);

        var (first, second) = SpreadSamples.Halves(world, 3);

        Assert.Equal([0, 1, 2, 3], SpreadSamples.Read(world, 4).Indices);
        Assert.Equal(([0, 2, 4], [1, 3, 5]), (first.Indices, second.Indices), new Sequences());
    }

    [Fact]
    public void A_set_that_is_wanted_whole_is_read_whole_and_in_halves_as_far_as_it_goes()
    {
        Assert.Equal(Enumerable.Range(0, 9).Select(i => (long)i), SpreadSamples.Read(new CountingSource(9), 100).Indices.Order());
        Assert.Equal(4, SpreadSamples.Halves(new CountingSource(9), 100).First.Count);
        Assert.Empty(SpreadSamples.Read(new CountingSource(9), 0).Values);
    }

    [Fact]
    public void A_sample_that_cannot_be_read_is_replaced_by_one_nearby_counted_and_named()
    {
        var bad = SpreadSamples.Indices(new CountingSource(1000), 100)[40];
        var source = new CountingSource(1000) { IsBad = index => index == bad };

        var read = SpreadSamples.Read(source, 100);

        Assert.Equal((100, 1), (read.Count, read.Unread));
        Assert.DoesNotContain(bad, read.Indices);
        Assert.Contains(read.Indices, index => Math.Abs(index - bad) < 12);
        Assert.Equal(100, read.Indices.Distinct().Count());
        Assert.StartsWith($"1 sample of counting could not be read and was replaced by another; one of them: {bad}.png", read.Note!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_whole_class_is_damaged_others_are_read_in_its_place_while_there_are_others()
    {
        var source = new CountingSource(1000) { IsBad = index => index < 300 };

        Assert.Equal(200, SpreadSamples.Read(source, 200).Indices.Distinct().Count(index => index >= 300));
        Assert.Equal(700, SpreadSamples.Read(source, 1000).Count);
        Assert.Equal((350, 350), SpreadSamples.Halves(source, 350) is var (a, b) ? (a.Count, b.Count) : default);
        Assert.InRange(SpreadSamples.Halves(source, 500).First.Count, 300, 350);             // nothing is left to replace them
        Assert.Equal(700, SpreadSamples.Labels(source, 1000).Count);
    }

    [Fact]
    public void A_set_of_which_nothing_can_be_read_is_an_error_with_a_reason()
    {
        var error = Assert.Throws<AdversaException>(() => SpreadSamples.Read(new CountingSource(500) { IsBad = _ => true }, 100));

        Assert.Equal((3006, ExitCode.Data), (error.Code, error.Exit));
        Assert.Contains("is gone", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_of_a_class_are_drawn_from_all_of_it()
    {
        var read = SpreadSamples.OfClass(Set("sorted", 1000), 3, 40);

        Assert.All(read.Indices, index => Assert.InRange(index, 600, 799));
        Assert.InRange(read.Indices.Max() - read.Indices.Min(), 150, 199);
        Assert.Equal(200, SpreadSamples.OfClass(Set("sorted", 1000), 3, 500).Count);
    }

    private static Classed Set(string order, int count) => new(count, order switch
    {
        "sorted" => i => i * Classes / count,
        "in turn" => i => i % Classes,
        "in pairs" => i => i / 2 % Classes,
        _ => i => i / 8 % Classes,
    });

    /// <summary>Sample i is the number i, of a class that its place decides.</summary>
    private sealed class Classed(int count, Func<long, long> classOf) : ISampleSource
    {
        public string Name => "classed";

        public SampleSchema Schema { get; } = new(FieldKind.Points, 1, Classes: Classes);

        public long Count => count;

        public string Fingerprint => "";

        public void Read(long index, SampleRow row) => (row.Values[0], row.Label) = (index, (int)classOf(index));
    }

    private sealed class Sequences : IEqualityComparer<(long[], long[])>
    {
        public bool Equals((long[], long[]) x, (long[], long[]) y) => x.Item1.SequenceEqual(y.Item1) && x.Item2.SequenceEqual(y.Item2);

        public int GetHashCode((long[], long[]) x) => 0;
    }
}
