using Adversa.Data;
using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;
using Adversa.Imaging.Views;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Training;

/// <summary>The picture of a run: a grid of samples of fixed seeds, or for points a scatter on the discriminator's surface. Of a model that draws nothing
/// and reconstructs, real samples with their reconstructions beside them.</summary>
public static class SampleSheet
{
    /// <summary>How <see cref="Cells"/> calls what was made.</summary>
    public const string Made = "made";

    private const int Pictures = 64, MostColumns = 32, UsualColumns = 8, Translated = 24;
    private const int Points = 1000;
    private const int SurfaceCells = 64;
    private const int PicturesAtOnce = 64;

    /// <summary>Whether a model has a picture.</summary>
    /// <param name="model">The model.</param>
    public static bool CanDraw(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model is ISampler or IReconstructor;
    }

    /// <summary>Draws the sheet; changes nothing in the training.</summary>
    /// <param name="model">What is drawn from.</param>
    /// <param name="network">Its network, or its average.</param>
    /// <param name="source">The data, for the real samples beside the drawn ones; best unseen in training.</param>
    /// <param name="note">Told of real samples that could not be read and were replaced by others.</param>
    /// <param name="examples">What a translator is given: each stands before what was made of it, and the right answer, where there is one, behind.</param>
    public static Raster Draw(Model model, Module? network, ISampleSource source, Action<Text>? note = null, Examples? examples = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(source);
        if (model is ITranslator translator && examples is not null && model.Schema.Kind == FieldKind.Image) return BesideGiven(translator, model, network, examples);
        var draws = model is ISampler;
        if (model.Schema.View().HasPlot) return Scatter(model, Real(source, Points, note), real => draws ? Values(model, network, Seeds(0, Points), preview: true) : Reconstructed(model, real));
        return ImageGrid.Draw(draws ? Values(model, network, Seeds(0, Count(model)), preview: true) : Pairs(model, Real(source, Math.Min(Count(model), Pictures / 2), note)), model.Schema, Layout(model).Columns);
    }

