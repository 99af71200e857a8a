using System.Globalization;
using System.Net;

namespace Adversa.Pages;

/// <summary>Words and numbers of a page, in the user's language, and safe to stand in HTML.</summary>
public static class PageText
{
    /// <summary>Text for HTML: nothing in it is markup, and signs that would mislead a reader are visible.</summary>
    /// <param name="text">Any text.</param>
    public static string Html(string text) => WebUtility.HtmlEncode(Visible(text));

    /// <summary>A name for HTML, whose direction of writing stays its own.</summary>
    /// <param name="name">Any text.</param>
    public static string Name(string name) => $"<bdi>{Html(name)}</bdi>";

    /// <summary>A name with everything that a reader could be misled by made visible: control characters, line ends, signs that turn the writing round.</summary>
    /// <param name="name">Any text.</param>
    public static string Visible(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Any(IsUnsafe) ? string.Concat(name.Select(c => IsUnsafe(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c.ToString())) : name;
    }

    /// <summary>A count with its thousands apart: 5,212 in English, 5 212 in Spanish.</summary>
    /// <param name="count">The count.</param>
    public static string Count(long count)
    {
        var text = count.ToString("N0", CultureInfo.InvariantCulture);
        return Text.IsSpanish ? text.Replace(',', '\u00a0') : text;
    }

    /// <summary>A number with four digits that count; a dash when it is not finite.</summary>
    /// <param name="value">The number.</param>
    public static string Number(double value) => !double.IsFinite(value) ? "–"
        : value == 0 || Math.Abs(value) is >= 1e-4 and < 1e7 ? double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("#,0.########", CultureInfo.InvariantCulture).Replace(",", Words.ThousandsSeparator.ToString(), StringComparison.Ordinal)
        : value.ToString("0.###e+0", CultureInfo.InvariantCulture);

    /// <summary>A span of time.</summary>
    /// <param name="seconds">Its length.</param>
    public static string Span(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 1e9)) is var time && time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes:D2} min"
        : time.TotalMinutes >= 1 ? $"{(int)time.TotalMinutes} min {time.Seconds:D2} s" : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s");

    private static bool IsUnsafe(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufffe' or '\uffff' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
