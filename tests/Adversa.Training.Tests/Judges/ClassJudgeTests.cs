using Adversa.Data;
using Adversa.Training.Judges;
using Adversa.Worlds.Digits;

namespace Adversa.Training.Tests.Judges;

public sealed class ClassJudgeTests : IDisposable
{
    private readonly TemporaryFolder _cache = new();
    private readonly DigitsWorld _train = new(size: 24);
    private readonly DigitsWorld _test = new(size: 24, split: Split.Test);
    private int _trained;

    public void Dispose() => _cache.Dispose();

    [Fact]
    public void The_second_opening_loads_what_the_first_trained()
    {
        var samples = Samples(40);
        using var first = Open();
        Assert.Equal(1, _trained);

        using var second = Open();

        Assert.Equal(1, _trained);
        Assert.Equal((first.Accuracy, first.RealReadable), (second.Accuracy, second.RealReadable));
        Assert.Equal(first.Judge(samples).Values, second.Judge(samples).Values);
        Assert.Empty(Directory.EnumerateDirectories(_cache["judges"], "*.tmp*"));
    }

    [Theory]
    [InlineData("model.safetensors")]
    [InlineData("judge.json")]
    public void A_flipped_bit_in_the_cache_means_a_new_judge_equal_to_the_first(string file)
    {
        using var first = Open();
        var path = Directory.EnumerateFiles(_cache.Root, file, SearchOption.AllDirectories).Single();
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 16;
        File.WriteAllBytes(path, bytes);

        using var second = Open();

        Assert.Equal(2, _trained);
        Assert.Equal(first.Judge(Samples(40)).Values, second.Judge(Samples(40)).Values);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{ \"accuracy\": \"high\" }")]
    public void Facts_of_another_form_mean_a_new_judge_equal_to_the_first(string facts)
    {
        using var first = Open();
        File.WriteAllText(Directory.EnumerateFiles(_cache.Root, "judge.json", SearchOption.AllDirectories).Single(), facts);

        using var second = Open();

        Assert.Equal(2, _trained);
        Assert.Equal(first.Judge(Samples(40)).Values, second.Judge(Samples(40)).Values);
    }

