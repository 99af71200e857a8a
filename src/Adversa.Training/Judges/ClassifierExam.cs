using System.Globalization;
using Adversa.Data;
using Adversa.Metrics.Evaluation;
using Adversa.Models;
using Adversa.Torch;

namespace Adversa.Training.Judges;

/// <summary>How well a classifier names the classes of samples that it has not seen, and whether its score tells strange ones from them.</summary>
public static class ClassifierExam
{
    private const int Chunk = 250;

    /// <summary>Opens the samples to examine on, with the size, colours and classes of what was learned; classes are matched by name.</summary>
    /// <param name="data">What was learned from.</param>
    /// <param name="other">Other labelled data to examine on; null takes the data's test part.</param>
    /// <param name="learned">The fingerprint of what was learned, which must not be what is examined on.</param>
    /// <param name="schema">What was learned.</param>
    /// <param name="names">Its classes by name; null takes those of the data as it is now.</param>
    /// <exception cref="AdversaException">ADV3014: the data has no part that was not learned. ADV3048: the samples do not fit, or have none of the classes. ADV3xxx: they cannot be read.</exception>
    public static ISampleSource Open(RunData data, string? other, string learned, SampleSchema schema, IReadOnlyList<string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(schema);
        if (other is null) return data.TestAs(names) is { } test && test.Fingerprint != learned ? test : throw NoTest(data.Spec);
        return DataSets.Other(other, schema, names ?? data.Train.ClassNames) is { } given && given.Fingerprint != learned ? given : throw NoTest(other);
    }

    private static AdversaException NoTest(string data) => new(3014, ExitCode.Data, Words.HasNoTestPart(data));

    /// <summary>Examines.</summary>
    /// <param name="classifier">Who.</param>
    /// <param name="test">Labelled samples that it has not seen.</param>
    /// <param name="strange">Samples that do not belong there, to be told by the score; null leaves this out.</param>
    /// <param name="count">Samples of each, at most.</param>
    /// <returns><c>accuracy</c>; <c>recall_0</c> and on, of the classes that occurred; <c>strange_auc</c>, the share of pairs in which the strange one looks stranger, ties counting half.</returns>
    /// <exception cref="AdversaException">ADV3010: samples of another kind or number of classes. ADV2014: there is no score.</exception>
    public static JudgeReport Take(IClassifier classifier, ISampleSource test, ISampleSource? strange, int count)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(test);
        var schema = classifier.Schema;
        Fit(schema, test, needsClasses: true);
        if (strange is not null) Fit(schema, strange, needsClasses: false);
        if (strange is not null && classifier.Strangeness is null) throw new AdversaException(2014, ExitCode.Usage, Words.ClassifierHasNoScoreTellsWhat);

        var read = SpreadSamples.Read(test, count);
        var (samples, labels) = (read.Values, read.Labels);
        var named = Named(classifier, samples);
        var right = named.Zip(labels, (a, b) => a == b).ToArray();
        var accuracy = right.Count(r => r) / (double)right.Length;
        var recalls = labels.Zip(right).GroupBy(pair => pair.First).OrderBy(group => group.Key).Select(group => (Class: group.Key, Share: group.Count(p => p.Second) / (double)group.Count())).ToList();
        List<Measured> values = [new("accuracy", accuracy), .. recalls.Select(r => new Measured(string.Create(CultureInfo.InvariantCulture, $"recall_{r.Class}"), r.Share))];
        var (worst, least) = recalls.MinBy(r => r.Share);
        var sentence = Words.NamesClassOfSamples(Percent(accuracy), test.ClassNames[worst], Percent(least));
        if (strange is not null)
        {
            var auc = Auc(Strangeness(SpreadSamples.Read(strange, count).Values), Strangeness(samples));
            values.Add(new("strange_auc", auc));
            sentence = Words.StrangeSampleLooksStrangerThanOne(sentence, Percent(auc));
        }

        if (MatchedClasses.SaidOf(test) is { } unmatched) sentence = Words.FormatLine(sentence, unmatched);
        return new(right.Length, values, sentence, Words.SamplesNotLearned(
            right.Length, test.Name, strange is null ? Text.None : Words.StrangeOnesAreThoseOf(strange.Name), read.Note?.Each(text => $" {text}.") ?? Text.None));

        float[] Strangeness(float[] x) => Each(s => classifier.Strangeness!(s), x, schema);
    }

    /// <summary>The class that a classifier names for each sample.</summary>
    /// <param name="classifier">Who.</param>
    /// <param name="samples">Samples one after another.</param>
    internal static int[] Named(IClassifier classifier, float[] samples) =>
        [.. Each(classifier.Probabilities, samples, classifier.Schema).Chunk(classifier.Schema.Classes).Select(row => Array.IndexOf(row, row.Max()))];

    /// <summary>The share of pairs (a, b) with a above b; ties count half. Mann and Whitney's U over the number of pairs.</summary>
    /// <param name="high">Those that should be higher; 1 or more.</param>
    /// <param name="low">Those that should be lower; 1 or more.</param>
    internal static double Auc(float[] high, float[] low)
    {
        var sorted = low.Order().ToArray();
        return high.Sum(x => (Below(sorted, x, orEqual: false) + Below(sorted, x, orEqual: true)) / 2.0) / ((double)high.Length * low.Length);
    }

    private static int Below(float[] sorted, float x, bool orEqual)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (sorted[middle] < x || (orEqual && sorted[middle] == x)) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    private static void Fit(SampleSchema schema, ISampleSource source, bool needsClasses)
    {
        var other = source.Schema;
        if ((schema.Kind, schema.Channels, schema.Height, schema.Width) == (other.Kind, other.Channels, other.Height, other.Width) && (!needsClasses || other.Classes == schema.Classes)) return;
        throw new AdversaException(3010, ExitCode.Data, Words.ClassifierTakesSamples(schema, needsClasses ? Words.WithClasses(schema.Classes) : Text.None, source.Name, other, needsClasses ? Words.With(other.Classes) : Text.None));
    }

    private static float[] Each(Func<Tensor, Tensor> ask, float[] samples, SampleSchema schema)
    {
        var answers = new List<float>();
        foreach (var chunk in samples.Chunk(Chunk * schema.Values))
        {
            using var scope = new TensorScope();
            answers.AddRange(ask(Tensor.From<float>(chunk, schema.BatchShape(chunk.Length / schema.Values))).ToArray<float>());
        }

        return [.. answers];
    }

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
