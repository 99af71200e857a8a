using System.Text.Json.Serialization;

namespace Adversa;

/// <summary>What a field holds. What else there is to say of a kind stands in one place: how it is shown in its view, how it is read in its source.</summary>
public enum FieldKind
{
    /// <summary>A picture: <c>[C, H, W]</c>, float32 in [-1, 1].</summary>
    Image,

    /// <summary>A point: <c>[D]</c> coordinates, float32, in the data's own units.</summary>
    Points,

    /// <summary>A class: one whole number in [0, <see cref="Field.Classes"/>).</summary>
    Label,

    /// <summary>What else is known of a sample: <c>[A]</c> numbers, float32, one for each of <see cref="Field.Attributes"/>.</summary>
    Attributes,

    /// <summary>Where in a picture: <c>[1, H, W]</c>, bytes, 1 inside and 0 outside.</summary>
    Mask,

    /// <summary>A text: <c>[L]</c> whole numbers, each the place of a word in <see cref="Field.Vocabulary"/>; 0 behind its end.</summary>
    Tokens,
}

/// <summary>The type of the numbers of a field.</summary>
public enum ElementType
{
    /// <summary>float32.</summary>
    Float,

    /// <summary>Unsigned bytes.</summary>
    Byte,

    /// <summary>Whole numbers, int32; int64 as tensors.</summary>
    Int,
}

/// <summary>One named part of a sample: a picture, its class, the sentence that describes it.</summary>
/// <param name="Name">Lower case with underscores, unique in its sample; the well-known ones are constants here.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Shape">Of one sample, as <see cref="FieldKind"/> says; empty for a label.</param>
public sealed record Field(string Name, FieldKind Kind, params IReadOnlyList<int> Shape)
{
    /// <summary>The picture that a generator makes.</summary>
    public const string Image = "image";

    /// <summary>The point that a generator makes.</summary>
    public const string Points = "points";

    /// <summary>The text that a generator makes.</summary>
    public const string Words = "text";

    /// <summary>What is translated into what is made.</summary>
    public const string Input = "input";

    /// <summary>The class.</summary>
    public const string Label = "label";

    /// <summary>What else is known: hair colour, age.</summary>
    public const string Known = "attributes";

    /// <summary>The sentence that describes the picture.</summary>
    public const string Caption = "caption";

    /// <summary>A sentence that contradicts the picture.</summary>
    public const string WrongCaption = "wrong_caption";

    /// <summary>A part of the picture.</summary>
    public const string Mask = "mask";

    /// <summary>The picture that a part is pasted from.</summary>
    public const string Paste = "paste";

    /// <summary>Of a label: how many classes there are.</summary>
    public int Classes { get; init; }

    /// <summary>Of attributes: what each number says.</summary>
    public IReadOnlyList<SampleAttribute> Attributes { get; init; } = [];

    /// <summary>Of tokens: the words by their numbers; number 0 stands behind the end of a text, and 1 for a word that is none of these.</summary>
    public IReadOnlyList<string> Vocabulary { get; init; } = [];

    /// <summary>Whether it belongs to no other field of its sample: two collections without pairs, each drawn in an order of its own.</summary>
    public bool IsApart { get; init; }

    /// <summary>Of a text: how many a sample may have, of which one is read at a time.</summary>
    public int Forms { get; init; } = 1;

    /// <summary>Numbers in one sample.</summary>
    [JsonIgnore]
    public int Size { get; } = Shape.Aggregate(1, (size, side) => size * side);

    /// <summary>The type of the numbers.</summary>
    [JsonIgnore]
    public ElementType Element => Kind switch
    {
        FieldKind.Label or FieldKind.Tokens => ElementType.Int,
        FieldKind.Mask => ElementType.Byte,
        _ => ElementType.Float,
    };

    /// <summary>The field of a label.</summary>
    /// <param name="classes">How many classes there are; 1 or more.</param>
    public static Field OfLabel(int classes) => new(Label, FieldKind.Label) { Classes = classes };

    /// <summary>The field of attributes.</summary>
    /// <param name="attributes">What each number says; one or more.</param>
    public static Field OfAttributes(IReadOnlyList<SampleAttribute> attributes) => new(Known, FieldKind.Attributes, attributes.Count) { Attributes = attributes };

    /// <summary>The field of a text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="most">Words of the longest.</param>
    /// <param name="vocabulary">The words by their numbers, from the end of a text and the unknown word on.</param>
    public static Field OfTokens(string name, int most, IReadOnlyList<string> vocabulary) => new(name, FieldKind.Tokens, most) { Vocabulary = vocabulary };

    /// <summary>The shape of a batch: <c>[N, ...]</c>.</summary>
    /// <param name="count">N.</param>
    public long[] BatchShape(int count) => [count, .. Shape.Select(side => (long)side)];

    /// <summary>Whether both are the same field in all that they say.</summary>
    /// <param name="other">Another field.</param>
    public bool Equals(Field? other) => other is not null && (Name, Kind, Classes, IsApart, Forms) == (other.Name, other.Kind, other.Classes, other.IsApart, other.Forms) && Shape.SequenceEqual(other.Shape)
        && Attributes.SequenceEqual(other.Attributes) && Vocabulary.SequenceEqual(other.Vocabulary);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Kind, Size, Classes, Attributes.Count, Vocabulary.Count);

    /// <summary>For example <c>28x28x1</c>, <c>2 coordinates</c>, <c>10 classes</c>.</summary>
    public override string ToString() => Kind switch
    {
        FieldKind.Image or FieldKind.Mask => $"{Shape[1]}x{Shape[2]}x{Shape[0]}",
        FieldKind.Points => $"{Size} coordinates",
        FieldKind.Label => $"{Classes} classes",
        FieldKind.Attributes => $"{Size} attributes",
        _ => $"{Size} words of {Vocabulary.Count}",
    };
}
