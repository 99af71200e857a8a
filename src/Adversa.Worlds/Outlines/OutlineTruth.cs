namespace Adversa.Worlds.Outlines;

/// <summary>What an outline is of.</summary>
public enum OutlineKind
{
    /// <summary>A bag with one or two handles above.</summary>
    Tote,

    /// <summary>A bag with a flap and a clasp.</summary>
    Satchel,

    /// <summary>A low shoe with laces.</summary>
    Sneaker,

    /// <summary>A boot.</summary>
    Boot,
}

/// <summary>How it is shown.</summary>
public enum OutlineView
{
    /// <summary>Black lines on white.</summary>
    Edges,

    /// <summary>In colour, with light and shade.</summary>
    Photo,
}

/// <summary>Everything that decides a picture of <see cref="EdgesPhotoWorld"/>. The lines say nothing of the colour: one outline has many photographs.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Width">Narrow to wide, -1 to 1.</param>
/// <param name="Height">Low to high, -1 to 1.</param>
/// <param name="Taper">Wider below or above, -1 to 1; of a shoe, a flat or a round toe.</param>
/// <param name="Detail">Height of handles, flap or sole, 0 to 1.</param>
/// <param name="HasTrim">A pocket, or a toecap.</param>
/// <param name="Hue">The free colour, on a ring, 0 to 1.</param>
/// <param name="Shade">From light to dark within its colour, 0 to 1.</param>
public sealed record OutlineTruth(OutlineKind Kind, double Width, double Height, double Taper, double Detail, bool HasTrim, double Hue, double Shade);