    /// <summary>What stands side by side in a translator's sheet, in turn: the names of what is given, <see cref="Made"/>, and the image where it is the truth. Null for other sheets.</summary>
    /// <param name="model">What is drawn from.</param>
    /// <param name="examples">What it is given.</param>
    public static IReadOnlyList<string>? Cells(Model model, Examples? examples)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model is not ITranslator translator || examples is null || model.Schema.Kind != FieldKind.Image) return null;
        var given = translator.Given.Where(field => field.Kind == FieldKind.Image).Select(field => field.Name);
        return [.. given, Made, .. examples.HaveTruth ? [Field.Image] : Array.Empty<string>()];
    }

    /// <summary>Samples in a sheet: those of seeds 0 to 63, or as many whole rows as fit when each class has a column; 32 reals where reconstructions stand beside them.</summary>
    /// <param name="model">What is drawn from.</param>
    public static int Count(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model is ITranslator && model.Schema.View().HasCells) return Math.Min(Translated, Layout(model).Most);
        var isPaired = model is not ISampler;
        var most = model.Schema.View().HasCells ? Math.Min(Pictures, Layout(model).Most) : Pictures;
        return Columns(model) is { } columns ? most / columns * columns : isPaired ? Math.Max(1, most / 2) : most;
    }

    /// <summary>How many times a sheet is enlarged so that each picture is at least 64 pixels wide or high; 1 for larger ones, and for points.</summary>
    /// <param name="schema">One sample.</param>
    public static int Scale(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return schema.View().Scale(schema.Drawn);
    }

    /// <summary>The columns of a grid of consecutive seeds: one for each class where a model takes classes and they fit; null leaves it to the grid.</summary>
    /// <param name="model">What is drawn from.</param>
    public static int? Columns(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model is ISampler { TakesClass: true } && model.Schema.Classes <= MostColumns && ContactSheet.Layout(model.Schema, Pictures, model.Schema.Classes).Columns == model.Schema.Classes ? model.Schema.Classes : null;
    }

    private static (int Columns, int Most) Layout(Model model) => ContactSheet.Layout(model.Schema, Pictures, Columns(model) ?? UsualColumns);

    /// <summary>Consecutive seeds.</summary>
    /// <param name="first">The first.</param>
    /// <param name="count">How many.</param>
    public static long[] Seeds(long first, int count) => [.. Enumerable.Range(0, count).Select(i => first + i)];

    /// <summary>Draws samples as plain numbers, a bounded number at a time.</summary>
    /// <param name="model">What is drawn from.</param>
    /// <param name="network">Its network, or its average.</param>
    /// <param name="seeds">One for each sample.</param>
    /// <param name="ofClass">The wanted class, for models that know classes.</param>
    /// <param name="preview">A glance: a model whose samples take many evaluations may draw them by fewer.</param>
    /// <returns>The samples one after another.</returns>
    public static float[] Values(Model model, Module? network, IReadOnlyList<long> seeds, int? ofClass = null, bool preview = false)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(seeds);
        if ((long)seeds.Count * model.Schema.Values > Array.MaxLength) throw new AdversaException(5002, ExitCode.Resource, Words.SamplesAreGBMoreThan(seeds.Count, model.Schema, (long)seeds.Count * model.Schema.Values * sizeof(float) >> 30, Array.MaxLength / model.Schema.Values));
        var (values, at) = (new float[seeds.Count * model.Schema.Values], 0);
        foreach (var batch in Batches(model, network, seeds, ofClass, preview))
        {
            batch.CopyTo(values, at);
            at += batch.Length;
        }

        return values;
    }

    /// <summary>Draws samples as plain numbers, batch by batch as they are asked for: any number of them fits into memory.</summary>
    /// <param name="model">What is drawn from.</param>
    /// <param name="network">Its network, or its average.</param>
    /// <param name="seeds">One for each sample.</param>
    /// <param name="ofClass">The wanted class, for models that know classes.</param>
    /// <param name="preview">A glance: a model whose samples take many evaluations may draw them by fewer.</param>
    /// <param name="truncation">ψ, for models with styles.</param>
    public static IEnumerable<float[]> Batches(Model model, Module? network, IReadOnlyList<long> seeds, int? ofClass = null, bool preview = false,
        double truncation = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        var sampler = model as ISampler ?? throw new NotSupportedException($"{model.GetType().Name} draws no samples.");
        return seeds.Chunk(model.Schema.View().AtOnce).Select(chunk =>
        {
            using var scope = new TensorScope();
            return sampler.Sample(new SampleRequest(chunk, network, ofClass, preview) { Truncation = truncation }).ToArray<float>();
        });
    }

    /// <summary>Given, made, and the right answer where there is one, of so many examples.</summary>
    private static Raster BesideGiven(ITranslator translator, Model model, Module? network, Examples examples)
    {
        var (schema, seeds, rows) = (model.Schema, Seeds(0, (int)Math.Min(Count(model), examples.Count)), new List<float[]>());
        foreach (var chunk in seeds.Chunk(schema.View().AtOnce))
        {
            using var scope = new TensorScope();
            var real = examples.Real(chunk);
            var given = translator.Give(real);
            var made = translator.Sample(new SampleRequest(chunk, network, Preview: true) { Given = given }).ToArray<float>();
            for (var i = 0; i < chunk.Length; i++)
                rows.Add([.. translator.Given.Where(field => field.Kind == FieldKind.Image).SelectMany(field => AsDrawn(given, field.Name, i, schema)),
                    .. made.AsSpan(i * schema.Values, schema.Values), .. examples.HaveTruth ? real.Values.AsSpan(i * schema.Values, schema.Values) : []]);
        }

        var cells = rows[0].Length / schema.Values;
        return ImageGrid.Draw([.. rows.SelectMany(row => row)], schema, Math.Min(cells * Math.Max(1, (UsualColumns + 1) / cells), Math.Max(cells, Layout(model).Columns / cells * cells)));
    }

    /// <summary>A given picture in the size and colours of what is drawn: pixels repeated, grey as colour; views beside each other are one picture each.</summary>
    private static float[] AsDrawn(Batch given, string name, int row, SampleSchema schema)
    {
        var shape = given.Schema.Find(name)!.Shape;
        var picture = given.Row(row).Floats(name);
        var (channels, height, columns) = (shape[0], shape[1], shape[2]);
        var views = height == schema.Height && columns % schema.Width == 0 ? columns / schema.Width : 1;
        var (width, cells) = (columns / views, new float[views * schema.Values]);
        for (var view = 0; view < views; view++)
            for (var c = 0; c < schema.Channels; c++)
                for (var y = 0; y < schema.Height; y++)
                    for (var x = 0; x < schema.Width; x++)
                        cells[((view * schema.Channels + c) * schema.Height + y) * schema.Width + x] =
                            picture[(Math.Min(c, channels - 1) * height + y * height / schema.Height) * columns + view * width + x * width / schema.Width];
        return cells;
    }

    /// <summary>Real, reconstructed, real, reconstructed: samples from all of the data.</summary>
    private static float[] Pairs(Model model, float[] real)
    {
        var (given, size) = (Reconstructed(model, real), model.Schema.Values);
        return [.. Enumerable.Range(0, real.Length / size).SelectMany(i => real[(i * size)..((i + 1) * size)].Concat(given[(i * size)..((i + 1) * size)]))];
    }

    /// <summary>What a model gives back for some samples, a bounded number at a time.</summary>
    internal static float[] Reconstructed(Model model, float[] samples)
    {
        var (given, size) = (new float[samples.Length], model.Schema.Values);
        for (var start = 0; start < samples.Length; start += PicturesAtOnce * size)
        {
            using var scope = new TensorScope();
            var chunk = samples.AsSpan(start, Math.Min(PicturesAtOnce * size, samples.Length - start));
            ((IReconstructor)model).Reconstruct(Tensor.From<float>(chunk, model.Schema.BatchShape(chunk.Length / size))).ToArray<float>().CopyTo(given, start);
        }

        return given;
    }

    private static Raster Scatter(Model model, float[] real, Func<float[], float[]> drawn) => model.Schema.View().Plot(real, drawn(real), range => Surface(model, range));

    /// <summary>Samples that stand for the data; grey where none can be read: a picture is no reason to end a run.</summary>
    private static float[] Real(ISampleSource source, int most, Action<Text>? note)
    {
        try
        {
            var read = SpreadSamples.Read(source, most);
            if (read.Note is { } said) note?.Invoke(said);
            return read.Values;
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            note?.Invoke(e.Text);
            return new float[Math.Min(most, source.Count) * source.Schema.Values];
        }
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

        return model.Critic?.Realness?.Invoke(Tensor.From(points, SurfaceCells * SurfaceCells, 2)).ToArray<float>() ?? [];
    }
}
