namespace Adversa.Worlds;

/// <summary>Compares label maps and edges.</summary>
public static class LabelMaps
{
    /// <summary>Intersection over union of each class, averaged over the classes that either map has.</summary>
    /// <param name="read">Class of each pixel, as read from a picture.</param>
    /// <param name="truth">Class of each pixel; as many.</param>
    /// <returns>1 for equal maps, 0 when no pixel agrees.</returns>
    /// <exception cref="ArgumentException">They are of unequal length.</exception>
    public static double Iou(ReadOnlySpan<byte> read, ReadOnlySpan<byte> truth)
    {
        if (read.Length != truth.Length) throw new ArgumentException($"Expected {truth.Length} labels; got {read.Length}.", nameof(read));
        var (both, either) = (new int[256], new int[256]);
        for (var i = 0; i < read.Length; i++)
        {
            either[read[i]]++;
            if (read[i] == truth[i]) both[read[i]]++;
            else either[truth[i]]++;
        }

        return Enumerable.Range(0, 256).Where(one => either[one] > 0).Average(one => both[one] / (double)either[one]);
    }
}
