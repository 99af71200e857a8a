using Adversa.Metrics;
using Adversa.Metrics.Evaluation;
using Adversa.Training.Judges;

namespace Adversa.Training.Evaluations;

/// <summary>Measures drawn samples against real ones in one feature space, and real ones against real ones beside it.</summary>
public sealed class Evaluation : IDisposable
{
    /// <summary>The metric that a judge answers: how many classes, centres or tuples are drawn, and how evenly.</summary>
    public const string Modes = "modes";

    private const int LeastReal = 20;

    private readonly HeldOut _data;
    private readonly SampleSchema _schema;
    private readonly Lazy<IJudge?> _judge;
    private readonly string _dataName;
    private FeatureSet? _train;                  // features of what was learned from: many, so computed once

    private Evaluation(HeldOut data, SampleSchema schema, Lazy<IJudge?> judge, IFeatureExtractor space, string dataName) => (_data, _schema, _judge, Space, _dataName) = (data, schema, judge, space, dataName);

    /// <summary>The space in which samples are compared.</summary>
    public IFeatureExtractor Space { get; }

    /// <summary>Every name that may be asked for.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. MetricCatalog.All.Select(metric => metric.Name), Modes];

    /// <summary>Opens data, judge and space; trains what is not in the cache.</summary>
    /// <param name="data">The data as the recipe names it.</param>
    /// <param name="size">Side of the pictures; 0 takes the data's own.</param>
    /// <param name="schema">The samples that will be measured.</param>
    /// <param name="space">A space that the caller opened and this one will own; null takes the data's own: coordinates of points, the judge's last layer of
    /// labelled pictures, the code of an autoencoder of others.</param>
    /// <param name="cache">Where networks are kept.</param>
    /// <param name="progress">Told the share done while a network is trained.</param>
    public static Evaluation Open(string data, int size, SampleSchema schema, IFeatureExtractor? space, string cache, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var reals = HeldOut.Open(data, size);
        var judge = new Lazy<IJudge?>(() => JudgeBench.Open(data, size, schema, progress));      // may have to be trained: only where it is asked
        try
        {
            return new(reals, schema, judge, space ?? Own(reals, schema, judge, cache, progress), data);
        }
        catch
        {
            if (judge.IsValueCreated) judge.Value?.Dispose();
            throw;
        }
    }

    /// <summary>Measures.</summary>
    /// <param name="samples">Drawn samples one after another.</param>
    /// <param name="names">Which metrics, of <see cref="Names"/>.</param>
    /// <returns>Every number of every metric, in the order asked for.</returns>
    /// <exception cref="MetricException">ADV3080: there are too few real samples.</exception>
    public IReadOnlyList<Score> Take(float[] samples, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(names);
        var count = _data.Half(samples.Length / _schema.Values);
        if (count < LeastReal) throw MetricException.TooFew(
            $"{_dataName} gives {count} real samples for each half; metrics need {LeastReal} or more.", $"{_dataName} da {count} muestras reales para cada mitad; las métricas necesitan {LeastReal} o más.");
        float[] drawn = samples[..(count * _schema.Values)], real = _data.Read(0, count), other = _data.Read(1, count);
        var compared = new Lazy<(MetricInput, MetricInput)>(() => Inputs(real, drawn, other, names));
        var all = new List<Score>();
        foreach (var name in names)
            all.AddRange(name == Modes ? JudgeValues(drawn, other, count) : Compare(MetricCatalog.Find(name) ?? throw new ArgumentException($"There is no metric \"{name}\".", nameof(names)), compared, count));
        return all;
    }

    /// <summary>The drawn samples that lie nearest to training samples, each before its nearest one: what a copy would look like.</summary>
    /// <param name="samples">Drawn pictures one after another.</param>
    /// <param name="pairs">How many of them at most.</param>
    /// <returns>Drawn, training, drawn, training; null for points.</returns>
    /// <exception cref="MetricException">ADV3081: a feature is NaN or infinite.</exception>
    public float[]? Neighbours(float[] samples, int pairs)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (_schema.Kind != SampleKind.Image) return null;
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
        Space.Dispose();
        if (_judge.IsValueCreated) _judge.Value?.Dispose();
    }

    private static IFeatureExtractor Own(HeldOut data, SampleSchema schema, Lazy<IJudge?> judge, string cache, Action<double>? progress) =>
        schema.Kind != SampleKind.Image ? new PlainSpace(schema)
        : judge.Value is ClassJudge classes ? new ClassSpace(classes, schema)
        : CodeSpace.For(data.Train, cache, progress);

    private (MetricInput Drawn, MetricInput Floor) Inputs(float[] real, float[] drawn, float[] other, IReadOnlyList<string> names)
    {
        var asked = names.Select(MetricCatalog.Find).OfType<Metric>().ToList();
        var train = _data.CanBeCopied && asked.Any(metric => metric.NeedsTrain) ? FeaturesOf(_data.ReadTrain()) : null;
        var (features, probabilities) = (Space.Features(real), Classes(real));
        return (new(features, Space.Features(drawn), train, probabilities, Classes(drawn)),
            new(features, Space.Features(other), train, probabilities, Classes(other)));

        FeatureSet? Classes(float[] values) => asked.Any(metric => metric.NeedsClasses) ? Space.Probabilities(values) : null;
    }

    private FeatureSet FeaturesOf(float[] train) => _train ??= Space.Features(train);

    private IReadOnlyList<Score> Compare(Metric metric, Lazy<(MetricInput Drawn, MetricInput Floor)> compared, int count)
    {
        try
        {
            return metric.Take(Space.Name, compared.Value.Drawn, compared.Value.Floor);
        }
        catch (MetricException e)                // a feature is not finite: there is nothing to compare
        {
            return metric.None(new(Space.Name, 0, count, count, 0, metric.Conventions), e.Text);
        }
    }

    private IReadOnlyList<Score> JudgeValues(float[] drawn, float[] other, int count)
    {
        if (_judge.Value is not { } judge) return [new(Modes, Modes, null, null, null, new("judge", 0, count, count, 0, new("", "")), new(
            $"no judge knows the modes of {_dataName}: it needs classes and a test part, or a world such as ring", $"ningún juez conoce los modos de {_dataName}: hacen falta clases y una parte de prueba, o un mundo como ring"))];
        var (report, floor) = (judge.Judge(drawn), judge.Judge(other));
        string[] wanted = ["modes", "classes", "high_quality", "rarest_share", "class_entropy", "rkl", "readable"];
        return [.. report.Values.Where(value => wanted.Contains(value.Name)).Select(value => new Score(value.Name, value.Name, value.Value, null,
            floor.Values.FirstOrDefault(f => f.Name == value.Name).Value, new("judge", _schema.Values, count, count, 0, report.Protocol), null))];
    }
}
