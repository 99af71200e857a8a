using Adversa.Data;
using Adversa.Metrics;

namespace Adversa.Training.Evaluations;

/// <summary>Two sets of data that are compared with each other, without a run: both opened at one shape. The first is judged, the second is what it should be like.</summary>
public sealed class ComparedSets : IDisposable
{
    private readonly ISampleSource _judged;

    private ComparedSets(string spec, ISampleSource judged, RunData against, bool isBrought) =>
        (Spec, _judged, Against, IsBrought) = (spec, judged, against, isBrought);

    /// <summary>The judged data as it was named.</summary>
    public string Spec { get; }

    /// <summary>What it is held against.</summary>
    public RunData Against { get; }

    /// <summary>Whether one of them was resized or recoloured to be like the other.</summary>
    public bool IsBrought { get; }

    /// <summary>The samples as they are compared.</summary>
    public SampleSchema Schema => Against.Train.Schema;

    /// <summary>What the user should know of either.</summary>
    public IEnumerable<Text> Notes => _judged.Notes.Concat(Against.Train.Notes).Distinct();

    /// <summary>Opens both. Pictures come to the smaller of both sides, so that none is enlarged for the comparison, and to colour where either has it.</summary>
    /// <param name="spec">The data that is judged.</param>
    /// <param name="against">The data that it should be like.</param>
    /// <param name="size">Another side for both; null takes the smaller one.</param>
    /// <exception cref="AdversaException">ADV3xxx: one cannot be read; ADV3048: they cannot be compared.</exception>
    public static ComparedSets Open(string spec, string against, int? size = null)
    {
        ISampleSource? first = null, second = null;
        try
        {
            (first, second) = (DataSets.Open(spec, new(size)), DataSets.Open(against, new(size)));
            var (a, b) = (first.Schema, second.Schema);
            if (a.Kind == FieldKind.Image && b.Kind == FieldKind.Image)
            {
                var side = size ?? new[] { a.Height, a.Width, b.Height, b.Width }.Min();
                var shape = new DataOptions(side, Channels: Math.Max(a.Channels, b.Channels));
                (first, second) = (As(spec, first, shape), As(against, second, shape));
            }

            var (one, other) = (first.Schema, second.Schema);
            if (Shape(one) != Shape(other)) throw new AdversaException(3048, ExitCode.Data, Words.SetsCannotBeCompared(spec, one, against, other));
            var data = new RunData(against, other.Kind == FieldKind.Image ? other.Height : size, second);
            return new(spec, first, data, (Shape(a), Shape(b)) != (Shape(one), Shape(other)));
        }
        catch
        {
            (first as IDisposable)?.Dispose();
            (second as IDisposable)?.Dispose();
            throw;
        }
    }

    /// <summary>Reads samples that stand for each.</summary>
    /// <param name="most">At most so many of each. Where the second has as many again as were read of the first, they are read too: what reals score against reals.</param>
    /// <exception cref="MetricException">ADV3080: there are too few of either.</exception>
    public ComparedSamples Read(int most)
    {
        var reals = Against.Train;
        var (judged, real) = ((int)Math.Min(most, _judged.Count), (int)Math.Min(most, reals.Count));
        foreach (var (name, count) in new[] { (Spec, judged), (Against.Spec, real) })
            if (count < Evaluation.LeastReal) throw MetricException.TooFew(Words.HasTooFewToCompare(name, count, Evaluation.LeastReal));
        var (first, second) = (SpreadSamples.Read(_judged, judged), SpreadSamples.Read(reals, reals.Count >= real + judged ? real + judged : real));
        var (values, all) = (Schema.Values, second.Values);
        var known = second.Prints().ToHashSet();
        return new(first.Values, all[..(Math.Min(real, second.Count) * values)], second.Count > real ? all[(real * values)..] : null)
        {
            Copies = first.Prints().Count(known.Contains),
            Notes = [.. new[] { first.Note, second.Note }.OfType<Text>()],
            JudgedCount = first.Count, RealCount = Math.Min(real, second.Count),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        (_judged as IDisposable)?.Dispose();
        (Against.Train as IDisposable)?.Dispose();
        Against.Dispose();
    }

    private static ISampleSource As(string spec, ISampleSource source, DataOptions shape)
    {
        if ((source.Schema.Height, source.Schema.Width, source.Schema.Channels) == (shape.Size, shape.Size, shape.Channels)) return source;
        (source as IDisposable)?.Dispose();
        return DataSets.Open(spec, shape);
    }

    private static (FieldKind, int, int, int) Shape(SampleSchema schema) => (schema.Kind, schema.Channels, schema.Height, schema.Width);
}

/// <summary>What was read of two sets.</summary>
/// <param name="Judged">Samples that are judged, one after another.</param>
/// <param name="Real">Samples that they should be like.</param>
/// <param name="Others">Other reals, as many as are judged; null where there are not so many.</param>
public sealed record ComparedSamples(float[] Judged, float[] Real, float[]? Others)
{
    /// <summary>Judged samples that are equal to a real one in every number.</summary>
    public int Copies { get; init; }

    /// <summary>How many are judged.</summary>
    public int JudgedCount { get; init; }

    /// <summary>How many reals they are held against.</summary>
    public int RealCount { get; init; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Text> Notes { get; init; } = [];
}
