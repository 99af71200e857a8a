using System.Text.Json.Serialization;

namespace Adversa;

/// <summary>What one sample is: named fields, of which the first one is what a generator makes.</summary>
/// <remarks>Beside <see cref="Fields"/> stand short words for the two commonest samples: a picture or a point, with or without a class and attributes. They speak of
/// <see cref="Drawn"/>, of the field <c>label</c> and of the field <c>attributes</c>.</remarks>
[JsonConverter(typeof(SampleSchemaJson))]
public sealed record SampleSchema
{
    /// <summary>Longest side of a picture that is read, in pixels.</summary>
    public const int MostSide = 16_384;

    /// <summary>A sample of any fields.</summary>
    /// <param name="fields">The first one is what a generator makes; no two share a name.</param>
    /// <exception cref="ArgumentException">There is none, or two share a name.</exception>
    public SampleSchema(params IReadOnlyList<Field> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Count == 0) throw new ArgumentException("A sample has one field at least.", nameof(fields));
        if (fields.CountBy(field => field.Name).FirstOrDefault(pair => pair.Value > 1) is { Key: { } twice }) throw new ArgumentException($"Two fields are called {twice}.", nameof(fields));
        Fields = fields;
    }

    /// <summary>A picture or a point.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Channels">Colour channels of a picture, coordinates of a point; 1 or more.</param>
    /// <param name="Height">Rows of a picture.</param>
    /// <param name="Width">Columns of a picture.</param>
    /// <param name="Classes">Number of classes; 0 when the samples carry no label.</param>
    public SampleSchema(FieldKind Kind, int Channels, int Height = 1, int Width = 1, int Classes = 0)
        : this([Kind == FieldKind.Image ? new(Field.Image, Kind, Channels, Height, Width) : new(Field.Points, Kind, Channels), .. Classes > 0 ? [Field.OfLabel(Classes)] : Array.Empty<Field>()])
    {
    }

    /// <summary>The fields, in order.</summary>
    public IReadOnlyList<Field> Fields { get; private init; }

    /// <summary>What a generator makes.</summary>
    public Field Drawn => Fields[0];

    /// <summary>A field by name; null when there is none.</summary>
    /// <param name="name">Its name.</param>
    public Field? Find(string name) => Fields.FirstOrDefault(one => one.Name == name);

    /// <summary>What kind of thing is drawn.</summary>
    public FieldKind Kind => Drawn.Kind;

    /// <summary>Colour channels of a picture, coordinates of a point.</summary>
    public int Channels
    {
        get => Drawn.Shape[0];
        init => Fields = WithDrawn([value, .. Drawn.Shape.Skip(1)]);
    }

    /// <summary>Rows of a picture; 1 for a point.</summary>
    public int Height
    {
        get => Kind == FieldKind.Image ? Drawn.Shape[1] : 1;
        init => Fields = WithDrawn([Channels, value, Width]);
    }

    /// <summary>Columns of a picture; 1 for a point.</summary>
    public int Width
    {
        get => Kind == FieldKind.Image ? Drawn.Shape[2] : 1;
        init => Fields = WithDrawn([Channels, Height, value]);
    }

    /// <summary>Numbers of what is drawn.</summary>
    public int Values => Drawn.Size;

    /// <summary>Number of classes; 0 when the samples carry no label.</summary>
    public int Classes
    {
        get => Find(Field.Label)?.Classes ?? 0;
        init => Fields = With(Field.Label, value > 0 ? Field.OfLabel(value) : null, before: Field.Known);
    }

    /// <summary>What is known about every sample beside its class; empty when nothing is.</summary>
    public IReadOnlyList<SampleAttribute> Attributes
    {
        get => Find(Field.Known)?.Attributes ?? [];
        init => Fields = With(Field.Known, value is { Count: > 0 } ? Field.OfAttributes(value) : null);
    }

    /// <summary>Whether it is a picture or a point with at most a label and attributes.</summary>
    internal bool IsPlain => Kind is FieldKind.Image or FieldKind.Points && Drawn.Name == (Kind == FieldKind.Image ? Field.Image : Field.Points)
        && Fields.Skip(1).Select(one => one.Name).SequenceEqual(new[] { Field.Label, Field.Known }.Where(name => Find(name) is not null));

    /// <summary>Whether every sample carries a class in [0, <see cref="Classes"/>).</summary>
    public bool IsLabelled => Classes > 0;

    /// <summary>The shape of a batch of what is drawn: <c>[N, C, H, W]</c> for pictures, <c>[N, D]</c> for points.</summary>
    /// <param name="count">Samples in the batch, N.</param>
    public long[] BatchShape(int count) => Drawn.BatchShape(count);

    /// <summary>The same samples without the fields that nobody asks for.</summary>
    /// <param name="names">The fields that stay; the order stays.</param>
    /// <returns>Null when none of them is there.</returns>
    public SampleSchema? Only(params IReadOnlyList<string> names) => Fields.Where(field => names.Contains(field.Name)).ToList() is { Count: > 0 } fields ? new(fields) : null;

    /// <summary>Whether both describe the same samples, field by field.</summary>
    /// <param name="other">Another schema.</param>
    public bool Equals(SampleSchema? other) => other is not null && Fields.SequenceEqual(other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Fields.Count, Drawn);

    /// <summary>What is drawn, for example <c>28x28x1</c> or <c>2 coordinates</c>, and every field that is neither that nor a label nor attributes.</summary>
    public override string ToString() =>
        string.Join(", ", Fields.Where((field, i) => i == 0 || field.Kind is not (FieldKind.Label or FieldKind.Attributes)).Select((field, i) => i == 0 ? $"{field}" : $"{field.Name} {field}"));

    private List<Field> WithDrawn(IReadOnlyList<int> shape) => [new Field(Drawn.Name, Drawn.Kind, shape) { Vocabulary = Drawn.Vocabulary }, .. Fields.Skip(1)];

    /// <summary>The fields with one of them exchanged, taken out, or put in: before another, else last.</summary>
    private List<Field> With(string name, Field? field, string before = "")
    {
        var fields = Fields.ToList();
        var at = fields.FindIndex(one => one.Name == name);
        if (at >= 0) fields.RemoveAt(at);
        else at = fields.FindIndex(one => one.Name == before) is >= 0 and var place ? place : fields.Count;
        if (field is not null) fields.Insert(at, field);
        return fields;
    }
}
