using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data;
using Adversa.Data.Augmenting;
using Adversa.Data.Files;
using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;
using Adversa.Imaging.Views;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary>Some samples of a source, and what they say about all: <see cref="SpreadSamples"/>, in the source's order.</summary>
internal sealed class SeenSamples
{
    private readonly ISampleSource _source;
    private readonly Augmenter? _augmenter;
    private readonly List<float> _plane = [], _attributes = [];                // of points the first two coordinates: all of them are drawn
    private readonly List<long> _places = [];
    private readonly List<int> _labels = [];
    private double _sum;

    private SeenSamples(ISampleSource source, Augmenter? augmenter) => (_source, _augmenter) = (source, augmenter);

    /// <summary>How many were read.</summary>
    internal int Count => _labels.Count;

    internal float Mean => (float)(_sum / ((double)Count * _source.Schema.Values));

    internal float Least { get; private set; } = float.PositiveInfinity;

    internal float Most { get; private set; } = float.NegativeInfinity;

    /// <summary>Reads samples; those that are damaged are counted, one of them is named.</summary>
    /// <exception cref="AdversaException">ADV3006: none can be read.</exception>
    internal static SeenSamples Read(Terminal terminal, ISampleSource source, int most, Augmentation augmentation)
    {
        var seen = new SeenSamples(source, augmentation.IsOff ? null : new Augmenter(augmentation, source.Schema, seed: 0));
        var read = SpreadSamples.Labels(source, most, visit: (at, sample) =>
        {
            seen._augmenter?.Apply(sample, epoch: 0, index: at);
            if (source.Schema.Drawn.Element == ElementType.Float) seen.Add(sample.Values);
            if (sample.Has(Field.Known)) seen._attributes.AddRange(sample.Floats(Field.Known));
            seen._labels.Add(sample.Label);
            seen._places.Add(at);
        });
        if (read.Note is { } note) terminal.Warn(3012, note);
        return seen;
    }

    /// <summary>A contact sheet of pictures, spread evenly again, or a plot of all points in their first two coordinates.</summary>
    internal Raster Draw(int mostPictures)
    {
        var schema = _source.Schema;
        if (schema.View().HasPlot) return schema.View().Plot([.. _plane], []);
        var cell = new SampleCell(schema);
        if (cell.Picture is not { } picture) return new Raster(1, 1, 1);
        var (columns, most) = ContactSheet.Layout(picture, mostPictures, columns: 8);
        Shown = Math.Min(Math.Min(mostPictures, most), Count);
        var sheet = new ContactSheet(picture, Shown, columns);
        for (var i = 0; i < Shown; i++) sheet.Add(cell.Of(Again(_places[i * Count / Shown])));

        return sheet.Picture;
    }

    /// <summary>How many pictures the sheet shows: fewer where they are large.</summary>
    internal int Shown { get; private set; }

    /// <summary>Reads a sample a second time, so that a thousand large pictures need not be kept for the few that are shown; one that has gone since stays grey.</summary>
    private SampleRow Again(long at)
    {
        var row = new Batch(_source.Schema, 1).Row(0);
        try
        {
            _source.Read(at, row);
            _augmenter?.Apply(row, epoch: 0, index: at);
            return row;
        }
        catch (AdversaException)
        {
            return new Batch(_source.Schema, 1).Row(0);
        }
    }

    /// <summary>A few samples in words: their captions and texts.</summary>
    internal IEnumerable<string> InWords(int most)
    {
        var fields = _source.Schema.Fields.Where(field => field.Kind == FieldKind.Tokens).ToList();
        return fields.Count == 0 ? [] : Enumerable.Range(0, Math.Min(most, Count)).Select(i => Again(_places[i * Count / Math.Min(most, Count)]))
            .SelectMany(row => fields.Select(field => $"{field.Name}: {field.View().Say(row, field)}"));
    }

    private void Add(ReadOnlySpan<float> sample)
    {
        foreach (var value in sample)
        {
            _sum += value;
            (Least, Most) = (MathF.Min(Least, value), MathF.Max(Most, value));
        }

        if (_source.Schema.View().HasPlot) _plane.AddRange([sample[0], sample.Length > 1 ? sample[1] : 0]);
    }

    /// <summary>How often each class comes: in the whole set where its files tell, else among the samples that were read.</summary>
    internal List<(string Name, int Count)> Classes()
    {
        var labels = _source is PictureSource pictures ? Enumerable.Range(0, (int)pictures.Count).Select(i => pictures.LabelOf((long)i)) : _labels;
        return [.. labels.Where(label => label >= 0).CountBy(label => label).OrderBy(pair => pair.Key)
            .Select(pair => (pair.Key < _source.ClassNames.Count ? _source.ClassNames[pair.Key] : pair.Key.ToString(CultureInfo.InvariantCulture), pair.Value))];
    }

    /// <summary>The attributes in words: how many kinds, or from where to where.</summary>
    internal IEnumerable<string> Attributes() => _source.Schema.Attributes.Select((attribute, i) => $"{attribute.Name} ({(attribute.Categories switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{Column(i).Min():G4} {Words.To} {Column(i).Max():G4}"),
        2 when attribute.Names.Count == 0 => string.Create(CultureInfo.InvariantCulture, $"{Words.YesIn} {100 * Column(i).Average():F0} %"),
        _ => attribute.Names.Count is > 0 and <= 8 ? string.Join(", ", attribute.Names) : Words.Kinds(attribute.Categories).ToString(),
    })})");

    /// <summary>The attributes for programs.</summary>
    internal JsonArray AttributesJson() => new([.. _source.Schema.Attributes.Select((attribute, i) => new JsonObject
    {
        ["name"] = attribute.Name, ["categories"] = attribute.Categories, ["names"] = new JsonArray([.. attribute.Names.Select(name => JsonValue.Create(name))]),
        ["minimum"] = Math.Round(Column(i).Min(), 5), ["mean"] = Math.Round(Column(i).Average(), 5), ["maximum"] = Math.Round(Column(i).Max(), 5),
    })]);

    private IEnumerable<float> Column(int attribute) => Enumerable.Range(0, Count).Select(i => _attributes[i * _source.Schema.Attributes.Count + attribute]);
}
