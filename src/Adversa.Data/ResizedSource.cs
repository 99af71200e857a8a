using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Adversa.Imaging.Codecs;

namespace Adversa.Data;

/// <summary>Pictures of another source at another size or with other channels: fitted as picture files are.</summary>
internal sealed class ResizedSource : ISampleSource, IDisposable
{
    private readonly ISampleSource _source;
    private readonly PictureTarget _target;

    /// <summary>Wraps a source.</summary>
    /// <param name="source">Pictures; disposed with this one.</param>
    /// <param name="options">Size, fit and channels; what is null stays as it is, and without a size pictures that are not square become so by their smaller side.</param>
    public ResizedSource(ISampleSource source, DataOptions options)
    {
        _source = source;
        var schema = source.Schema;
        _target = new(options.Size ?? Math.Min(schema.Height, schema.Width), options.Channels ?? schema.Channels, options.Fit);
        Schema = schema with { Height = _target.Size.Height, Width = _target.Size.Width, Channels = _target.Channels };
        Notes = options.Size is { } asked && SizeSummary.Enlarged([new(schema.Width, schema.Height)], asked) is { } enlarged ? [.. source.Notes, enlarged] : source.Notes;
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"resized {source.Fingerprint} {_target.Size.Spelt} {_target.Channels} {_target.Fit}")));
    }

    /// <inheritdoc/>
    public string Name => _source.Name;

    /// <inheritdoc/>
    public SampleSchema Schema { get; }

    /// <inheritdoc/>
    public long Count => _source.Count;

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames => _source.ClassNames;

    /// <inheritdoc/>
    public IReadOnlyList<Text> Notes { get; }

    /// <inheritdoc/>
    public string NameOf(long index) => _source.NameOf(index);

    /// <inheritdoc/>
    public void Read(long index, SampleRow row)
    {
        if (!row.Has(Field.Image))
        {
            _source.Read(index, row);
            return;
        }

        var schema = _source.Schema;
        var own = new Batch(schema, 1).Row(0);
        _source.Read(index, own);
        own.CopyTo(row, except: Field.Image);
        var values = own.Values;
        var pixels = ArrayPool<byte>.Shared.Rent(_target.Bytes);
        try
        {
            using var sheet = new PixelSheet(schema.Width, schema.Height, _target.Channels == 1 ? 1 : schema.Channels);
            for (var y = 0; y < schema.Height; y++) Fill(sheet.Row(y), values, y * schema.Width, schema, sheet.Channels);
            if (ImageCodec.Fit(sheet, orientation: 1, _target, pixels.AsSpan(0, _target.Bytes)) is { } said) throw new InvalidOperationException(said);
            PixelBytes.ToFloats(pixels.AsSpan(0, _target.Bytes), row.Floats(Field.Image));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(pixels);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => (_source as IDisposable)?.Dispose();

    /// <summary>One row as bytes; colour becomes grey by the weights of ITU-R 601-2, as for picture files.</summary>
    private static void Fill(Span<byte> row, ReadOnlySpan<float> planes, int start, SampleSchema schema, int channels)
    {
        var plane = schema.Height * schema.Width;
        for (var x = 0; x < schema.Width; x++)
        {
            var at = start + x;
            if (channels == schema.Channels)
                for (var c = 0; c < channels; c++) row[x * channels + c] = PixelBytes.ToByte(planes[c * plane + at]);
            else row[x] = (byte)((19_595 * PixelBytes.ToByte(planes[at]) + 38_470 * PixelBytes.ToByte(planes[plane + at]) + 7_471 * PixelBytes.ToByte(planes[2 * plane + at]) + 0x8000) >> 16);
        }
    }
}
