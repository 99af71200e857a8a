using Adversa.Data;
using Adversa.Imaging.Codecs;

namespace Adversa.Training.Planning;

/// <summary>What can be seen of pictures before anything is learned from them: how many, how large, of which shape, how different.</summary>
/// <param name="Count">Samples; <see cref="long.MaxValue"/> of a world.</param>
/// <param name="Schema">One sample.</param>
/// <param name="Sizes">Of those that were looked at, as they are stored.</param>
/// <param name="Looked">Samples whose pixels were looked at.</param>
/// <param name="Distinct">Of these, how many differ from each other, pixel by pixel.</param>
/// <param name="Single">Of these, how many equal no other one.</param>
/// <param name="Grey">Of these, the share without colour; 0 to 1.</param>
/// <param name="Blank">Of these, the share that is one even colour; 0 to 1.</param>
/// <param name="Mirror">How far the set lies from its mirror image, as a share of the distance of two pictures; about 0 where both are alike, null where too few tell.</param>
public sealed record DataFacts(long Count, SampleSchema Schema, IReadOnlyList<PictureSize> Sizes, int Looked, int Distinct, int Single, double Grey, double Blank, double? Mirror)
{
    private const int MostLooked = 400, Grid = 16, FewestForMirror = 20;
    private const double EvenColour = 0.02;      // standard deviation of values in [-1, 1]
    private const double SameColour = 0.03;      // of values in [-1, 1]: four of 255 steps
    private const double OfOneShape = 0.6, SameShape = 0.04;

    /// <summary>Width over height that most pictures share; 1 where they do not, or where they are square.</summary>
    public double Shape
    {
        get
        {
            var usual = Sizes.Select(size => (double)size.Width / size.Height).Order().ElementAt(Sizes.Count / 2);
            return Sizes.Count(size => Math.Abs((double)size.Width / size.Height / usual - 1) <= SameShape) >= OfOneShape * Sizes.Count ? usual : 1;
        }
    }

    /// <summary>Of the samples that were looked at, the share that repeat another one; 0 to 1.</summary>
    public double Copies => Looked == 0 ? 0 : 1 - Distinct / (double)Looked;

    // distinct / (1 - single / looked), unless all were looked at
    /// <summary>Samples of the whole set that differ from each other, as those that were looked at let expect: those seen once tell how many were never seen.</summary>
    /// <remarks>Good, 1953, "The population frequencies of species": the share not yet seen is about single / looked.</remarks>
    public long Different => Looked >= Count ? Distinct : Single == Looked ? Count : Math.Min(Count, (long)Math.Round(Distinct / (1 - Single / (double)Looked)));

    /// <summary>Looks at some samples, spread evenly.</summary>
    /// <param name="source">The data.</param>
    public static DataFacts Of(ISampleSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var schema = source.Schema;
        var count = source.IsEndless ? long.MaxValue : source.Count;
        if (schema.Kind != FieldKind.Image) return new(count, schema, [], 0, 0, 0, 0, 0, null);
        var read = SpreadSamples.Read(source, (int)Math.Min(MostLooked, source.Count));
        var rows = Enumerable.Range(0, read.Count).Select(i => (ReadOnlyMemory<float>)read.Values.AsMemory(i * schema.Values, schema.Values)).ToList();
        var seen = read.Prints().CountBy(print => print).ToList();
        double Share(Func<ReadOnlyMemory<float>, bool> holds) => rows.Count == 0 ? 0 : rows.Count(holds) / (double)rows.Count;
        return new(count, schema, source is IPictureList { Sizes: { Count: > 0 } sizes } ? sizes : [new(schema.Width, schema.Height)], rows.Count,
            seen.Count, seen.Count(one => one.Value == 1), Share(row => IsGrey(row.Span, schema)), Share(row => Deviation(row.Span) < EvenColour), MirrorOf([.. rows.Select(row => Small(row.Span, schema))]));
    }

    // 2 E|x - y'| - 2 E|x - y|, over E|x - y|: x and y two pictures, y' a mirror image
    /// <summary>The energy distance of the set to its mirror image, as a share of the mean distance of two pictures; without a picture's own mirror image it is about 0 where both are alike.</summary>
    /// <remarks>Székely, Rizzo, 2013, "Energy statistics: A class of statistics based on distances", eq. 5.</remarks>
    private static double? MirrorOf(IReadOnlyList<float[]> grids)
    {
        if (grids.Count < FewestForMirror) return null;
        var mirrored = grids.Select(grid => Enumerable.Range(0, grid.Length).Select(i => grid[i / Grid * Grid + Grid - 1 - i % Grid]).ToArray()).ToList();
        var (own, across) = (Mean(grids), Mean(mirrored));
        return own > 0 ? 2 * (across - own) / own : null;

        double Mean(IReadOnlyList<float[]> others) => grids.SelectMany((one, i) => others.Where((_, j) => j != i).Select(two => Distance(one, two))).Average();
    }

    private static double Distance(float[] a, float[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return Math.Sqrt(sum);
    }

    /// <summary>All channels on a grid of 16x16 means, one after another.</summary>
    private static float[] Small(ReadOnlySpan<float> values, SampleSchema schema)
    {
        var (grid, counts) = (new float[schema.Channels * Grid * Grid], new int[schema.Channels * Grid * Grid]);
        for (var i = 0; i < values.Length; i++)
        {
            var (channel, y, x) = (i / (schema.Height * schema.Width), i / schema.Width % schema.Height, i % schema.Width);
            var at = (channel * Grid + y * Grid / schema.Height) * Grid + x * Grid / schema.Width;
            (grid[at], counts[at]) = (grid[at] + values[i], counts[at] + 1);
        }

        for (var i = 0; i < grid.Length; i++) grid[i] /= Math.Max(1, counts[i]);
        return grid;
    }

    private static bool IsGrey(ReadOnlySpan<float> values, SampleSchema schema)
    {
        var plane = schema.Height * schema.Width;
        for (var i = plane; i < values.Length; i++)
            if (Math.Abs(values[i] - values[i % plane]) > SameColour) return false;
        return true;
    }

    private static double Deviation(ReadOnlySpan<float> values)
    {
        double sum = 0, squares = 0;
        foreach (var value in values) (sum, squares) = (sum + value, squares + (double)value * value);
        return Math.Sqrt(Math.Max(0, squares / values.Length - sum / values.Length * (sum / values.Length)));
    }
}
