using Adversa.Data;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Training;

/// <summary>The picture of a run's fixed seeds: a grid of samples, or for points a scatter on the discriminator's surface.</summary>
public static class SampleSheet
{
    /// <summary>Pictures in a sheet.</summary>
    public const int Pictures = 64;

    private const int Points = 1000;
    private const int SurfaceCells = 64;
    private const int ChunkSize = 64;

    /// <summary>Draws the sheet; changes nothing in the training.</summary>
    /// <param name="model">What is drawn from.</param>
    /// <param name="network">Its network, or its average.</param>
    /// <param name="source">The data, for the real points beside the drawn ones; null leaves them out.</param>
    public static Raster Draw(Model model, Module? network, ISampleSource? source)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Schema.Kind == SampleKind.Image
            ? ImageGrid.Draw(Values(model, network, Seeds(0, Pictures)), model.Schema, columns: 8)
            : Scatter(model, network, source);
    }

    /// <summary>Consecutive seeds.</summary>
    /// <param name="first">The first.</param>
    /// <param name="count">How many.</param>
    public static long[] Seeds(long first, int count) => [.. Enumerable.Range(0, count).Select(i => first + i)];

    /// <summary>Draws samples as plain numbers, a bounded number at a time.</summary>
    /// <param name="model">What is drawn from.</param>
    /// <param name="network">Its network, or its average.</param>
    /// <param name="seeds">One for each sample.</param>
    /// <param name="ofClass">The wanted class, for models that know classes.</param>
    /// <returns>The samples one after another.</returns>
    public static float[] Values(Model model, Module? network, IReadOnlyList<long> seeds, int? ofClass = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var values = new float[seeds.Count * model.Schema.Values];
        for (var start = 0; start < seeds.Count; start += ChunkSize)
        {
            using var scope = new TensorScope();
            var chunk = model.Sample(new SampleRequest([.. seeds.Skip(start).Take(ChunkSize)], network, ofClass)).ToArray<float>();
            chunk.CopyTo(values, start * model.Schema.Values);
        }

        return values;
    }

    private static Raster Scatter(Model model, Module? network, ISampleSource? source)
    {
        var real = source is null ? [] : Real(source);
        var range = real.Length == 0 ? 1.5 : 1.25 * real.Max(Math.Abs);
        return ScatterPlot.Draw(real, Values(model, network, Seeds(0, Points)), range, 400, Surface(model, range));
    }

    private static float[] Real(ISampleSource source)
    {
        var count = (int)Math.Min(Points, source.Count);
        var values = new float[count * source.Schema.Values];
        for (var i = 0; i < count; i++) source.Read(i, values.AsSpan(i * source.Schema.Values, source.Schema.Values), out _);
        return values;
    }

    private static float[] Surface(Model model, double range)
    {
        using var scope = new TensorScope();
        var points = new float[2 * SurfaceCells * SurfaceCells];
        for (var y = 0; y < SurfaceCells; y++)
            for (var x = 0; x < SurfaceCells; x++)
            {
                points[2 * (y * SurfaceCells + x)] = (float)(range * ((x + 0.5) / SurfaceCells * 2 - 1));
                points[2 * (y * SurfaceCells + x) + 1] = (float)(-range * ((y + 0.5) / SurfaceCells * 2 - 1));
            }

        return model.Realness(Tensor.From(points, SurfaceCells * SurfaceCells, 2))?.ToArray<float>() ?? [];
    }
}
