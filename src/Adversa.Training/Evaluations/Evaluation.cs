using Adversa.Data;
using Adversa.Metrics;
using Adversa.Metrics.Evaluation;
using Adversa.Models.Variants;
using Adversa.Training.Judges;

namespace Adversa.Training.Evaluations;

/// <summary>Measures drawn samples against real ones in one feature space, and real ones against real ones beside it.</summary>
public sealed class Evaluation : IDisposable
{
    /// <summary>The metric that a judge answers: how many classes, centres or tuples are drawn, and how evenly.</summary>
    public const string Modes = "modes";

    /// <summary>The metrics that train classifiers on real and on drawn samples.</summary>
    public const string GanTrain = "gantrain", GanTest = "gantest";

    /// <summary>Real samples in each half that numbers need.</summary>
    internal const int LeastReal = 20;

    private readonly HeldOut _data;
    private readonly SampleSchema _schema;
    private readonly Lazy<IJudge?> _judge;
    private readonly Lazy<IFeatureExtractor> _space;
    private readonly string _dataName;
    private FeatureSet? _train;                  // features of what was learned from: many, so computed once

    private Evaluation(HeldOut data, SampleSchema schema, Lazy<IJudge?> judge, Lazy<IFeatureExtractor> space, string dataName) => (_data, _schema, _judge, _space, _dataName) = (data, schema, judge, space, dataName);

    /// <summary>The space in which samples are compared; the data's own may be trained when it is first asked for.</summary>
    public IFeatureExtractor Space => _space.Value;

    /// <summary>Whether any metric has needed the space.</summary>
    public bool HasSpace => _space.IsValueCreated;

    /// <summary>Every name that may be asked for.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. MetricCatalog.All.Select(metric => metric.Name), .. PictureMetrics.Names, GanTrain, GanTest, Modes];

    /// <summary>Whether a judge's number belongs to <see cref="Modes"/>.</summary>
    internal static bool IsOfModes(string number) => number is "modes" or "classes" or "high_quality" or "rarest_share" or "class_entropy" or "rkl" or "readable";

    /// <summary>Whether real samples were kept from the training, so that numbers compare with what was not learned.</summary>
    public bool IsUnseen => _data.Test is not null && !_data.IsHeldBack;

    /// <summary>What the user should know of real samples that could not be read: how many, and one of them. It grows while numbers are taken.</summary>
    public IReadOnlyCollection<Text> Notes => _data.Notes;

    /// <summary>Classes that the training or the test part lacks; null where both have the same.</summary>
    public Text? Unmatched => MatchedClasses.SaidOf(_data.Test);

    /// <summary>Opens the data. Judge and space are opened where a metric needs them, and trained where they are not in the cache.</summary>
    /// <param name="data">The run's data.</param>
    /// <param name="schema">The samples that will be measured.</param>
    /// <param name="space">A space that the caller opened and this one will own; null takes the data's own: coordinates of points, the judge's last layer of
    /// labelled pictures, the code of an autoencoder of others.</param>
    /// <param name="cache">Where networks are kept.</param>
    /// <param name="progress">Told the share done while a network is trained.</param>
    public static Evaluation Open(RunData data, SampleSchema schema, IFeatureExtractor? space, string cache, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(schema);
        var reals = new HeldOut(data);
        var judge = new Lazy<IJudge?>(() => JudgeBench.Open(data, schema, progress));      // may have to be trained: only where it is asked
        return new(reals, schema, judge, space is not null ? new(space) : new(() => Own(reals, schema, judge, cache, progress)), data.Spec);
    }

    /// <summary>Measures.</summary>
    /// <param name="subject">Whom.</param>
    /// <param name="names">Which metrics, of <see cref="Names"/>.</param>
    /// <returns>Every number of every metric, in the order asked for.</returns>
    /// <exception cref="MetricException">ADV3080: there are too few real samples.</exception>
    public IReadOnlyList<Score> Take(Subject subject, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(names);
        var (real, other, count) = _data.Halves(_data.Half(subject.Count));
        if (count < LeastReal) throw MetricException.TooFew(Words.GivesRealSamplesForEachHalf(_dataName, count, LeastReal));
        return Take(new Taken(count, real, other, subject.Samples?[..(count * _schema.Values)]), subject, names);
    }

    /// <summary>Measures samples against others that the caller read.</summary>
    /// <param name="samples">What is judged and what it is held against.</param>
    /// <param name="names">Which metrics, of <see cref="Names"/>.</param>
    /// <returns>Every number of every metric, in the order asked for.</returns>
    public IReadOnlyList<Score> Take(ComparedSamples samples, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(names);
        return Take(new Taken(samples.RealCount, samples.Real, samples.Others, samples.Judged), new Subject(samples.JudgedCount, samples.Judged), names);
    }

