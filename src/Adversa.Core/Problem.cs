using System.Globalization;

namespace Adversa;

/// <summary>Something in a configuration that cannot be: which value, what it is, what it may be.</summary>
/// <param name="Path">The JSON path of the value, such as <c>options.latent</c>.</param>
/// <param name="Text">What was expected and what came.</param>
public sealed record Problem(string Path, Text Text);

/// <summary>The checks behind every <c>Validate()</c>; each gives nothing, or the problem.</summary>
public static class Check
{
    /// <summary>A finite number in [low, high].</summary>
    /// <param name="path">The JSON path of the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="low">The smallest allowed one.</param>
    /// <param name="high">The largest allowed one.</param>
    public static IEnumerable<Problem> Range(string path, double value, double low, double high)
    {
        if (double.IsFinite(value) && low <= value && value <= high) yield break;
        var (v, l, h) = (Format(value), Format(low), Format(high));
        yield return new(path, Words.IsMustBeNumber(path, v, l, h));
    }

    /// <summary>A statement that must be true.</summary>
    /// <param name="path">The JSON path of the value.</param>
    /// <param name="holds">Whether it is.</param>
    /// <param name="text">The problem if it is not.</param>
    public static IEnumerable<Problem> That(string path, bool holds, Text text)
    {
        if (!holds) yield return new(path, text);
    }

    private static string Format(double value) => value.ToString(CultureInfo.InvariantCulture);
}
