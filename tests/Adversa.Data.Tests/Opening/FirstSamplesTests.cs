using Adversa.Data.Opening;
using Adversa.Formats.Tests;

namespace Adversa.Data.Tests.Opening;

public class FirstSamplesTests
{
    [Fact]
    public void The_first_samples_are_trained_on_and_the_test_part_begins_behind_them()
    {
        var (world, train, test) = (Known.Open("ring"), Known.Open("first:100:ring"), Known.Open("first:100:ring", new(Split: Split.Test)));

        Assert.Equal((100, false), (train.Count, train.IsEndless));
        Assert.True(test.IsEndless);
        Assert.Equal(Point(world, 99), Point(train, 99));
        Assert.Equal(Point(world, 100), Point(test, 0));
        Assert.Equal(3, new[] { world, train, test }.Select(source => source.Fingerprint).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => Point(train, 100));
    }

    [Fact]
    public void Of_a_set_that_is_sorted_by_class_samples_of_all_classes_are_trained_on_and_all_others_tested_with()
    {
        var sorted = new CountingSource(1000);

        using var train = new FirstSamples(sorted, 100, Split.Train);
        using var test = new FirstSamples(sorted, 100, Split.Test);

        List<float> Of(FirstSamples part) => [.. Enumerable.Range(0, (int)part.Count).Select(i => Number(part, i))];
        Assert.Equal((100, 900), (train.Count, test.Count));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (float)i), Of(train).Concat(Of(test)).Order());
        for (var tenth = 0; tenth < 10; tenth++) Assert.InRange(Of(train).Count(number => (int)number / 100 == tenth), 6, 14);
        Assert.Equal(Of(test).Order(), Of(test));
        Assert.Equal($"{(int)Of(test)[500]}.png", test.NameOf(500));
        Assert.NotEqual(train.Fingerprint, test.Fingerprint);
    }

    [Fact]
    public void Classes_of_which_no_sample_was_taken_are_said()
    {
        using var folder = new TemporaryFolder();
        foreach (var kind in new[] { "ant", "bee", "cow" })
            for (var i = 0; i < 20; i++) folder.WritePng($"p/{kind}/{i}.png", 8, (byte)i);

        using var few = (FirstSamples)Known.Open($"first:2:{folder["p"]}");
        using var some = (FirstSamples)Known.Open($"first:20:{folder["p"]}");

        Assert.Matches("^first:2:p has no sample of [12] of 3 classes, such as (ant|bee|cow): nothing is learned of them. Take more samples$", Assert.Single(few.Notes).English);
        Assert.Equal(20, some.Count);
        Assert.Empty(some.Notes);
        Assert.Empty(Known.Open($"first:2:{folder["p"]}", new(Split: Split.Test)).Notes);
        Assert.Contains("of 9 of 10 classes", Assert.Single(Known.Open("first:1:digits").Notes).English, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_are_looked_at_only_until_each_class_has_come()
    {
        var reads = 0;

        Assert.Empty(new FirstSamples(new CountingSource(0, isEndless: true) { OnRead = _ => reads++ }, 1_000_000_000, Split.Train).Notes);

        Assert.Equal(3, reads);
    }

    [Fact]
    public void A_part_that_is_larger_than_the_data_is_refused_and_so_is_a_test_part_of_nothing()
    {
        Assert.Equal(3006, Assert.Throws<AdversaException>(() => Known.Open("first:101:first:100:ring")).Code);
        Assert.Equal(3042, Assert.Throws<AdversaException>(() => Known.Open("first:100:first:100:ring", new(Split: Split.Test))).Code);      // there is no such part
        Assert.Equal(100, Known.Open("first:100:first:100:ring").Count);
    }

    [Theory]
    [InlineData("first:ring", 2011)]
    [InlineData("first:0:ring", 2012)]
    [InlineData("first:100", 3001)]
    [InlineData("first:100:", 3001)]
    public void What_is_written_wrong_is_named(string spec, int code) => Assert.Equal(code, Assert.Throws<AdversaException>(() => Known.Open(spec)).Code);

    private static float Number(FirstSamples source, long index)
    {
        var number = new float[1];
        source.Read(index, number, out _);
        return number[0];
    }

    private static float[] Point(ISampleSource source, long index)
    {
        var point = new float[2];
        source.Read(index, point, out _);
        return point;
    }
}