    private IReadOnlyList<Score> Take(Taken taken, Subject subject, IReadOnlyList<string> names)
    {
        var compared = new Lazy<(MetricInput, MetricInput?)>(() => Inputs(taken, names));
        var lessons = new Lazy<GanTrainTest>(() => Lessons(subject));
        return [.. names.SelectMany(Of)];

        IReadOnlyList<Score> Of(string name) => name switch
        {
            Modes => JudgeValues(taken),
            GanTrain or GanTest => OfLessons(name, subject, lessons),
            _ when PictureMetrics.Names.Contains(name) => OfPictures(name, subject, taken),
            _ => OfFeatures(MetricCatalog.Find(name) ?? throw new ArgumentException($"There is no metric \"{name}\".", nameof(names)), taken, compared),
        };
    }

    /// <summary>Measures samples alone.</summary>
    /// <param name="samples">Drawn samples one after another.</param>
    /// <param name="names">Which metrics, of <see cref="Names"/>.</param>
    /// <returns>Every number of every metric, in the order asked for.</returns>
    /// <exception cref="MetricException">ADV3080: there are too few real samples.</exception>
    public IReadOnlyList<Score> Take(float[] samples, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return Take(new Subject(samples.Length / _schema.Values, samples), names);
    }

    /// <summary>The drawn samples that lie nearest to training samples, each before its nearest one: what a copy would look like.</summary>
    /// <param name="samples">Drawn pictures one after another.</param>
    /// <param name="pairs">How many of them at most.</param>
    /// <returns>Drawn, training, drawn, training; null for points.</returns>
    /// <exception cref="MetricException">ADV3081: a feature is NaN or infinite.</exception>
    public float[]? Neighbours(float[] samples, int pairs)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (_schema.Kind != FieldKind.Image) return null;
        var (train, width) = (_data.ReadTrain(), _schema.Values);
        var nearest = NearestRows.Of(Space.Features(samples), FeaturesOf(train)).Index().OrderBy(pair => pair.Item.Distance).Take(pairs);
        return [.. nearest.SelectMany(pair => samples[(pair.Index * width)..((pair.Index + 1) * width)].Concat(train[(pair.Item.Index * width)..((pair.Item.Index + 1) * width)]))];
    }

    /// <summary>The space of the samples' own numbers: pixels, or coordinates.</summary>
    /// <param name="schema">The samples.</param>
    public static IFeatureExtractor Pixels(SampleSchema schema) => new PlainSpace(schema);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_space.IsValueCreated) _space.Value.Dispose();
        if (_judge.IsValueCreated) _judge.Value?.Dispose();
    }

    private static IFeatureExtractor Own(HeldOut data, SampleSchema schema, Lazy<IJudge?> judge, string cache, Action<double>? progress) =>
        schema.Kind != FieldKind.Image ? new PlainSpace(schema)
        : judge.Value is ClassJudge classes ? new ClassSpace(classes, schema)
        : CodeSpace.For(data.Train, cache, progress);

    private static MetricException NothingDrawn => MetricException.Undefined(Words.SystemDrawsNoSamples);

    private IReadOnlyList<Score> OfFeatures(Metric metric, Taken taken, Lazy<(MetricInput, MetricInput?)> compared) => taken.Drawn is null
        ? metric.None(new("", 0, taken.Count, 0, 0, metric.Conventions), NothingDrawn.Text) : Compare(metric, Space.Name, taken, () => compared.Value);

    private (MetricInput Drawn, MetricInput? Floor) Inputs(Taken taken, IReadOnlyList<string> names)
    {
        var asked = names.Select(MetricCatalog.Find).OfType<Metric>().ToList();
        var train = _data.CanBeCopied && asked.Any(metric => metric.NeedsTrain) ? FeaturesOf(_data.ReadTrain()) : null;
        Func<float[], (FeatureSet, FeatureSet?)> read = asked.Any(metric => metric.NeedsClasses) ? Space.Read : samples => (Space.Features(samples), null);
        var (real, realClasses) = read(taken.Real);
        var unseen = train is not null && _data.IsHeldBack ? Space.Features(_data.ReadHeldBack()) : null;
        return (With(taken.Drawn!) with { Unseen = unseen }, taken.Other is { } other ? unseen is null ? With(other) : With(other) with { Train = null } : null);

        MetricInput With(float[] samples)
        {
            var (features, classes) = read(samples);
            return new(real, features, train, realClasses, classes);
        }
    }

    private FeatureSet FeaturesOf(float[] train) => _train ??= Space.Features(train);

    /// <summary>A metric's numbers; without any, and with the reason, where there is nothing to compare.</summary>
    private static IReadOnlyList<Score> Compare(Metric metric, string space, Taken taken, Func<(MetricInput Drawn, MetricInput? Floor)> inputs)
    {
        try
        {
            var (drawn, floor) = inputs();
            return metric.Take(space, drawn, floor);
        }
        catch (MetricException e)                // a number is not finite: there is nothing to compare
        {
            return metric.None(new(space, 0, taken.Count, taken.Count, 0, metric.Conventions), e.Text);
        }
    }

    private IReadOnlyList<Score> OfPictures(string name, Subject subject, Taken taken)
    {
        const string space = "pictures";
        var (paired, all) = (PictureMetrics.Paired(name, _schema), new List<Score>());
        IReadOnlyList<Score> None(Text text) => paired.None(new(space, 0, taken.Count, taken.Count, 0, paired.Conventions), text);
        if (_schema.Kind != FieldKind.Image) return None(Words.ComparesPicturesTheseSamplesArePoints);
        if (subject.Reconstruct is { } reconstruct)
            all.AddRange(Compare(paired, space, taken, () => (new(Rows(taken.Real), Rows(reconstruct(taken.Real)), null, null, null), null)));
        if (taken.Drawn is { } drawn && name != PictureMetrics.Noise)
            all.AddRange(Compare(PictureMetrics.Among(name, _schema), space, taken, () => (Among(drawn), taken.Other is { } other ? Among(other) : null)));
        return all.Count > 0 ? all : None(Words.ComparesPicturesWithTheirReconstructions);

        FeatureSet Rows(float[] samples) => FeatureSet.From(samples, _schema.Values);
        MetricInput Among(float[] samples) => new(Rows(taken.Real), Rows(samples), null, null,
            _judge.Value is ClassJudge judge ? FeatureSet.From(judge.Probabilities(samples), _schema.Classes) : null);
    }

    private GanTrainTest Lessons(Subject subject)
    {
        if (CnnClassifierVariant.Descriptor.Needs.Refusal(CnnClassifierVariant.Descriptor.Id, _schema) is { } refusal) throw MetricException.Undefined(refusal);
        if (subject.OfClass is not { } sampler) throw MetricException.Undefined(Words.SystemDrawsNoClassOnDemand);
        if (_data.Test is not { } test || test.Schema.Classes != _data.Train.Schema.Classes) throw MetricException.Undefined(
            Words.HasNoTestPartWithSame(_dataName));
        return GanTrainTest.Of(_data.Labelled(_data.Train, subject.Count), _data.Labelled(test, subject.Count), sampler);
    }

    private List<Score> OfLessons(string name, Subject subject, Lazy<GanTrainTest> lessons)
    {
        var number = name == GanTrain ? "gan_train" : "gan_test";
        int learned = (int)Math.Min(subject.Count, _data.Train.Count), examined = (int)Math.Min(subject.Count, _data.Test?.Count ?? 0);
        var protocol = new Protocol("classifier", _schema.Values, examined, name == GanTrain ? learned : examined, learned, GanTrainTest.Conventions);
        try
        {
            var spread = name == GanTrain ? lessons.Value.GanTrain : lessons.Value.GanTest;
            return [new(number, number, spread.Mean, spread.Deviation, GanTrainTest.IntervalOf(spread, examined), lessons.Value.Real.Mean, lessons.Value.Real.Deviation, protocol, null)];
        }
        catch (MetricException e)
        {
            return [new(number, number, null, null, null, null, null, protocol, e.Text)];
        }
    }

    private IReadOnlyList<Score> JudgeValues(Taken taken)
    {
        IReadOnlyList<Score> None(Text reason) => [new(Modes, Modes, null, null, null, null, null, new("judge", 0, taken.Count, taken.Count, 0, Text.None), reason)];
        if (taken.Drawn is not { } drawn) return None(NothingDrawn.Text);
        if (_judge.Value is not { } judge) return None(Words.NoJudgeKnowsModes(_dataName));
        var (report, floor) = (judge.JudgeWithIntervals(drawn, _schema.Values), taken.Other is { } other ? judge.Judge(other) : null);
        return [.. report.Values.Where(value => IsOfModes(value.Name)).Select(value => new Score(value.Name, value.Name, value.Value, null, value.Interval,
            floor?.Values.FirstOrDefault(f => f.Name == value.Name)?.Value, null, new("judge", _schema.Values, taken.Count, taken.Count, 0, report.Protocol), null))];
    }

    /// <summary>Samples of one measurement: reals, others for the floor where there are so many, and drawn ones, or null.</summary>
    private sealed record Taken(int Count, float[] Real, float[]? Other, float[]? Drawn);
}
