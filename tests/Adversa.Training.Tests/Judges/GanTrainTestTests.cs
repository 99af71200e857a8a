using Adversa.Data;
using Adversa.Metrics;
using Adversa.Metrics.Statistics;
using Adversa.Training.Judges;

namespace Adversa.Training.Tests.Judges;

public class GanTrainTestTests
{
    private const int Steps = 60, Count = 300;

    // A generator that draws the world itself, one that always draws the same three pictures of each class, and one that draws the next class: what each is bad at shows in its own number.
    // Three classifiers of 0.7 to 0.9 are 4.303 · 0.1 / √3 = 0.248 unsure by their seeds; that they sat an exam of 100 samples adds 1.96 · √(0.8 · 0.2 / 100) = 0.078.
    [Fact]
    public void The_interval_knows_seeds_and_exam()
    {
        var interval = GanTrainTest.IntervalOf(new([0.7, 0.8, 0.9]), 100)!.Value;

        Assert.Equal(0.8 - Math.Sqrt(0.248414 * 0.248414 + 0.0784 * 0.0784), interval.Low, 1e-4);
        Assert.Equal(1, interval.High);
        Assert.Equal(0.0392, 0.8 - GanTrainTest.IntervalOf(new([0.8, 0.8, 0.8]), 400)!.Value.Low, 1e-4);       // classifiers that agree still sat one exam
        Assert.Null(GanTrainTest.IntervalOf(new([0.8]), 100));
    }

    [Fact]
    public void Variety_shows_in_gan_train_and_rightness_in_both()
    {
        var (real, unseen) = (Labelled(seed: 0, Split.Train), Labelled(seed: 0, Split.Test));
        var world = Labelled(seed: 1, Split.Train, 3000);
        var ofClass = world.Labels.Index().ToLookup(pair => pair.Item, pair => world.Samples[(pair.Index * 784)..((pair.Index + 1) * 784)]);
        float[] Draw(int k, IReadOnlyList<long> seeds, int of) => [.. seeds.SelectMany(seed => ofClass[k].ElementAt((int)(seed % of)))];

        var perfect = GanTrainTest.Of(real, unseen, (k, seeds) => Draw(k, seeds, 200), Steps, runs: 2);
        var collapsed = GanTrainTest.Of(real, unseen, (k, seeds) => Draw(k, seeds, 1), Steps, runs: 2);
        var wrong = GanTrainTest.Of(real, unseen, (k, seeds) => Draw((k + 1) % 10, seeds, 200), Steps, runs: 2);

        Assert.True(perfect.Real.Mean > 0.6, $"{perfect.Real.Mean}");
        Assert.Equal(perfect.Real.Mean, perfect.GanTrain.Mean, tolerance: 0.15);
        Assert.Equal(perfect.Real.Mean, perfect.GanTest.Mean, tolerance: 0.15);
        Assert.True(collapsed.GanTrain.Mean < perfect.GanTrain.Mean - 0.2, $"{collapsed.GanTrain.Mean} {perfect.GanTrain.Mean}");
        Assert.True(collapsed.GanTest.Mean > 0.5, $"{collapsed.GanTest.Mean}");
        Assert.True(wrong is { GanTrain.Mean: < 0.2, GanTest.Mean: < 0.2 }, $"{wrong.GanTrain.Mean} {wrong.GanTest.Mean}");
        Assert.Equal(perfect.Real.Values, wrong.Real.Values);                         // the same seeds, whoever draws
    }

    [Fact]
    public void As_many_of_each_class_are_asked_for_as_there_are_and_no_seed_twice()
    {
        var (real, unseen) = (Labelled(seed: 0, Split.Train, 40), Labelled(seed: 0, Split.Test, 30));
        var asked = new List<(int Class, long Seed)>();

        _ = GanTrainTest.Of(real, unseen, (k, seeds) =>
        {
            asked.AddRange(seeds.Select(seed => (k, seed)));
            return new float[seeds.Count * 784];
        }, steps: 1, runs: 1);

        Assert.Equal(70, asked.Select(pair => pair.Seed).Distinct().Count());
        Assert.Equal(real.Labels.Concat(unseen.Labels).Order(), asked.Select(pair => pair.Class).Order());
    }

    [Fact]
    public void Samples_that_are_not_finite_teach_nothing() => Assert.Equal(3081, Assert.Throws<MetricException>(() => GanTrainTest.Of(
        Labelled(0, Split.Train, 20), Labelled(0, Split.Test, 20), (_, seeds) => [.. Enumerable.Repeat(float.NaN, seeds.Count * 784)], 1, 1)).Code);

    private static LabelledSamples Labelled(long seed, Split split, int count = Count) => DataSets.Open("digits", new(Seed: seed, Split: split)) is var world && SpreadSamples.Read(world, count) is var read
        ? new(world.Name, world.Schema, read.Values, read.Labels) : throw new InvalidOperationException();
}
