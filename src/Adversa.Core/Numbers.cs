using System.Globalization;

namespace Adversa;

/// <summary>The one way in which text from outside becomes a number, wherever it comes from.</summary>
public static class Numbers
{
    /// <summary>Parses a real number: ASCII digits, a point, an exponent; finite and within the range.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="name">How the user names the value, such as <c>--lr</c>.</param>
    /// <param name="low">Smallest allowed value.</param>
    /// <param name="high">Largest allowed value.</param>
    /// <exception cref="AdversaException">ADV2011 when it is no number, ADV2012 when it is out of range.</exception>
    public static double Real(string text, string name, double low, double high)
    {
        if (!IsPlain(text) || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) throw NoNumber(text, name);
        return InRange(value, text, name, low, high);
    }

    /// <summary>Parses a whole number: ASCII digits with at most one sign; within the range.</summary>
    /// <inheritdoc cref="Real"/>
    public static long Whole(string text, string name, long low, long high)
    {
        var isReal = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        if (!IsPlain(text) || !isReal) throw new AdversaException(2011, ExitCode.Usage, Words.ExpectsWholeNumber(name, low, high, text));
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= low && value <= high) return value;
        throw new AdversaException(2012, ExitCode.Usage, Words.MustBeWholeNumber(name, low, high, text));
    }

    /// <summary>Parses a real number whose range is checked elsewhere; finite.</summary>
    /// <inheritdoc cref="Real"/>
    public static double Finite(string text, string name)
    {
        if (!IsPlain(text) || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) throw NoNumber(text, name);
        return double.IsFinite(value) ? value : throw new AdversaException(2012, ExitCode.Usage, Words.MustBeFiniteNumber(name, text));
    }

    /// <summary>Checks that a number is finite and within a range.</summary>
    /// <inheritdoc cref="Real"/>
    public static double InRange(double value, string text, string name, double low, double high) =>
        double.IsFinite(value) && low <= value && value <= high
            ? value
            : throw new AdversaException(2012, ExitCode.Usage, Words.MustBeNumber(name, low, high, text));

    private static bool IsPlain(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+');

    /// <summary>Offers the point only where there is one comma that can be nothing else: 1,000 may mean a thousand.</summary>
    private static AdversaException NoNumber(string text, string name)
    {
        var point = text.Replace(',', '.');
        var isDecimal = text.Count(c => c == ',') == 1 && !text.Contains('.', StringComparison.Ordinal)
            && double.TryParse(point, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        var written = name.StartsWith("--set ", StringComparison.Ordinal) ? $"{name}={point}" : $"{name} {point}";
        return new(2011, ExitCode.Usage, isDecimal
            ? Words.NotANumberUseAPoint(text, name, written)
            : Words.NotANumber(text, name));
    }
}
