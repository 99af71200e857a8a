using Adversa.Data;
using Adversa.Data.Files;
using Adversa.Formats.Arrays;
using Adversa.Metrics;
using Adversa.Metrics.Evaluation;
using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Training.Evaluations;
using Adversa.Worlds.Digits;
using Adversa.Worlds.Points;

namespace Adversa.Training.Tests.Evaluations;

public sealed class EvaluationTests : IDisposable
{
    private readonly TemporaryFolder _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Real_points_in_place_of_drawn_ones_are_as_good_as_the_floor()
    {
        var world = new RingWorld(seed: 7);
        using var evaluation = Evaluation.Open(new("ring"), world.Schema, space: null, _here.Root);

        var all = evaluation.Take(Samples(world, 1000), ["fd", "pr", "modes"]);

        Assert.Equal(["fd", "precision", "recall", "modes", "high_quality", "rkl"], all.Select(one => one.Name));
        Assert.Equal("FD-points", all[0].Title);
        Assert.InRange(all[0].Value!.Value, 0, 0.01);                   // unit ring, 1000 points: a few thousandths
        foreach (var one in all.Skip(1)) Assert.Equal(one.Floor!.Value, one.Value!.Value, tolerance: 0.06);
    }

    [Fact]
    public void Samples_that_are_not_finite_have_no_number_and_no_NaN()
    {
        var world = new RingWorld();
        using var evaluation = Evaluation.Open(new("ring"), world.Schema, space: null, _here.Root);
        var samples = Samples(world, 100);
        samples[5] = float.NaN;

        var all = evaluation.Take(samples, ["fd", "kid", "pr", "memorization", "modes"]);

        foreach (var one in all.Where(one => one.Protocol.Space == "points")) Assert.True(one is { Value: null, Missing: not null }, one.Name);
        foreach (var one in all) Assert.True(one.Value is not { } value || double.IsFinite(value), one.Name);
    }

