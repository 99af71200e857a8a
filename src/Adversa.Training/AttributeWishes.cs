using System.Globalization;
using Adversa.Models;
using Adversa.Torch;

namespace Adversa.Training;

/// <summary>What one attribute of pictures shall be.</summary>
/// <param name="Place">The attribute among <see cref="IEditor.Edited"/>.</param>
/// <param name="From">In the first frame: a category by its number, or an amount in its own unit.</param>
/// <param name="To">In the last frame; <paramref name="From"/> where one value was asked for.</param>
public readonly record struct AttributeWish(int Place, double From, double To);

/// <summary>Wishes as people write them, <c>hair_colour=blond</c> and <c>age=20..80</c>, and what an editor is given for them.</summary>
public static class AttributeWishes
{
    private static readonly string[] Yes = ["yes", "true", "on", "1", "sí", "si"], No = ["no", "false", "off", "0"];

    /// <summary>Reads wishes.</summary>
    /// <param name="texts">Each <c>NAME=VALUE</c>; an amount may be a range, <c>NAME=A..B</c>.</param>
    /// <param name="edited">What can be changed.</param>
    /// <exception cref="AdversaException">ADV2053 with exit 2: a name or a value is unknown, out of range, or asked for twice; the message names what is possible.</exception>
    public static IReadOnlyList<AttributeWish> Read(IReadOnlyList<string> texts, IReadOnlyList<SampleAttribute> edited)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(edited);
        List<AttributeWish> wishes = [.. texts.Select(text => Read(text, edited))];
        if (wishes.CountBy(wish => wish.Place).FirstOrDefault(pair => pair.Value > 1) is { Value: > 1 } twice)
            throw Wrong(Words.SetNamesTwice(edited[twice.Key].Name));
        return wishes;
    }

    /// <summary>What an editor is given: pictures, and for each what the editor takes where nothing is asked, but for what is wished for.</summary>
    /// <param name="editor">The editor.</param>
    /// <param name="pictures"><c>[N, C, H, W]</c> in [-1, 1], of the size of training.</param>
    /// <param name="wishes">What shall be.</param>
    /// <param name="share">0 at the first frame, 1 at the last.</param>
    public static Batch Given(IEditor editor, Tensor pictures, IReadOnlyList<AttributeWish> wishes, double share = 0)
    {
        ArgumentNullException.ThrowIfNull(editor);
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(wishes);
        var input = new Field(Field.Input, FieldKind.Image, [.. pictures.Shape.Skip(1).Select(side => (int)side)]);          // views of one person may be fewer than in training
        var batch = new Batch(new([.. editor.Given.Select(field => field.Name == Field.Input ? input : field)]), (int)pictures.Size(0));
        pictures.ToArray<float>().CopyTo(batch.Floats(Field.Input), 0);
        var (shown, known, all) = (editor.Unasked(pictures).ToArray<float>(), batch.Floats(Field.Known), batch.Schema.Attributes);
        foreach (var wish in wishes)
            for (var i = 0; i < batch.Count; i++) shown[i * editor.Edited.Count + wish.Place] = (float)(wish.From + share * (wish.To - wish.From));
        foreach (var (place, attribute) in editor.Edited.Index())
        {
            var column = all.Index().First(pair => pair.Item == attribute).Index;
            for (var i = 0; i < batch.Count; i++) known[i * all.Count + column] = shown[i * editor.Edited.Count + place];
        }

        return batch;
    }

    private static AttributeWish Read(string text, IReadOnlyList<SampleAttribute> edited)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        var names = edited.Select(attribute => attribute.Name).ToList();
        if (parts is not [{ Length: > 0 } name, { Length: > 0 } value]) throw Wrong(Words.SetIsNameAndValue(text, string.Join(", ", names)));
        var place = names.FindIndex(known => known.Equals(name.Replace('-', '_'), StringComparison.OrdinalIgnoreCase));
        if (place < 0) throw Wrong(Words.SetNamesNoAttribute(name, string.Join(", ", names), Perhaps(name, names)));
        return edited[place].Categories > 0 ? new(place, Category(edited[place], value), Category(edited[place], value)) : Amount(place, edited[place], value);
    }

    private static int Category(SampleAttribute attribute, string value)
    {
        var named = attribute.Names.ToList().FindIndex(name => name.Equals(value, StringComparison.OrdinalIgnoreCase));
        if (named >= 0) return named;
        if (attribute is { Names.Count: 0, Categories: 2 } && Yes.Contains(value.ToLowerInvariant())) return 1;
        if (attribute is { Names.Count: 0, Categories: 2 } && No.Contains(value.ToLowerInvariant())) return 0;
        var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (attribute.Names.Count == 0 && isNumber && number < attribute.Categories) return number;
        var possible = attribute.Names.Count > 0 ? string.Join(", ", attribute.Names) : attribute.Categories == 2 ? "yes, no" : $"0-{attribute.Categories - 1}";
        throw Wrong(Words.AttributeCannotBe(attribute.Name, value, possible, Perhaps(value, attribute.Names)));
    }

    private static AttributeWish Amount(int place, SampleAttribute attribute, string value)
    {
        var ends = value.Split("..", 2);
        if (!TryAmount(ends[0], out var from) || !TryAmount(ends[^1], out var to))
            throw Wrong(Words.AttributeIsAmount(attribute.Name, value, attribute.HasRange ? Words.FromTo(attribute.Least, attribute.Most) : Text.None));
        foreach (var end in new[] { from, to })
            if (attribute.HasRange && (end < attribute.Least || end > attribute.Most))
                throw Wrong(Words.AttributeIsOutOfRange(attribute.Name, end, attribute.Least, attribute.Most));
        return new(place, from, to);
    }

    private static Text Perhaps(string text, IReadOnlyList<string> known) => Nearest.To(text, known) is { } near ? Words.DidYouMean(near) : Text.None;

    private static bool TryAmount(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static AdversaException Wrong(Text what) => new(2053, ExitCode.Usage, what);
}
