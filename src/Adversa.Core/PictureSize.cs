using System.Globalization;
using System.Text.Json.Nodes;

namespace Adversa;

/// <summary>Width and height of pictures in pixels. A number alone is a square.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>A square.</summary>
    /// <param name="side">Its side.</param>
    public static implicit operator PictureSize(int side) => FromInt32(side);

    /// <summary>A square.</summary>
    /// <param name="side">Its side.</param>
    public static PictureSize FromInt32(int side) => new(side, side);

    /// <summary>The smaller side.</summary>
    public int Side => Math.Min(Width, Height);

    /// <summary>Whether both sides are alike.</summary>
    public bool IsSquare => Width == Height;

    /// <summary>As people and files write it: <c>64</c>, or <c>64x48</c> where it is no square.</summary>
    public string Spelt => IsSquare ? Width.ToString(CultureInfo.InvariantCulture) : ToString();

    /// <summary>As a recipe holds it: a number for a square, a text for another shape.</summary>
    public JsonNode ToJson() => IsSquare ? Width : Spelt;

    /// <summary>Reads <c>64</c> or <c>64x48</c>, width first; null when it is neither.</summary>
    /// <param name="text">The text.</param>
    public static PictureSize? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('x', 'X', '×') switch
        {
            [var side] when Side(side) is { } both => new(both, both),
            [var width, var height] when Side(width) is { } columns && Side(height) is { } rows => new(columns, rows),
            _ => null,
        };

        static int? Side(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) ? side : null;
    }

    /// <summary>Such as <c>1024x768</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");
}
