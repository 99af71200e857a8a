using Adversa.Data;
using Adversa.Metrics.Statistics;
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

    [Fact]
    public void A_difference_is_that_of_the_mean_with_the_tests_and_intervals_of_any_study()
    {
        double[] d = [0.3, -0.1, 0.25, 0.4, 0.05, 0.2, 0.15, 0.35];

        var gain = PairedDifference.Of(d, new double[8]);

        Assert.Equal((d.Average(), PairedTests.SignFlip(d), Bootstrap.Mean(d)), (gain.Mean, gain.P, gain.Interval));
        Assert.Equal(new Interval(0.5, 0.5), PairedDifference.Of([1.5, 2.5, 3.5], [1, 2, 3]).Interval);
        Assert.Equal(6, PairedDifference.Fewest);
    }

    [Theory]
    [InlineData(0.02, 0.04, AugmentVerdict.Use)]
    [InlineData(0.02, 0.06, AugmentVerdict.NoEffect)]
    [InlineData(0.004, 0.01, AugmentVerdict.NoEffect)]           // certain, and not worth speaking of
    [InlineData(-0.02, 0.04, AugmentVerdict.Harmful)]
    [InlineData(-0.02, 0.06, AugmentVerdict.NoEffect)]
    public void The_verdict_needs_that_chance_is_unlikely_and_a_difference_worth_speaking_of(double mean, double p, AugmentVerdict verdict) => Assert.Equal(verdict, PairedDifference.VerdictOf(mean, p));

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Few_runs_give_no_verdict_and_say_how_many_it_takes(int runs)
    {
        double[] all = [.. Enumerable.Range(0, runs).Select(i => 0.9 + 0.001 * i)];
        var result = Result(all, [.. all.Select(score => score - 0.3)]);

        Assert.Null(result.Verdict);
        Assert.StartsWith($"No verdict: {runs} runs of each arm decide nothing, however much they agree; it takes 6 or more", result.Sentence.English, StringComparison.Ordinal);
        Assert.StartsWith($"Sin veredicto: {runs} ejecuciones", result.Sentence.Spanish, StringComparison.Ordinal);
        Assert.Equal(AugmentVerdict.Use, Result([.. all, .. all, .. all], [.. all.Concat(all).Concat(all).Select(score => score - 0.3)]).Verdict);
    }

    // 50 of 1,000 are expected at most, with a standard deviation of 6.9; 71 are three of them more. A plain percentile bootstrap says "use" or "harmful" in 100 and more.
    [Theory]
    [InlineData(6, "normal")]
    [InlineData(8, "normal")]
    [InlineData(12, "normal")]
    [InlineData(6, "skewed")]
    [InlineData(8, "skewed")]
    [InlineData(12, "skewed")]
    [InlineData(6, "tied")]
    [InlineData(8, "tied")]
    [InlineData(12, "tied")]
    public void Of_a_thousand_studies_without_an_effect_no_more_say_one_than_the_level_allows(int runs, string kind)
    {
        var rng = new Rng(runs);
        double Score() => kind switch
        {
            "normal" => 0.02 * rng.Normal(),
            "skewed" => -0.02 * Math.Exp(rng.Normal()),                  // now and then a classifier fails
            _ => Math.Round(2 * rng.Normal()) / 100,                     // few test samples: many runs score the same
        };

        var wrong = Enumerable.Range(0, 1000).Count(_ =>
        {
            var d = PairedDifference.Of([.. Enumerable.Range(0, runs).Select(_ => Score())], [.. Enumerable.Range(0, runs).Select(_ => Score())]);
            return PairedDifference.VerdictOf(d.Mean, d.P) != AugmentVerdict.NoEffect;
        });

        Assert.InRange(wrong, 0, 71);
    }

    private static AugmentResult Result(double[] gan, double[] real)
    {
        static ClassScores[] Scores(double[] f1) => [.. f1.Select(score => new ClassScores(score, score, [score, score]))];
        return new(new Dictionary<string, IReadOnlyList<ClassScores>> { [AugmentStudy.Real] = Scores(real), [AugmentStudy.Classic] = Scores(real), [AugmentStudy.Gan] = Scores(gan), [AugmentStudy.Both] = Scores(gan) }, [10, 10], 0.5, 0.5);
    }

    [Fact]
    public void Classes_are_filled_up_by_repeating_or_by_drawing_and_real_samples_stay()
    {
        var real = new FewLabels(DataSets.Open("digits"), [4, 1, 2, 1, 1, 1, 1, 1, 1, 1]);
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
        var (real, world) = (new FewLabels(DataSets.Open("digits"), 1), new FewLabels(DataSets.Open("digits", new(Seed: 1)), 40));
        var samples = Enumerable.Range(0, (int)world.Count).Select(i =>
        {
            var values = new float[784];
            world.Read(i, values, out var label);
            return (values, label);
        }).ToLookup(pair => pair.label, pair => pair.values);
        var study = new AugmentStudy(Runs: 6, Steps: 40, OfEach: 30) { Width = 4, TestSamples = 300 };

        var result = study.Run(real, DataSets.Open("digits", new(Split: Split.Test)), (k, seeds) => [.. seeds.SelectMany(seed => samples[k].ElementAt((int)(seed % 40)))]);

        Assert.Equal(AugmentVerdict.Use, result.Verdict);
        Assert.True(result.OverReal.Interval!.Value.Low > 0.05, $"{result.Sentence.English}");
        Assert.Equal(["both", "classic", "gan", "real"], result.Scores.Keys.Order());
        Assert.All(result.Scores.Values, runs => Assert.Equal(6, runs.Count));
        Assert.InRange(result.GanTrain, 0.5, 1);
        Assert.StartsWith("Use them: generated samples help. Macro-F1 +0.", result.Sentence.English, StringComparison.Ordinal);
    }
}