    [Fact]
    public void Few_reals_are_refused_and_a_set_without_test_part_says_what_that_costs()
    {
        var (few, many) = (_here["few.npy"], _here["many.npy"]);
        Write(few, 30);
        Write(many, 200);
        var schema = NpySource.Open(few).Schema;

        using var tooFew = Evaluation.Open(new(few), schema, space: null, _here.Root);
        Assert.Equal(3080, Assert.Throws<MetricException>(() => tooFew.Take(new float[3 * 100], ["fd"])).Code);

        using var evaluation = Evaluation.Open(new(many), schema, space: null, _here.Root);
        var all = evaluation.Take(Samples(NpySource.Open(many), 60), ["fd", "memorization", "modes"]);
        Assert.NotNull(all[0].Value);
        Assert.Contains("no test part", all.First(one => one.Name == "authenticity").Missing!.Value.English, StringComparison.Ordinal);
        Assert.Contains("no judge knows", all.First(one => one.Name == "modes").Missing!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_without_classes_are_compared_in_a_code_that_is_trained_once()
    {
        var world = new DigitsWorld(size: 24);
        var trained = 0;

        using var first = CodeSpace.For(world, _here.Root, _ => trained++, steps: 40);
        using var second = CodeSpace.For(world, _here.Root, _ => trained++, steps: 40);
        using var other = CodeSpace.For(new DigitsWorld(seed: 1, size: 24), _here.Root, null, steps: 40);

        var samples = Samples(world, 10);
        Assert.Equal(2, trained);
        Assert.Equal(first.Features(samples).Values.ToArray(), second.Features(samples).Values.ToArray());
        Assert.Equal((10, 32), (first.Features(samples).Count, first.Features(samples).Width));
        Assert.Equal(first.Name, second.Name);
        Assert.NotEqual(first.Name, other.Name);
        Assert.Matches("^autoencoder-[0-9a-f]{8}$", first.Name);
    }

    [Fact]
    public void The_nearest_training_picture_stands_behind_each_drawn_one_the_nearest_pair_first()
    {
        var pictures = _here["pictures.npy"];
        using (var stream = File.Create(pictures)) new NpyFile([60, 8, 8], [.. Enumerable.Range(0, 60 * 64).Select(i => i / 64 / 60f - 0.5f)]).Write(stream);      // grey, ever lighter
        var source = NpySource.Open(pictures);
        using var evaluation = Evaluation.Open(new(pictures), source.Schema, Evaluation.Pixels(source.Schema), _here.Root);
        var drawn = Enumerable.Repeat(-0.5f + 30.3f / 60, 64).Concat(Enumerable.Repeat(-0.5f + 10.1f / 60, 64)).ToArray();

        var pairs = evaluation.Neighbours(drawn, 2)!;

        Assert.Equal([10.1f, 10f, 30.3f, 30f], pairs.Chunk(64).Select(picture => MathF.Round((picture[0] + 0.5f) * 60, 3)));
        Assert.Null(Evaluation.Open(new("ring"), new RingWorld().Schema, null, _here.Root).Neighbours([0, 0], 1));
    }

    [Fact]
    public void Halves_of_the_reals_share_no_sample()
    {
        Write(_here["x.npy"], 101);
        var data = new HeldOut(new(_here["x.npy"]));

        var (a, b) = data.Halves(50) is var (real, other, _) ? (real.Chunk(3).Select(row => row[0]).ToList(), other.Chunk(3).Select(row => row[0]).ToList()) : default;

        Assert.Equal(50, data.Half(2000));
        Assert.Equal(100, a.Union(b).Count());
        Assert.False(data.CanBeCopied);
    }

    [Fact]
    public void A_space_sees_each_sample_once_whatever_is_asked()
    {
        var world = new RingWorld();
        using var space = new Counting(2);
        using var evaluation = Evaluation.Open(new("ring"), world.Schema, space, _here.Root);

        var all = evaluation.Take(Samples(world, 50), ["fd", "is", "kid", "pr"]);

        Assert.All(all, one => Assert.NotNull(one.Value));
        Assert.Equal(3 * 50, space.Seen);                               // reals, other reals, drawn ones
    }

    [Fact]
    public void Inception_gives_the_same_features_with_probabilities_as_without()
    {
        var schema = new SampleSchema(FieldKind.Image, 1, 8, 8);
        using var init = new Generator(1);
        var network = new InceptionV3(init);
        network.Eval();
        using var space = new InceptionSpace(network, schema, "0123456789abcdef");
        float[] samples = [.. Enumerable.Range(0, 2 * 64).Select(i => MathF.Sin(i))];

        var (features, probabilities) = space.Read(samples);

        Assert.Equal(space.Features(samples).Values.ToArray(), features.Values.ToArray());
        Assert.Equal((2, InceptionV3.Classes), (probabilities!.Count, probabilities.Width));
        foreach (var i in new[] { 0, 1 }) Assert.Equal(1, probabilities[i].ToArray().Sum(), 9);
    }

    [Fact]
    public void What_reconstructs_and_draws_nothing_has_likeness_alone()
    {
        Write(_here["p.npy"], 60, [8, 16]);
        var source = NpySource.Open(_here["p.npy"]);
        using var evaluation = Evaluation.Open(new(_here["p.npy"]), source.Schema, Evaluation.Pixels(source.Schema), _here.Root);
        var subject = new Subject(30, Samples: null) { Reconstruct = real => [.. real.Select(value => value / 2)] };

        var all = evaluation.Take(subject, ["psnr", "ssim", "fd", "gantrain", "modes"]).ToDictionary(one => one.Name);

        Assert.True(all["psnr"].Value > 5, $"{all["psnr"].Value}");
        Assert.Contains("11 pixels", all["ssim"].Missing!.Value.English, StringComparison.Ordinal);
        foreach (var name in new[] { "fd", "modes" }) Assert.Contains("draws no samples", all[name].Missing!.Value.English, StringComparison.Ordinal);
        Assert.Contains("2 classes or more; the data has 0", all["gan_train"].Missing!.Value.English, StringComparison.Ordinal);
        Assert.Equal("fd", all["fd"].Title);
        Assert.False(evaluation.IsUnseen);
    }

    [Fact]
    public void Nothing_is_trained_for_what_needs_no_network()
    {
        Write(_here["p.npy"], 60, [8, 16]);
        var source = NpySource.Open(_here["p.npy"]);
        using var evaluation = Evaluation.Open(new(_here["p.npy"]), source.Schema, space: null, _here.Root, _ => Assert.Fail("A network was trained."));

        _ = evaluation.Take(Samples(source, 30), ["ssim", "psnr", "gantrain", "modes"]);
        _ = evaluation.Take(new Subject(30, Samples: null), ["fd"]);

        Assert.False(evaluation.HasSpace);
    }

    [Theory]
    [InlineData("ring", "ssim", "these samples are points")]
    [InlineData("ring", "gantest", "needs pictures")]
    [InlineData("digits", "gantrain", "draws no class on demand")]
    [InlineData("digits", "psnr", "reconstructs nothing")]
    public void What_does_not_apply_says_why(string data, string name, string reason)
    {
        var source = DataSets.Open(data);
        using var evaluation = Evaluation.Open(new(data), source.Schema, Evaluation.Pixels(source.Schema), _here.Root);

        var one = Assert.Single(evaluation.Take(Samples(source, 30), [name]));

        Assert.Null(one.Value);
        Assert.Contains(reason, one.Missing!.Value.English, StringComparison.Ordinal);
        Assert.NotEqual(one.Missing.Value.English, one.Missing.Value.Spanish);
    }

    private static void Write(string path, int count, int[] shape)
    {
        using var stream = File.Create(path);
        new NpyFile([count, .. shape], [.. Enumerable.Range(0, count * shape.Aggregate(1, (a, b) => a * b)).Select(i => MathF.Sin(i))]).Write(stream);
    }

    private static void Write(string path, int count)
    {
        using var stream = File.Create(path);
        new NpyFile([count, 3], [.. Enumerable.Range(0, 3 * count).Select(i => i % 3 == 0 ? i : MathF.Sin(i))]).Write(stream);
    }

    /// <summary>Coordinates as features, and the sign of the first as a class; counts what it is shown.</summary>
    private sealed class Counting(int width) : IFeatureExtractor
    {
        internal int Seen { get; private set; }

        public string Name => "counting";

        public Text About => new("", "");

        public FeatureSet Features(float[] samples)
        {
            Seen += samples.Length / width;
            return FeatureSet.From(samples, width);
        }

        public (FeatureSet Features, FeatureSet? Probabilities) Read(float[] samples) => (Features(samples),
            FeatureSet.From([.. samples.Chunk(width).SelectMany(row => row[0] > 0 ? new[] { 0.9, 0.1 } : [0.1, 0.9])], 2));

        public void Dispose() { }
    }

    private static float[] Samples(ISampleSource source, int count)
    {
        var values = new float[count * source.Schema.Values];
        for (var i = 0; i < count; i++) source.Read(i, values.AsSpan(i * source.Schema.Values, source.Schema.Values), out _);
        return values;
    }
}
