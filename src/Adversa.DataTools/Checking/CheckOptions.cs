using Adversa.Imaging.Codecs;

namespace Adversa.DataTools.Checking;

/// <summary>What a check looks for.</summary>
/// <param name="Size">A picture whose smaller side is below is too small; 1 to 16,384 pixels. Null takes what the pictures suggest.</param>
/// <param name="MostAspect">A picture whose longer side is more than so many times the other has odd proportions; 1 to 1000.</param>
/// <param name="Near">Bits of 64 in which the fingerprints of near duplicates may differ; 0 to 16.</param>
/// <param name="Workers">Files looked at together, 1 to 256; 0 takes one for each core. The result does not depend on it.</param>
/// <param name="Thumbnails">Most small pictures kept for a report that shows them; 0 to 1000.</param>
public sealed record CheckOptions(int? Size = null, double MostAspect = 3, int Near = 4, int Workers = 0, int Thumbnails = 0)
{
    internal void Validate()
    {
        if (Size is { } size) Within(size, 1, PictureHeader.MostSide, nameof(Size));
        Within(MostAspect, 1, 1000, nameof(MostAspect));
        Within(Near, 0, HammingIndex.MostRadius, nameof(Near));
        Within(Workers, 0, 256, nameof(Workers));
        Within(Thumbnails, 0, 1000, nameof(Thumbnails));
    }

    private static void Within(double value, double low, double high, string name)
    {
        if (!(value >= low && value <= high)) throw new ArgumentOutOfRangeException(name, value, $"{name} must be {low} to {high}.");
    }
}
