using System.Text.Json.Serialization;

namespace Adversa;

/// <summary>What a sample is. More kinds (pairs, voxels, video, sound, text) come with the systems that need them.</summary>
public enum FieldKind
{
    /// <summary>A picture: <c>[C, H, W]</c>, float32 in [-1, 1].</summary>
    Image,

    /// <summary>A point: <c>[C]</c> coordinates, float32, in the data's own units.</summary>
    Points,
}

/// <summary>One thing that is known about every sample beside its class: hair colour, age, a yes or no.</summary>
/// <param name="Name">Lower case with underscores, unique in its schema.</param>
/// <param name="Categories">Number of categories, stored as 0, 1, ... (2 is a yes or no); 0 for a real number.</param>
public sealed record SampleAttribute(string Name, int Categories = 0)
{
    /// <summary>The categories by name, in the order of their numbers; empty when they have no names.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether both are the same attribute, name by name.</summary>
    /// <param name="other">Another attribute.</param>
    public bool Equals(SampleAttribute? other) => other is not null && (Name, Categories) == (other.Name, other.Categories) && Names.SequenceEqual(other.Names);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Categories, Names.Count);
}

/// <summary>What a data source yields: kind, shape, labels and attributes of one sample.</summary>
/// <param name="Kind">Picture or point.</param>
/// <param name="Channels">Colour channels of a picture, coordinates of a point; 1 or more.</param>
/// <param name="Height">Rows of a picture; 1 for a point.</param>
/// <param name="Width">Columns of a picture; 1 for a point.</param>
/// <param name="Classes">Number of classes; 0 when the samples carry no label.</param>
public sealed record SampleSchema(FieldKind Kind, int Channels, int Height = 1, int Width = 1, int Classes = 0)
{
    /// <summary>Longest side of a picture that is read, in pixels.</summary>
    public const int MostSide = 16_384;

    /// <summary>What is known about every sample beside its class; empty when nothing is.</summary>
    public IReadOnlyList<SampleAttribute> Attributes { get; init; } = [];

    /// <summary>Numbers in one sample.</summary>
    [JsonIgnore]
    public int Values => Channels * Height * Width;

    /// <summary>Whether every sample carries a class in [0, <see cref="Classes"/>).</summary>
    [JsonIgnore]
    public bool IsLabelled => Classes > 0;

    /// <summary>The shape of a batch: <c>[N, C, H, W]</c> for pictures, <c>[N, C]</c> for points.</summary>
    /// <param name="count">Samples in the batch, N.</param>
    public long[] BatchShape(int count) => Kind == FieldKind.Image ? [count, Channels, Height, Width] : [count, Channels];

    /// <summary>Whether both describe the same samples, attribute by attribute.</summary>
    /// <param name="other">Another schema.</param>
    public bool Equals(SampleSchema? other) => other is not null && (Kind, Channels, Height, Width, Classes) == (other.Kind, other.Channels, other.Height, other.Width, other.Classes)
        && Attributes.SequenceEqual(other.Attributes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Channels, Height, Width, Classes, Attributes.Count);

    /// <summary>For example <c>28x28x1</c> or <c>2 coordinates</c>.</summary>
    public override string ToString() => Kind == FieldKind.Image ? $"{Height}x{Width}x{Channels}" : $"{Channels} coordinates";
}
