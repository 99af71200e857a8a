using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary>Some samples of a source, and what they say about all: spread evenly over what has an end, so that sets sorted by class show every class; the first ones of a world.</summary>
internal sealed class SeenSamples
{
    private const double Golden = 0.618;          // within its share of the set, so that labels which take turns are not met in step

    private readonly ISampleSource _source;
    private readonly List<float> _values = [], _attributes = [];
    private readonly List<int> _labels = [];

    private SeenSamples(ISampleSource source) => _source = source;

    /// <summary>How many were read.</summary>
    internal int Count => _labels.Count;

    internal float Mean => _values.Average();

    internal float Least => _values.Min();

    internal float Most => _values.Max();

    /// <summary>Reads samples; one that is damaged is named and left out.</summary>
    /// <exception cref="AdversaException">ADV3006: none can be read.</exception>
    internal static SeenSamples Read(Terminal terminal, ISampleSource source, int most, Augmentation augmentation)
    {
        var seen = new SeenSamples(source);
        var (sample, attributes) = (new float[source.Schema.Values], new float[source.Schema.Attributes.Count]);
        var augmenter = augmentation.IsOff ? null : new Augmenter(augmentation, source.Schema, seed: 0);
        var count = Math.Min(most, source.Count);
        for (var i = 0L; i < count; i++)
            try
            {
                var at = source.IsEndless ? i : (long)((i + i * Golden % 1) * source.Count / count);
                source.Read(at, sample, out var label);
                source.ReadAttributes(at, attributes);
                augmenter?.Apply(sample, epoch: 0, index: at);
                seen._values.AddRange(sample);
                seen._attributes.AddRange(attributes);
                seen._labels.Add(label);
            }
            catch (AdversaException e)
            {
                terminal.Warn(e.Code, e.Text);
            }

        if (seen.Count == 0) throw new AdversaException(3006, ExitCode.Data, new($"No sample of {source.Name} can be read.", $"No se puede leer ninguna muestra de {source.Name}."));
        return seen;
    }

    /// <summary>A contact sheet of pictures, spread evenly again, or a plot of all points in their first two coordinates.</summary>
    internal Raster Draw(int mostPictures)
    {
        var size = _source.Schema.Values;
        if (_source.Schema.Kind == SampleKind.Points)
        {
            float[] plane = [.. Enumerable.Range(0, Count).SelectMany(i => (float[])[_values[i * size], size > 1 ? _values[i * size + 1] : 0])];
            return ScatterPlot.Draw(plane, [], Math.Max(1.25 * plane.Max(Math.Abs), 1e-6));
        }

        var shown = Math.Min(mostPictures, Count);
        return ImageGrid.Draw([.. Enumerable.Range(0, shown).SelectMany(i => _values.Slice(i * Count / shown * size, size))], _source.Schema, columns: 8);
    }

    /// <summary>How often each class comes: in the whole set where its files tell, else among the samples that were read.</summary>
    internal List<(string Name, int Count)> Classes()
    {
        var labels = _source is PictureSource pictures ? Enumerable.Range(0, (int)pictures.Count).Select(i => pictures.LabelOf(i)) : _labels;
        return [.. labels.Where(label => label >= 0).CountBy(label => label).OrderBy(pair => pair.Key)
            .Select(pair => (pair.Key < _source.ClassNames.Count ? _source.ClassNames[pair.Key] : pair.Key.ToString(CultureInfo.InvariantCulture), pair.Value))];
    }

    /// <summary>The attributes in words: how many kinds, or from where to where.</summary>
    internal IEnumerable<string> Attributes() => _source.Schema.Attributes.Select((attribute, i) => $"{attribute.Name} ({(attribute.Categories switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{Column(i).Min():G4} {Say("to", "a")} {Column(i).Max():G4}"),
        2 when attribute.Names.Count == 0 => string.Create(CultureInfo.InvariantCulture, $"{Say("yes in", "sí en")} {100 * Column(i).Average():F0} %"),
        _ => attribute.Names.Count is > 0 and <= 8 ? string.Join(", ", attribute.Names) : Say($"{attribute.Categories} kinds", $"{attribute.Categories} clases"),
    })})");

    /// <summary>The attributes for programs.</summary>
    internal JsonArray AttributesJson() => new([.. _source.Schema.Attributes.Select((attribute, i) => new JsonObject
    {
        ["name"] = attribute.Name, ["categories"] = attribute.Categories, ["names"] = new JsonArray([.. attribute.Names.Select(name => JsonValue.Create(name))]),
        ["minimum"] = Math.Round(Column(i).Min(), 5), ["mean"] = Math.Round(Column(i).Average(), 5), ["maximum"] = Math.Round(Column(i).Max(), 5),
    })]);

    private IEnumerable<float> Column(int attribute) => Enumerable.Range(0, Count).Select(i => _attributes[i * _source.Schema.Attributes.Count + attribute]);
}
