using Adversa.Data;
using Adversa.Training.Judges;
using Adversa.Training.Studies;

namespace Adversa.Training.Tests.Studies;

public sealed class AugmentStudyTests
{
    // Of class 0 two of three are found and nothing else is called 0: precision 1, recall 2/3, F1 4/5. Of class 1 both are found, one more is called 1: 2/3, 1, 4/5. Class 2 does not occur.
    [Fact]
    public void Scores_of_classes_are_those_of_a_hand_count()
    {
        var scores = ClassScores.Of(named: [0, 0, 1, 1, 1], truth: [0, 0, 0, 1, 1], classes: 3);

        Assert.Equal((0.8, 0.8), (Math.Round(scores.Accuracy, 12), Math.Round(scores.MacroF1, 12)));
        Assert.Equal([2 / 3.0, 1, double.NaN], scores.Recalls);
        Assert.Equal(1 / 3.0, ClassScores.Of([0, 0], [0, 1], 2).MacroF1, 12);                 // (2/3 + 0) / 2: a class that is never named counts
    }

    // Differences that are all alike leave no room; those of -1 and 1 have a mean of any size between. For 8 normal differences the bootstrap's half-width is near 1.96·s/√n, with s over n.
    [Fact]
    public void The_interval_is_that_of_a_mean()
    {
        Assert.Equal(new PairedDifference(0.5, 0.5, 0.5, 3), PairedDifference.Of([1.5, 2.5, 3.5], [1, 2, 3]));
        var wide = PairedDifference.Of([1, -1, 1, -1], [0, 0, 0, 0]);
        Assert.Equal((0, -1, 1), (wide.Mean, wide.Low, wide.High));
        double[] d = [0.3, -0.1, 0.25, 0.4, 0.05, 0.2, 0.15, 0.35];
        var deviation = Math.Sqrt(d.Average(x => Math.Pow(x - d.Average(), 2)));

        var gain = PairedDifference.Of(d, new double[8]);

        Assert.Equal(1.96 * deviation / Math.Sqrt(8), (gain.High - gain.Low) / 2, 0.01);
        Assert.Equal(gain, PairedDifference.Of(d, new double[8]));
    }

    [Theory]
    [InlineData(0.02, 0.001, 0.04, AugmentVerdict.Use)]
    [InlineData(0.02, -0.001, 0.04, AugmentVerdict.NoEffect)]
    [InlineData(0.004, 0.003, 0.005, AugmentVerdict.NoEffect)]           // certain, and not worth speaking of
    [InlineData(-0.02, -0.04, -0.001, AugmentVerdict.Harmful)]
    [InlineData(-0.02, -0.04, 0.001, AugmentVerdict.NoEffect)]
    public void The_verdict_needs_the_whole_interval_and_a_difference_worth_speaking_of(double mean, double low, double high, AugmentVerdict verdict) =>
        Assert.Equal(verdict, AugmentResult.Of(new(mean, low, high, 8)));

    [Fact]
    public void Classes_are_filled_up_by_repeating_or_by_drawing_and_real_samples_stay()
    {
        var real = new FewLabels(DataSpec.Open("digits"), [4, 1, 2, 1, 1, 1, 1, 1, 1, 1]);
        List<(int, long[])> asked = [];
        var repeated = new FilledClasses(real, 100, 0, null, 0);
        var drawn = new FilledClasses(real, 100, 0, (k, seeds) =>
        {
            asked.Add((k, [.. seeds]));
            return [.. seeds.SelectMany(seed => Enumerable.Repeat((float)seed, 784))];
        }, 1000);

        Assert.Equal([4, 1, 2, 1, 1, 1, 1, 1, 1, 1], drawn.Counts);
        foreach (var source in new[] { repeated, drawn })
            Assert.All(Enumerable.Range(0, 10), k => Assert.Equal(4, Samples(source).Count(sample => sample.Label == k)));
        Assert.Single(Samples(repeated).Where(sample => sample.Label == 1).Select(sample => string.Join(' ', sample.Values)).Distinct());
        Assert.Equal(26, drawn.Drawn);
        Assert.Equal(asked.SelectMany(pair => pair.Item2).Count(), asked.SelectMany(pair => pair.Item2).Distinct().Count());      // no seed twice
        Assert.Equal(asked.SelectMany(pair => pair.Item2.Select(seed => (pair.Item1, (float)seed))).Order(),
            Samples(drawn).Where(sample => sample.Values[0] >= 1000).Select(sample => (sample.Label, sample.Values[0])).Order());

        static List<(float[] Values, int Label)> Samples(ISampleSource source) => [.. Enumerable.Range(0, (int)source.Count).Select(i =>
        {
            var values = new float[784];
            source.Read(i, values, out var label);
            return (values, label);
        })];
    }

    // One picture of each class to learn from, and a generator that draws the world itself: the arm that it fills must win, whatever else a few steps can show.
    [Fact]
    public void True_samples_of_scarce_classes_are_worth_using()
    {
        var (real, world) = (new FewLabels(DataSpec.Open("digits"), 1), new FewLabels(DataSpec.Open("digits", new(Seed: 1)), 40));
        var samples = Enumerable.Range(0, (int)world.Count).Select(i =>
        {
            var values = new float[784];
            world.Read(i, values, out var label);
            return (values, label);
        }).ToLookup(pair => pair.label, pair => pair.values);
        var study = new AugmentStudy(Runs: 2, Steps: 40, OfEach: 30) { Width = 4, TestSamples = 300 };

        var result = study.Run(real, DataSpec.Open("digits", new(Split: Split.Test)), (k, seeds) => [.. seeds.SelectMany(seed => samples[k].ElementAt((int)(seed % 40)))]);

        Assert.Equal(AugmentVerdict.Use, result.Verdict);
        Assert.True(result.OverReal.Low > 0.1, $"{result.Sentence.English}");
        Assert.Equal(["both", "classic", "gan", "real"], result.Scores.Keys.Order());
        Assert.All(result.Scores.Values, runs => Assert.Equal(2, runs.Count));
        Assert.InRange(result.GanTrain, 0.5, 1);
        Assert.StartsWith("Use them: generated samples help. Macro-F1 +0.", result.Sentence.English, StringComparison.Ordinal);
    }
}
