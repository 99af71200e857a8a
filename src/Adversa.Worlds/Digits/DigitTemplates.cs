using System.Globalization;

namespace Adversa.Worlds.Digits;

/// <summary>The hand-designed forms of the ten digits: control points of smooth strokes.</summary>
/// <remarks>Each stroke runs through its points <c>x,y</c> (percent of the digit's box, y down); <c>!</c> marks a sharp corner and <c>/</c> lifts the pen.</remarks>
internal static class DigitTemplates
{
    private static readonly string[][] Drawn =
    [
        [
            "50,2 24,14 10,48 22,86 50,98 78,84 90,50 76,14 50,2",
            "60,4 32,8 12,40 16,80 42,98 72,88 88,54 82,18 60,4 44,6",
            "40,6 18,28 14,64 34,95 62,94 84,66 82,28 62,5 36,12",
        ],
        [
            "50,2! 50,50 50,98!",
            "30,22! 52,2! 52,50 52,98!",
            "28,24! 50,2! 50,98! / 26,98! 74,98!",
        ],
        [
            "14,24 28,6 54,2 76,14 78,34 58,60 34,80 12,97! 48,96 86,96!",
            "16,22 34,4 62,5 76,22 66,48 40,76 22,92 14,86 26,76 44,86 64,97 88,90",
            "18,14 44,3 70,10 74,32 52,62 16,94! 34,88 56,96 86,92",
        ],
        [
            "16,14 38,2 66,6 76,24 62,42 38,48! 64,50 84,68 74,90 44,99 14,86",
            "18,8! 50,3 78,5! 58,26 42,42! 68,48 82,68 70,92 40,98 14,88",
            "20,18 40,3 64,8 70,26 54,42 46,46 66,50 80,70 66,94 36,98 16,84",
        ],
        [
            "30,3! 24,30 16,58! 48,56 88,54! / 68,26! 66,60 62,98!",
            "66,3! 38,32 12,64! 50,64 90,63! / 67,2! 67,50 67,98!",
            "40,4! 28,30 12,62! 50,61 92,60! / 70,30! 69,64 68,99!",
        ],
        [
            "80,4! 50,4 28,6! 24,26 20,46! 44,38 72,46 80,70 66,92 38,99 12,86",
            "26,6! 22,26 20,44! 46,36 76,48 80,74 60,95 34,98 14,88 / 25,5! 52,6 84,3!",
            "78,6! 30,8! 22,44! 40,42 66,50 74,74 54,96 14,94",
        ],
        [
            "68,3 40,20 20,52 20,82 44,98 70,90 78,70 62,54 38,58 20,76",
            "56,2 34,30 22,64 32,94 58,97 76,78 66,58 44,58 26,78",
            "76,8 52,6 28,30 16,66 30,94 56,98 78,80 72,58 46,54 22,70",
        ],
        [
            "12,5! 48,6 86,4! 66,38 50,66 42,98!",
            "12,8! 50,6 84,4! 64,40 46,98! / 34,50! 56,50 80,48!",
            "14,22! 16,6! 50,7 84,4! 62,44 44,98!",
        ],
        [
            "52,2 28,8 22,26 44,46 74,66 76,88 50,99 24,90 24,68 50,50 74,30 74,10 52,2",
            "74,14 54,2 30,8 26,28 48,46 74,66 74,88 48,98 24,88 28,66 54,48 74,30 72,12",
            "50,3 28,14 30,36 50,46 70,34 70,14 50,3! / 50,46 24,58 20,82 46,98 76,86 76,60 50,46!",
        ],
        [
            "76,24 62,5 36,6 20,26 28,46 52,50 72,36 78,14! 78,50 70,98!",
            "72,18 50,3 26,14 22,38 44,50 68,40 76,16 78,44 72,74 54,96 30,94",
            "74,30 66,8 42,3 22,20 28,42 52,46 72,30! 66,60 52,98!",
        ],
    ];

    /// <summary>For each digit its forms; a form is a list of strokes, a stroke a list of points in [0, 1] with corners marked.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<StrokePoint[][]>> All =
        [.. Drawn.Select(forms => (IReadOnlyList<StrokePoint[][]>)[.. forms.Select(Parse)])];

    private static StrokePoint[][] Parse(string form) =>
        [.. form.Split(" / ").Select(stroke => stroke.Split(' ').Select(Point).ToArray())];

    private static StrokePoint Point(string text)
    {
        var isCorner = text.EndsWith('!');
        var numbers = text.TrimEnd('!').Split(',');
        return new(int.Parse(numbers[0], CultureInfo.InvariantCulture) / 100.0, int.Parse(numbers[1], CultureInfo.InvariantCulture) / 100.0, isCorner);
    }
}

/// <summary>A point that a stroke runs through, smoothly unless it is a corner.</summary>
internal readonly record struct StrokePoint(double X, double Y, bool IsCorner);
