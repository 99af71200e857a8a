using Adversa.Imaging;
using Adversa.Imaging.Codecs;
using Adversa.Formats.Trees;
using Adversa.Models;
using Adversa.Training;

namespace Adversa.Cli.Commands;

/// <summary>What a system is given beside the picture to translate: a mask, a picture to paste, which have the picture's size and are padded as it was; or attributes that it shall have.</summary>
internal sealed class GivenBeside
{
    private readonly ITranslator _translator;
    private readonly Dictionary<string, string> _files = [];
    private readonly IReadOnlyList<AttributeWish> _wishes = [];

    /// <exception cref="AdversaException">ADV2027: the system lacks something, or is given what it does not take.</exception>
    internal GivenBeside(ITranslator translator, string system, string? mask, string? paste, IReadOnlyList<string> wishes)
    {
        _translator = translator;
        foreach (var (field, option, path) in new[] { (Field.Mask, "--mask", mask), (Field.Paste, "--paste", paste) })
        {
            var isTaken = translator.Given.Any(one => one.Name == field);
            if (path is not null && !isTaken) throw new AdversaException(2027, ExitCode.Usage, Words.TakesNoSuch(system, option));
            if (path is null && isTaken) throw new AdversaException(2027, ExitCode.Usage, Words.NeedsSuch(system, option));
            if (path is not null) _files[field] = path;
        }

        if (translator is not IEditor editor)
        {
            if (wishes.Count > 0) throw new AdversaException(2027, ExitCode.Usage, Words.TakesNoSuch(system, "--set"));
            return;
        }

        if (wishes.Count == 0 && editor.NeedsWish) throw new AdversaException(2027, ExitCode.Usage, Words.NeedsWishes(system, string.Join(", ", editor.Edited.Select(one => one.Name))));
        _wishes = AttributeWishes.Read(wishes, editor.Edited);
    }

    /// <summary>Whether a wish is a range, which a film may walk through.</summary>
    internal bool HasRange => _wishes.Any(wish => wish.From != wish.To);

    /// <summary>Where in the ranges that were wished for: 0 at the first frame, 1 at the last.</summary>
    internal double Share { get; set; }

    /// <summary>Adds it to what is given.</summary>
    /// <param name="own">The picture's own size.</param>
    /// <param name="read">The size in which it is read.</param>
    /// <param name="given">The picture, padded.</param>
    internal Batch To(PictureSize own, PictureSize read, Batch given)
    {
        if (_translator is IEditor editor) return AttributeWishes.Given(editor, given.TensorOf(Field.Input), _wishes, Share);
        var (height, width) = (given.Schema.Height, given.Schema.Width);
        var fields = _translator.Given.Select(field => field.Name == Field.Input ? given.Schema.Fields[0]
            : _files.ContainsKey(field.Name) ? new Field(field.Name, field.Kind, field.Shape[0], height, width) : field).ToList();
        var whole = new Batch(new SampleSchema(fields), 1);
        given.Floats(Field.Input).CopyTo(whole.Floats(Field.Input), 0);
        foreach (var (name, path) in _files) Read(path, fields.First(field => field.Name == name), own, read, whole.Row(0));
        return whole;
    }

    /// <summary>Reads a picture of the same size as that one was read; its last row and column are repeated in the padding.</summary>
    private static void Read(string path, Field field, PictureSize own, PictureSize read, SampleRow row)
    {
        var bytes = FileBytes.Read(path, PictureFile.MostBytes);
        if (PictureFile.Header(bytes, path).Size is var size && size != own) throw DataError.Of(DataError.Pairs, Words.MustHaveItsSize(path, size.Width, size.Height, own.Width, own.Height));
        var (channels, height, width, isMask) = (field.Shape[0], field.Shape[1], field.Shape[2], field.Kind == FieldKind.Mask);
        var target = new PictureTarget(read, channels);
        var decoded = new byte[target.Bytes];
        PictureFile.Decode(bytes, path, target, decoded);
        if (isMask && (decoded.All(light => light < 128) || decoded.All(light => light >= 128))) throw DataError.Of(DataError.Pairs, Words.MaskIsOfOneColour(path));
        var floats = new float[decoded.Length];
        PixelBytes.ToFloats(decoded, floats);
        for (var c = 0; c < channels; c++)
            for (var y = 0; y < height; y++)
                for (var x = 0; x < width; x++)
                {
                    var (to, from) = ((c * height + y) * width + x, (c * read.Height + Math.Min(y, read.Height - 1)) * read.Width + Math.Min(x, read.Width - 1));
                    if (isMask) row.Bytes(field.Name)[to] = (byte)(decoded[from] >= 128 ? 1 : 0);
                    else row.Floats(field.Name)[to] = floats[from];
                }
    }
}
