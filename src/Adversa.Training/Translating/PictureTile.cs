namespace Adversa.Training.Translating;

/// <summary>A part of a side of a picture that is translated by itself: what it answers for, and what must be seen for it.</summary>
/// <param name="From">Its first pixel.</param>
/// <param name="Length">Pixels.</param>
/// <param name="Seen">The first pixel that is seen.</param>
/// <param name="SeenLength">Pixels that are seen: its own, and on each side as many as a made pixel looks beyond, up to the picture's border.</param>
internal readonly record struct PictureTile(int From, int Length, int Seen, int SeenLength)
{
    /// <summary>Cuts a side; one tile where the whole is no longer than what may be seen.</summary>
    /// <param name="side">Pixels; a multiple of the stride.</param>
    /// <param name="most">Pixels that may be seen at once.</param>
    /// <param name="reach">Pixels that a made one looks beyond.</param>
    /// <param name="stride">Tiles begin and end at multiples of it.</param>
    internal static IEnumerable<PictureTile> Cut(int side, int most, int reach, int stride)
    {
        if (side <= most) return [new(0, side, 0, side)];
        var unit = Math.Max(1, stride);
        var margin = (reach + unit - 1) / unit * unit;
        var length = Math.Max(unit, (most - 2 * margin) / unit * unit);
        return Enumerable.Range(0, (side + length - 1) / length).Select(i =>
        {
            var (from, to) = (i * length, Math.Min((i + 1) * length, side));
            var (seen, end) = (Math.Max(0, from - margin), Math.Min(side, to + margin));
            return new PictureTile(from, to - from, seen, end - seen);
        });
    }
}
