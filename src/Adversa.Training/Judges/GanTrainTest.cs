using Adversa.Metrics;
using Adversa.Metrics.Statistics;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Torch;

namespace Adversa.Training.Judges;

/// <summary>What a classifier learns from drawn samples, and what one that learned from real ones reads in drawn ones. Every classifier has the same plan, steps and seeds.</summary>
/// <remarks>Shmelkov, Schmid, Alahari, 2018, "How good is my GAN?" (arXiv:1807.09499). GAN-train is also the classification accuracy score of Ravuri and Vinyals, 2019
/// (arXiv:1905.10887). TRTR, trained on real and tested on real, is what both would be with a perfect generator; GAN-test far above it hints at copies.</remarks>
/// <param name="GanTrain">The share of unseen real samples named rightly after learning from drawn ones: are they varied and good?</param>
/// <param name="GanTest">The share of drawn samples in which the class asked for is read after learning from real ones: are they good?</param>
/// <param name="Real">The share of unseen real samples named rightly after learning from real ones: TRTR.</param>
internal sealed record GanTrainTest(Spread GanTrain, Spread GanTest, Spread Real)
{
    /// <summary>Classifiers on either side, batches that each learns from, and samples in a batch.</summary>
    internal const int Runs = 3, Steps = 300, Batch = 64;

    private const int Width = 8, Hidden = 64;

    /// <summary>How it comes about.</summary>
    internal static Text Conventions { get; } = Words.AccuracyLeNetsOfWidthBatches(Runs, Width, Steps, Batch);

    /// <summary>Where an accuracy lies at 95 % with other seeds of the classifiers and other samples in the exam; not with other samples to learn from.</summary>
    /// <param name="accuracies">Of classifiers that sat the same exam.</param>
    /// <param name="examined">Samples in it.</param>
    internal static Interval? IntervalOf(Spread accuracies, int examined)
    {
        if (accuracies.SampleDeviation is not { } deviation || examined < 1) return null;
        var (p, runs) = (accuracies.Mean, accuracies.Values.Count);
        var (ofSeeds, ofExam) = (StudentT.Quantile(0.975, runs - 1) * deviation / Math.Sqrt(runs), StudentT.Quantile(0.975, 9999) * Math.Sqrt(p * (1 - p) / examined));
        var reach = Math.Sqrt(ofSeeds * ofSeeds + ofExam * ofExam);
        return new(Math.Max(0, p - reach), Math.Min(1, p + reach));
    }

    /// <summary>Trains and examines.</summary>
    /// <param name="real">Real samples to learn from.</param>
    /// <param name="unseen">Real samples to examine on.</param>
    /// <param name="sampler">The generator, which is asked for as many samples of each class as the real ones have.</param>
    /// <param name="steps">Batches that each classifier learns from.</param>
    /// <param name="runs">Classifiers on either side, with seeds 0, 1, ...</param>
    /// <exception cref="MetricException">ADV3081: a drawn number is NaN or infinite.</exception>
    internal static GanTrainTest Of(LabelledSamples real, LabelledSamples unseen, ClassSampler sampler, int steps = Steps, int runs = Runs)
    {
        var (lesson, exam) = (Draw(real, sampler, firstSeed: 0), Draw(unseen, sampler, firstSeed: real.Labels.Length));      // no sample is learned and examined on
        var scores = (Train: new List<double>(), Test: new List<double>(), Real: new List<double>());
        for (var seed = 0; seed < runs; seed++)
        {
            using var ofReal = Learn(real, steps, seed);
            using var ofDrawn = Learn(lesson, steps, seed);
            scores.Real.Add(Accuracy(ofReal, unseen));
            scores.Test.Add(Accuracy(ofReal, exam));
            scores.Train.Add(Accuracy(ofDrawn, unseen));
        }

        return new(new(scores.Train), new(scores.Test), new(scores.Real));
    }

    /// <summary>Drawn samples with the classes of real ones, in their order.</summary>
    private static LabelledSamples Draw(LabelledSamples real, ClassSampler sampler, long firstSeed)
    {
        var (width, drawn) = (real.Schema.Values, new float[real.Samples.Length]);
        foreach (var ofClass in real.Labels.Index().GroupBy(pair => pair.Item, pair => pair.Index))
        {
            int[] places = [.. ofClass];
            foreach (var (i, sample) in sampler(ofClass.Key, SampleSheet.Seeds(firstSeed, places.Length)).Chunk(width).Index()) sample.CopyTo(drawn, places[i] * width);
            firstSeed += places.Length;
        }

        _ = FeatureSet.From(drawn, width);                         // all finite, or there is nothing to learn
        return new("drawn samples", real.Schema, drawn, real.Labels);
    }

    private static Classifier Learn(LabelledSamples source, int steps, int seed)
    {
        using var init = new Generator(Rng.Mix(seed, 1));
        using var noise = new Generator(Rng.Mix(seed, 2));
        var classifier = (Classifier)CnnClassifierVariant.Descriptor.Build(new CnnClassifierOptions(Width, Hidden), new BuildContext(source.Schema, init, noise));
        try
        {
            QuietTraining.Run(classifier, source, noise, Batch, steps, seed);
            return classifier;
        }
        catch
        {
            classifier.Dispose();
            throw;
        }
    }

    private static double Accuracy(Classifier classifier, LabelledSamples exam) =>
        ClassifierExam.Named(classifier, exam.Samples).Zip(exam.Labels).Count(pair => pair.First == pair.Second) / (double)exam.Labels.Length;
}
