namespace Adversa.Worlds.Digits;

/// <summary>Paints what a hand has written: white strokes on black.</summary>
internal static class DigitPicture
{
    [ThreadStatic] private static StrokePainter? _painter;
    [ThreadStatic] private static int _painterSize;

    /// <summary>Paints one digit.</summary>
    /// <param name="truth">What was written.</param>
    /// <param name="size">Side of the picture, 24 or more.</param>
    /// <param name="destination">Receives size x size numbers in [-1, 1].</param>
    public static void Paint(DigitTruth truth, int size, Span<float> destination)
    {
        if (_painter is null || _painterSize != size) (_painter, _painterSize) = (new StrokePainter(size), size);

        var scale = size / (double)DigitsWorld.DefaultSize;
        var (radius, soft) = (truth.StrokeWidth / 2 * scale, truth.Softness * scale);
        _painter.Clear();
        foreach (var stroke in truth.Skeleton) _painter.Add(size == DigitsWorld.DefaultSize ? stroke : [.. stroke.Select(p => (p.X * scale, p.Y * scale))], radius + soft / 2);
        _painter.Render(radius, soft, truth.Ink, destination);
    }
}
