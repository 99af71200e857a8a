using System.Globalization;
using Adversa.Data;
using Adversa.Metrics;
using Adversa.Metrics.Evaluation;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Torch.Nn;
using Adversa.Torch;

namespace Adversa.Training.Judges;

/// <summary>Reads pictures with a classifier that Adversa trains once on the data's own classes and keeps in a cache.</summary>
/// <remarks>A sample counts as read when the classifier's confidence is above 0.9. Its accuracy on held-out real samples stands beside every verdict.</remarks>
public sealed partial class ClassJudge : IJudge
{
    /// <summary>A sample is read when the confidence is above this.</summary>
    internal const double Confident = 0.9;

    private const int Version = 1;               // raise it when the training below changes: cached judges are then made anew
    private const string WhatIsMeasured = "spread";    // another word when what is measured of it changes: the same, with the same weights
    private const int Batch = 128, LeastSteps = 1200, MostSteps = 6000, Epochs = 8, HeldOut = 10_000, Chunk = 250;

    private readonly Classifier _classifier;
    private readonly SampleSchema _schema;
    private readonly ISampleSource _test;
    private int _heldOut;
    private int _unread;                         // held-out samples that could not be read, and were replaced by others

    private ClassJudge(Classifier classifier, ISampleSource test, string key) => (_classifier, _schema, _test, Key) = (classifier, test.Schema, test, key);

    /// <summary>Thirty-two hexadecimal digits: which data it was trained and measured on, and how.</summary>
    public string Key { get; }

    /// <summary>The share of held-out real samples whose class it names.</summary>
    public double Accuracy { get; private set; }

    /// <summary>The share of held-out real samples that it reads with confidence: what a perfect generator would reach.</summary>
    public double RealReadable { get; private set; }

    /// <summary>Takes the judge of a data set from the cache, or trains it.</summary>
    /// <param name="train">Labelled pictures to learn from.</param>
    /// <param name="test">Labelled pictures that are not among them.</param>
    /// <param name="cache">Where judges are kept.</param>
    /// <param name="progress">Told the share done, in [0, 1], while it trains.</param>
    public static ClassJudge For(ISampleSource train, ISampleSource test, string cache, Action<double>? progress = null) =>
        For(train, test, cache, progress, StepsFor(train), HeldOut);

    /// <summary>Several passes over real data; a world's clean samples are learned sooner.</summary>
    private static int StepsFor(ISampleSource train) => train.IsEndless ? LeastSteps : (int)Math.Clamp(Epochs * train.Count / Batch, LeastSteps, MostSteps);

    /// <summary>The same with another length of training, for tests.</summary>
    internal static ClassJudge For(ISampleSource train, ISampleSource test, string cache, Action<double>? progress, int steps, int heldOut)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        var key = NetworkCache.Key("class-judge", $"{Version}", $"{steps}", $"{heldOut} {WhatIsMeasured}", train.Fingerprint, test.Fingerprint, $"{train.Schema}");
        var folder = Path.Join(cache, "judges", key);
        using var noise = new Generator(Rng.Mix(Version, 2));
        using var init = new Generator(Rng.Mix(Version, 1));
        var build = new BuildContext(train.Schema, init, noise);
        var variant = CnnClassifierVariant.Descriptor;
        var judge = new ClassJudge((Classifier)variant.Build(new CnnClassifierOptions(), build), test, key);
        try
        {
            if (judge.TryLoad(folder)) return judge;
            QuietTraining.Run(judge._classifier, train, noise, Batch, steps, seed: Version, progress);
            judge.Measure(heldOut);
            NetworkCache.TrySave(folder, judge.Network, new() { ["accuracy"] = judge.Accuracy, ["realReadable"] = judge.RealReadable, ["heldOut"] = judge._heldOut, ["unread"] = judge._unread, ["steps"] = steps });
            return judge;
        }
        catch
        {
            judge.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public JudgeReport Judge(float[] samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Length == 0 || samples.Length % _schema.Values != 0)
            throw new ArgumentException($"Expected one or more samples of {_schema.Values} numbers; got {samples.Length} numbers.", nameof(samples));
        var (classes, confidence) = Read(samples);
        var modes = ModeCount.Of(_schema.Classes, classes.Zip(confidence, static (k, c) => c > Confident ? k : -1));
        var (read, count, readable, drawn) = (modes.Good, classes.Length, modes.HighQuality, modes.Drawn);
        var rarest = read.Index().MinBy(pair => pair.Item).Index;
        List<Measured> values =
        [
            new("readable", readable), new("classes", drawn), new("rarest_class", rarest), new("rarest_share", read[rarest] / (double)count), new("class_entropy", modes.Entropy / Math.Log(_schema.Classes)), new("rkl", modes.ReverseKl),
            .. read.Select((n, k) => new Measured(string.Create(CultureInfo.InvariantCulture, $"class_{k}"), n / (double)count)),
            .. Distances(samples), new("judge_accuracy", Accuracy), new("real_readable", RealReadable),
        ];
        var (share, all, rare) = (Percent(readable), _schema.Classes, Percent(read[rarest] / (double)count));
        return new(count, values, Words.JudgeReadsOfSamplesWithConfidence(share, Percent(RealReadable), drawn, all, _test.ClassNames[rarest], rare),
            Words.ClassJudgeProtocol(Percent(Accuracy, 2), _heldOut, _unread > 0 ? Words.MoreCouldNotBeRead(_unread) : Text.None, MatchedClasses.SaidOf(_test)?.Each(text => $"{text.TrimEnd('.')}; ") ?? Text.None, Confident));
    }

