using System.Globalization;
using Adversa.Formats.Png;
using Adversa.Imaging.Codecs;
using Adversa.Imaging.Pictures;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training;

namespace Adversa.Cli.Commands;

/// <summary>The pictures of <see cref="StyleOptions"/>.</summary>
internal static class StyleSheets
{
    /// <summary>Each seed's coarse layers in a row, each seed's fine ones in a column; on the diagonal the seeds themselves.</summary>
    internal static Raster Mix(IStyled model, Torch.Nn.Module? network, long[] seeds, int at, double truncation, int? scale)
    {
        using var scope = new TensorScope();
        using var recording = Autograd.NoGrad();
        var styles = model.StylesOf(new(seeds, network) { Truncation = truncation });
        var first = model.FirstStyleOf(at);
        var fine = styles.Narrow(1, first, styles.Size(1) - first);
        var sheet = new ContactSheet(model.Schema, seeds.Length * seeds.Length, seeds.Length, scale ?? SampleSheet.Scale(model.Schema));
        for (var row = 0; row < seeds.Length; row++)
        {
            var coarse = styles.Narrow(0, row, 1).Narrow(1, 0, first);
            var mixed = Tensor.Cat([Ops.Expand(coarse, [seeds.Length, first, styles.Size(2)]), fine], 1);
            sheet.Add(model.Draw(mixed, new([.. seeds.Select(_ => seeds[row])], network)).ToArray<float>());
        }

        return sheet.Picture;
    }

    /// <summary>A picture beside the nearest that the model draws.</summary>
    /// <returns>Both; how far they are apart; how far the mean of all styles would be.</returns>
    internal static (Raster Sheet, double Distance, double OfMean) Project(IStyled model, Torch.Nn.Module? network, float[] picture, int? scale)
    {
        using var scope = new TensorScope();
        var (target, request) = (Tensor.From(picture, model.Schema.BatchShape(1)), new SampleRequest([0], network));
        var styles = StyleProjection.Find(model, target, request);
        using var recording = Autograd.NoGrad();
        var found = Ops.Clamp(model.Draw(styles, request), -1, 1);
        var sheet = new ContactSheet(model.Schema, 2, 2, scale ?? SampleSheet.Scale(model.Schema));
        sheet.Add(picture);
        sheet.Add(found.ToArray<float>());
        var mean = model.Sample(request with { Truncation = 0 });
        return (sheet.Picture, StyleProjection.RootMeanSquare(found, target), StyleProjection.RootMeanSquare(mean, target));
    }

    /// <summary>A picture file as the model's pictures are.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">Its shape and colours.</param>
    /// <returns>The picture; its size where it had to be resized.</returns>
    internal static (float[] Picture, string? Resized) Read(string path, SampleSchema schema)
    {
        var target = new PictureTarget(new(schema.Width, schema.Height), schema.Channels);
        var (bytes, picture) = (new byte[target.Bytes], new float[target.Bytes]);
        var header = PictureFile.Decode(BytesOf(path), path, target, bytes);
        PixelBytes.ToFloats(bytes, picture);
        var isResized = header.Width != schema.Width || header.Height != schema.Height;
        return (picture, isResized ? string.Create(CultureInfo.InvariantCulture, $"{header.Width}x{header.Height}") : null);
    }

    private static byte[] BytesOf(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataError.Of(DataError.Unreadable, Words.PictureCannotBeRead(path, e.Message), e);
        }
    }
}
