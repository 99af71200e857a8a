using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Data.Augmenting;
using Adversa.Models;
using Adversa.Training.Judges;
using Adversa.Training.Plans;

namespace Adversa.Training.Studies;

/// <summary>Whether generated samples help a classifier whose data is scarce, or hurt it: four arms, the same classifier, steps, seeds and class sizes.</summary>
/// <remarks>Every arm shows each class equally often: <c>real</c> repeats what there is, <c>classic</c> shifts and rotates it, <c>gan</c> fills up with drawn samples, <c>both</c> does
/// both. So balance alone, more steps, or copies counted as data cannot pass for a gain. Beside them stand GAN-train, a classifier that learned from drawn samples alone, and
/// GAN-test, how often a classifier that learned from real ones agrees with the class asked for (Shmelkov, Schmid, Alahari, 2018, arXiv:1807.09499).</remarks>
/// <param name="Runs">Classifiers of each arm, with seeds 0, 1, ...; 2 or more.</param>
/// <param name="Steps">Batches that each classifier learns from.</param>
/// <param name="OfEach">Samples of each class after filling; 0 takes as many as the largest class has.</param>
public sealed record AugmentStudy(int Runs = 8, int Steps = 300, int OfEach = 0)
{
    /// <summary>The names of the arms.</summary>
    public const string Real = "real", Classic = "classic", Gan = "gan", Both = "both";

    private const int MostReal = 20_000, Asked = 100;
    private const long Apart = 1_000_000_000;            // so that no two runs draw the same samples
    private const string Fakes = "fakes";

    /// <summary>A difference of macro-F1 that is worth speaking of.</summary>
    public const double Least = 0.005;

    /// <summary>Side of the classifier's shapes: channels of its first convolution.</summary>
    public int Width { get; init; } = 8;

    /// <summary>Test samples, at most.</summary>
    public int TestSamples { get; init; } = 2000;

    /// <summary>What <c>classic</c> does to pictures.</summary>
    public Augmentation Variation { get; init; } = new(Shift: 0.1, Rotate: 10);

    /// <summary>Told how many classifiers are done, and of how many.</summary>
    public Action<int, int>? Progress { get; init; }

    /// <summary>Told of samples that could not be read and were replaced by others.</summary>
    public Action<Text>? Warn { get; init; }

    /// <summary>Trains and examines every arm with every seed.</summary>
    /// <param name="real">Labelled samples to learn from.</param>
    /// <param name="test">Labelled samples that neither classifier nor generator has seen.</param>
    /// <param name="sampler">The generator.</param>
    /// <exception cref="AdversaException">ADV3010: the samples cannot be learned by a convolutional classifier.</exception>
    public AugmentResult Run(ISampleSource real, ISampleSource test, ClassSampler sampler)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(sampler);
        var examined = SpreadSamples.Read(test, TestSamples);
        var (samples, truth) = (examined.Values, examined.Labels);
        if (examined.Note is { } note) Warn?.Invoke(note);
        var scores = new[] { Real, Classic, Gan, Both, Fakes }.ToDictionary(arm => arm, _ => new List<ClassScores>());
        List<double> agreement = [];
        IReadOnlyList<int> counts = [];
        for (var run = 0; run < Runs; run++)
        {
            var (repeated, filled) = (new FilledClasses(real, MostReal, OfEach, null, 0), new FilledClasses(real, MostReal, OfEach, sampler, run * Apart));
            var drawn = new FilledClasses(real, 0, OfEach > 0 ? OfEach : repeated.Counts.Max(), sampler, run * Apart + Apart / 2);
            counts = repeated.Counts;
            if (run == 0) foreach (var unread in repeated.Notes) Warn?.Invoke(unread);
            foreach (var (arm, source, varied) in new[] { (Real, repeated, false), (Classic, repeated, true), (Gan, filled, false), (Both, filled, true), (Fakes, drawn, false) })
            {
                using var setup = Learn(source, run, varied);
                var classifier = (Classifier)setup.Model;
                scores[arm].Add(ClassScores.Of(ClassifierExam.Named(classifier, samples), truth, real.Schema.Classes));
                if (arm == Real) agreement.Add(Agreement(classifier, sampler, (run + 0.75) * Apart));
                Progress?.Invoke(scores.Values.Sum(list => list.Count), scores.Count * Runs);
            }
        }

        return new(scores.Where(pair => pair.Key != Fakes).ToDictionary(pair => pair.Key, pair => (IReadOnlyList<ClassScores>)pair.Value), counts,
            GanTrain: scores[Fakes].Average(s => s.Accuracy), GanTest: agreement.Average());
    }

    private Setup Learn(ISampleSource source, int seed, bool varied)
    {
        var values = new JsonObject
        {
            ["variant"] = "cnn-classifier", ["preset"] = "lenet", ["batch"] = 64, ["steps"] = Steps, ["seed"] = seed, ["emaHalfLife"] = 0,
            ["options"] = new JsonObject { ["width"] = Width, ["hidden"] = 8 * Width },
        };
        if (varied) values["augment"] = new JsonObject(Augmentation.Parts.Where(part => part.Of(Variation) != 0).Select(part => KeyValuePair.Create(part.Name, (JsonNode?)part.Of(Variation))));
        var setup = new Setup(new RecipeResolver().Add("augment", values).Resolve(source.Schema), source);
        while (setup.Trainer.Round < Steps) setup.Trainer.Update(read: false);
        return setup;
    }

    private static double Agreement(Classifier classifier, ClassSampler sampler, double seed)
    {
        var classes = Enumerable.Range(0, classifier.Schema.Classes).ToList();
        return classes.Average(k => ClassifierExam.Named(classifier, sampler(k, SampleSheet.Seeds((long)seed + k * Asked, Asked))).Count(named => named == k) / (double)Asked);
    }
}
