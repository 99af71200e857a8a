using System.Security.Cryptography;
using System.Text;
using Adversa.Data.Names;
using Adversa.Formats.Arrays;

namespace Adversa.Data.Files;

/// <summary>Pictures or points from a <c>.npy</c> file, kept in memory as they are stored.</summary>
/// <remarks><c>[N, H, W]</c> are grey pictures; <c>[N, H, W, C]</c> or <c>[N, C, H, W]</c> with 1 or 3 channels are pictures (channels last wins when both
/// fit); <c>[N, D]</c> are points. Bytes become b / 127.5 - 1. Real pictures are taken as they are when all values lie in [-1, 1] and some are negative,
/// as [0, 1] when none is negative and none above 1, as [0, 255] when none is negative and none above 255; anything else is refused. Points keep their units.</remarks>
public sealed class NpySource : ISampleSource
{
    private const int MostClasses = 100_000;

    private readonly NpyFile _file;
    private readonly bool _channelsLast;
    private readonly double _gain = 1;
    private readonly double _offset;

    private readonly int[]? _labels;

    private NpySource(string path, NpyFile file, NpyFile? labels = null)
    {
        Name = Path.GetFileName(path);
        _file = file;
        (Schema, _channelsLast) = Layout(file.Shape, path);
        if (file.Type is NpyType.Int16 or NpyType.Int32 or NpyType.Int64)
            throw NpyHeader.Refused(path, Words.WholeNumbersOfBitsOrMore);
        Count = file.Shape[0];
        if (labels is not null)
        {
            (ClassNames, _labels) = ClassList.OfNumbers(LabelsOf(labels, path));
            Schema = Schema with { Classes = ClassNames.Count };
        }

        var (low, high) = Range(path);
        if (Schema.Kind == FieldKind.Image) (_gain, _offset) = Scale(low, high, path);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes($"npy {file.Type} {string.Join(' ', file.Shape)} {Gaps()}"), .. SHA256.HashData(file.Data), .. labels is null ? [] : SHA256.HashData(labels.Data)]));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public SampleSchema Schema { get; }

    /// <inheritdoc/>
    public long Count { get; }

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<Text> Notes { get; private init; } = [];

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="AdversaException">ADV3003: damaged, of another shape or type, or with NaN or infinity; ADV3007: it cannot be read.</exception>
    public static NpySource Open(string path) => new(path, NpyFile.Read(path));

    internal static NpySource Of(string path, NpyFile samples, NpyFile? labels, IReadOnlyList<Text> notes) => new(path, samples, labels) { Notes = notes };

    /// <inheritdoc/>
    public void Read(long index, SampleRow row)
    {
        if (_labels is not null) row.Label = _labels[index];
        if (!row.Has(Schema.Drawn.Name)) return;
        var destination = row.Floats(Schema.Drawn.Name);
        var start = checked((int)index * Schema.Values);
        var pixels = Schema.Height * Schema.Width;
        for (var i = 0; i < destination.Length; i++)
        {
            var at = _channelsLast ? i % pixels * Schema.Channels + i / pixels : i;
            destination[i] = (float)(_file.At(start + at) * _gain + _offset);
        }
    }

    /// <summary>The classes where numbers are missing among them; nothing where none is, so that such data keeps its identity of old.</summary>
    private string Gaps() => ClassNames.SequenceEqual(ClassList.Numbers(ClassNames.Count)) ? "" : $"classes {string.Join(' ', ClassNames)} ";

    private int[] LabelsOf(NpyFile labels, string path)
    {
        if (labels.Type is NpyType.Float32 or NpyType.Float64 || labels.Length != Count || labels.Shape.Count is not (1 or 2)) throw NpyHeader.Refused(path,
            Words.SamplesNeedAsManyLabels(Count, labels.Type, string.Join(", ", labels.Shape)));
        var values = new int[Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = labels.At(i) is >= 0 and < MostClasses and var label ? (int)label : throw NpyHeader.Refused(path, Words.LabelIsNoWholeNumber(i, labels.At(i), MostClasses - 1));
        return values;
    }

    private static (SampleSchema Schema, bool ChannelsLast) Layout(IReadOnlyList<int> shape, string path) => shape switch
    {
        [0, ..] or [_, .., 0] or [_, _, 0, ..] or [_, 0, ..] => throw DataError.Of(DataError.Empty, Words.HoldsNoSample(path, string.Join(", ", shape))),
        [_, var d] => (new(FieldKind.Points, d), false),
        [_, > 4, 1 or 3 or 4] => throw NpyHeader.Refused(path, Words.ShapeLooksLikeOnePicture(shape[2], string.Join(", ", shape), shape[0], shape[1])),
        [_, var h, var w] => (new(FieldKind.Image, 1, h, w), false),
        [_, var h, var w, (1 or 3) and var c] => (new(FieldKind.Image, c, h, w), true),
        [_, (1 or 3) and var c, var h, var w] => (new(FieldKind.Image, c, h, w), false),
        _ => throw NpyHeader.Refused(path, Words.ShapeIsOfNoPictures(string.Join(", ", shape))),
    };

    private (double Low, double High) Range(string path)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        if (_file.Type == NpyType.UInt8) return (0, 255);
        for (var i = 0; i < _file.Length; i++)
        {
            var value = _file.At(i);
            if (!double.IsFinite(value) || Math.Abs(value) > float.MaxValue)
                throw NpyHeader.Refused(path, Words.ElementIsNotFinite(i, i / Schema.Values, value));
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return (low, high);
    }

    private (double Gain, double Offset) Scale(double low, double high, string path) => _file.Type == NpyType.UInt8 ? (1 / 127.5, -1)
        : low >= 0 && high <= 1 ? (2, -1)
        : low >= -1 && high <= 1 ? (1, 0)
        : low >= 0 && high <= 255 ? (1 / 127.5, -1)
        : throw NpyHeader.Refused(path, Words.PicturesMustLie(low, high));
}
