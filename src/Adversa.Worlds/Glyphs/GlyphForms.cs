using System.Globalization;
using Adversa.Worlds.Digits;

namespace Adversa.Worlds.Glyphs;

/// <summary>The 28 hand-designed forms: each a letter whose bowl, bar or dot is an eye.</summary>
/// <remarks>A form is an eye <c>x,y,radius</c> and, after <c>|</c>, strokes as in <see cref="DigitTemplates"/>: percent of the box, y down.</remarks>
internal static class GlyphForms
{
    private static readonly (string Name, string Drawn)[] Forms =
    [
        ("A", "50,60,16 | 14,98! 50,4! 86,98! / 29,60! 34,60! / 66,60! 71,60!"),
        ("B", "56,71,23 | 22,4! 22,96! / 22,5! 48,5 62,16 62,30 48,44 22,46! / 22,71! 33,71!"),
        ("C", "56,50,17 | 86,20 64,4 36,8 15,34 15,66 36,92 64,96 86,80 / 14,50! 39,50!"),
        ("D", "50,50,16 | 18,4! 18,96! / 18,4! 54,6 82,28 87,50 82,72 54,94 18,96! / 18,50! 34,50!"),
        ("E", "60,50,17 | 82,5! 20,5! 20,95! 82,95! / 20,50! 43,50!"),
        ("F", "58,47,17 | 84,5! 22,5! 22,97! / 22,47! 41,47!"),
        ("G", "52,54,15 | 84,18 60,3 32,8 13,34 13,66 32,92 60,97 86,84! 86,54! 67,54!"),
        ("H", "50,50,17 | 16,4! 16,96! / 84,4! 84,96! / 16,50! 33,50! / 67,50! 84,50!"),
        ("I", "50,50,18 | 28,4! 72,4! / 50,4! 50,32! / 50,68! 50,96! / 28,96! 72,96!"),
        ("J", "62,19,17 | 62,36! 62,70 52,92 32,95 14,80"),
        ("K", "46,50,16 | 18,4! 18,96! / 18,50! 30,50! / 56,38! 86,5! / 56,62! 86,96!"),
        ("L", "26,19,17 | 26,36! 26,95! 86,95!"),
        ("M", "50,58,17 | 8,97! 18,5! 39,45! / 61,45! 82,5! 92,97!"),
        ("N", "50,50,17 | 14,97! 14,5! 38,38! / 62,62! 86,95! 86,3!"),
        ("O", "50,50,42 | 50,2! 50,8!"),
        ("P", "55,30,26 | 24,3! 24,98! / 24,30! 29,30!"),
        ("Q", "46,44,36 | 64,66! 92,98!"),
        ("R", "54,28,24 | 24,3! 24,98! / 24,28! 30,28! / 56,53! 84,98!"),
        ("S", "50,50,17 | 84,17 62,3 32,6 16,22 22,38 35,45! / 65,55! 80,64 84,80 68,95 38,97 14,84"),
        ("T", "50,44,18 | 8,6! 92,6! / 50,6! 50,26! / 50,62! 50,98!"),
        ("U", "50,40,17 | 14,4! 14,56 28,88 50,96 72,88 86,56 86,4! / 50,57! 50,96!"),
        ("V", "50,26,17 | 8,5! 50,97! 92,5!"),
        ("W", "50,46,17 | 4,5! 24,97! 42,63! / 58,63! 76,97! 96,5!"),
        ("X", "50,50,18 | 10,4! 37,37! / 90,4! 63,37! / 10,96! 37,63! / 90,96! 63,63!"),
        ("Y", "50,48,17 | 10,4! 38,36! / 90,4! 62,36! / 50,65! 50,98!"),
        ("Z", "50,50,17 | 12,5! 88,5! 62,37! / 38,63! 12,95! 90,95!"),
        ("!", "50,81,16 | 50,2! 50,52!"),
        ("?", "50,82,15 | 16,28 24,8 50,2 76,10 82,30 68,46 50,58!"),
    ];

    /// <summary>The names in the order of the classes.</summary>
    public static readonly IReadOnlyList<string> Names = [.. Forms.Select(f => f.Name)];

    /// <summary>For each class its eye and strokes, the box being [0, 1].</summary>
    public static readonly IReadOnlyList<GlyphForm> All = [.. Forms.Select(f => Parse(f.Drawn))];

    private static GlyphForm Parse(string drawn)
    {
        var parts = drawn.Split(" | ");
        var eye = Numbers(parts[0]);
        return new(eye[0], eye[1], eye[2], [.. parts[1].Split(" / ").Select(stroke => stroke.Split(' ').Select(Point).ToArray())]);
    }

    private static StrokePoint Point(string text)
    {
        var at = Numbers(text.TrimEnd('!'));
        return new(at[0], at[1], text.EndsWith('!'));
    }

    private static double[] Numbers(string text) => [.. text.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture) / 100.0)];
}

/// <summary>One form: where its eye lies, how large it is, and its limbs.</summary>
internal sealed record GlyphForm(double EyeX, double EyeY, double EyeRadius, StrokePoint[][] Limbs);