    /// <inheritdoc/>
    public void Dispose() => _classifier.Dispose();

    private Module Network => _classifier.Players[0].Network;

    private bool TryLoad(string folder)
    {
        if (NetworkCache.TryLoad(folder, Network) is not { } facts) return false;
        (Accuracy, RealReadable, _heldOut, _unread) = (facts["accuracy"]!.GetValue<double>(), facts["realReadable"]!.GetValue<double>(), facts["heldOut"]!.GetValue<int>(), facts["unread"]!.GetValue<int>());
        return true;
    }

    private static string Percent(double share, int decimals = 0) => (100 * share).ToString($"F{decimals}", CultureInfo.InvariantCulture) + " %";

    /// <summary>The likeliest class of each sample and its probability.</summary>
    internal (int[] Classes, float[] Confidence) Read(float[] samples)
    {
        var count = samples.Length / _schema.Values;
        var classes = new int[count];
        var confidence = new float[count];
        foreach (var (i, row) in Probabilities(samples).Chunk(_schema.Classes).Index())
            for (var k = 0; k < row.Length; k++)
                if (row[k] > confidence[i]) (classes[i], confidence[i]) = (k, row[k]);

        return (classes, confidence);
    }

    /// <summary>The probability of each class, <c>[N, K]</c> row by row.</summary>
    internal float[] Probabilities(float[] samples) => InChunks(samples, _classifier.Probabilities);

    private float[] InChunks(float[] samples, Func<Tensor, Tensor> network)
    {
        var values = new List<float>();
        foreach (var (start, n) in Chunks(samples))
        {
            using var scope = new TensorScope();
            values.AddRange(network(Images(samples, start, n)).ToArray<float>());
        }

        return [.. values];
    }

    /// <summary>Samples as they fit through the network at once.</summary>
    private IEnumerable<(int Start, int Count)> Chunks(float[] samples)
    {
        var count = samples.Length / _schema.Values;
        for (var start = 0; start < count; start += Chunk) yield return (start, Math.Min(Chunk, count - start));
    }

    private Tensor Images(float[] samples, int start, int count) =>
        Tensor.From<float>(samples.AsSpan(start * _schema.Values, count * _schema.Values), _schema.BatchShape(count));      // [N, C, H, W]

    private void Measure(int heldOut)
    {
        var read = SpreadSamples.Read(_test, heldOut);
        (_heldOut, _unread) = (read.Count, read.Unread);
        var (classes, confidence) = Read(read.Values);
        Accuracy = classes.Zip(read.Labels).Count(pair => pair.First == pair.Second) / (double)read.Count;
        RealReadable = confidence.Count(c => c > Confident) / (double)read.Count;
    }
}