    [Fact]
    public void Other_data_has_another_judge()
    {
        using var first = Open();
        using var other = ClassJudge.For(new DigitsWorld(seed: 1, size: 24), _test, _cache.Root, Count, steps: 20, heldOut: 50);

        Assert.Equal(2, _trained);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_nothing_but_time()
    {
        using var judge = ClassJudge.For(_train, _test, Path.Join(_cache.Write("file", ""), "cache"), Count, steps: 20, heldOut: 50);

        using var usual = Open();
        Assert.Equal(usual.Accuracy, judge.Accuracy);
    }

    [Fact]
    public void Its_numbers_are_finite_and_add_up()
    {
        using var judge = Open();
        var samples = Samples(60);
        Array.Fill(samples, float.NaN, 0, 2 * _train.Schema.Values);

        var report = judge.Judge(samples);
        var values = report.Values.ToDictionary(pair => pair.Name, pair => pair.Value);

        Assert.Equal(60, report.Count);
        Assert.All(values, pair => Assert.True(double.IsFinite(pair.Value), pair.Key));
        Assert.Equal(values["readable"], Enumerable.Range(0, 10).Sum(k => values[$"class_{k}"]), tolerance: 1e-9);
        Assert.Contains("50 held-out", report.Protocol.English, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => judge.Judge([]));
        Assert.Throws<ArgumentException>(() => judge.Judge(new float[5]));
    }

    [Fact]
    public void Real_samples_are_as_near_as_the_floor_one_digit_for_ever_is_far_and_a_feature_that_is_no_number_leaves_both_out()
    {
        using var judge = Open();
        double Value(float[] samples, string name) => judge.Judge(samples).Values.First(pair => pair.Name == name).Value;
        var (real, one) = (Samples(200), Samples(1));
        float[] always = [.. Enumerable.Repeat(one, 200).SelectMany(sample => sample)];

        var floor = Value(real, "real_fd_j");

        Assert.InRange(Value(real, "fd_j"), floor / 2, floor * 2);
        Assert.True(Value(always, "fd_j") > 10 * floor, $"{Value(always, "fd_j")} against a floor of {floor}");
        Assert.Equal(floor, Value(always, "real_fd_j"));
        real[0] = float.NaN;
        Assert.DoesNotContain("fd_j", judge.Judge(real).Values.Select(pair => pair.Name));
    }

    [Fact]
    public void Agreement_counts_what_is_read_as_asked()
    {
        using var judge = Open();
        var samples = Samples(50);
        var read = Enumerable.Range(0, 50).Select(i => Enumerable.Range(0, 10).First(k => judge.Agreement(samples[(i * _train.Schema.Values)..((i + 1) * _train.Schema.Values)], [k]) == 1)).ToList();

        Assert.Equal(1, judge.Agreement(samples, read));
        Assert.Equal(0, judge.Agreement(samples, [.. read.Select(k => (k + 1) % 10)]));
        Assert.Equal(0.9, judge.Agreement(samples, [.. read.Select((k, i) => i < 5 ? (k + 1) % 10 : k)]), tolerance: 1e-12);
    }

    [Fact]
    public void Real_samples_are_as_varied_as_the_data_and_a_repeated_one_not_at_all()
    {
        using var judge = Open();
        var (samples, labels) = (Samples(400), new int[400]);
        for (var i = 0; i < 400; i++) _test.Read(1000 + i, new float[_test.Schema.Values], out labels[i]);

        var (mean, least) = judge.Diversity(samples, labels);
        float[] repeated = [.. Enumerable.Repeat(Samples(1), 20).SelectMany(sample => sample)];
        var (half, collapsed) = judge.Diversity([.. samples, .. repeated], [.. labels.Select(k => k % 9), .. Enumerable.Repeat(9, 20)]);

        Assert.InRange(mean, 0.95, 1.05);
        Assert.InRange(least, 0.85, 1.05);
        Assert.Equal(0, collapsed);
        Assert.InRange(half, 0.8, 0.95);                                   // nine varied classes of ten
        Assert.Throws<ArgumentException>(() => judge.Diversity(Samples(2), [0, 1]));
        Assert.Throws<ArgumentException>(() => judge.Agreement(Samples(2), [0]));
        Assert.Throws<ArgumentException>(() => judge.Agreement(Samples(1), [10]));
    }

    [Fact]
    public void It_frees_what_it_took()
    {
        Open().Dispose();
        var before = Tiny.LiveTensors();

        Open().Dispose();
        using (var judge = ClassJudge.For(_train, _test, _cache["other"], Count, steps: 20, heldOut: 50)) judge.Judge(Samples(10));

        Assert.Equal(before, Torch.Tensor.LiveCount);
    }

    [Fact]
    public void The_bench_knows_the_worlds_of_points_and_no_judge_for_points_of_a_file()
    {
        SampleSchema points = new(FieldKind.Points, 2);

        Assert.Same(ModeJudge.Ring, JudgeBench.Open(new("ring"), points));
        Assert.Same(ModeJudge.Grid, JudgeBench.Open(new("grid"), points));
        Assert.IsType<SwissRollJudge>(JudgeBench.Open(new("swiss-roll"), points));
        Assert.Null(JudgeBench.Open(new("points.npy"), new(FieldKind.Points, 2)));
    }

    private ClassJudge Open() => ClassJudge.For(_train, _test, _cache.Root, Count, steps: 20, heldOut: 50);

    private void Count(double share)
    {
        if (share == 1) _trained++;
    }

    private float[] Samples(int count)
    {
        var samples = new float[count * _train.Schema.Values];
        for (var i = 0; i < count; i++) _test.Read(1000 + i, samples.AsSpan(i * _train.Schema.Values, _train.Schema.Values), out _);
        return samples;
    }
}
