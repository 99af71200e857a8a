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
        if (!IsPlain(text)) throw NoNumber(text, name);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= low && value <= high) return value;
        throw double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
            ? new AdversaException(2012, ExitCode.Usage, real == Math.Floor(real)
                ? new($"{name} must be a whole number from {low} to {high}; got {text}.", $"{name} debe ser un entero de {low} a {high}; se recibió {text}.")
                : new($"{name} must be a whole number, without fraction, from {low} to {high}; got {text}.",
                    $"{name} debe ser un entero, sin decimales, de {low} a {high}; se recibió {text}."))
            : NoNumber(text, name);
    }

    /// <summary>Checks that a number is finite and within a range.</summary>
    /// <inheritdoc cref="Real"/>
    public static double InRange(double value, string text, string name, double low, double high) =>
        double.IsFinite(value) && low <= value && value <= high
            ? value
            : throw new AdversaException(2012, ExitCode.Usage, new(
                string.Create(CultureInfo.InvariantCulture, $"{name} must be a number from {low} to {high}; got {text}."),
                string.Create(CultureInfo.InvariantCulture, $"{name} debe ser un número de {low} a {high}; se recibió {text}.")));

    private static bool IsPlain(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+');

    private static AdversaException NoNumber(string text, string name)
    {
        var point = text.Replace(',', '.');
        var hint = text.Contains(',', StringComparison.Ordinal) && double.TryParse(point, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return new(2011, ExitCode.Usage, hint
            ? new($"\"{text}\" is not a number for {name}. Use a point: {name} {point}", $"\"{text}\" no es un número válido para {name}. Use punto decimal: {name} {point}")
            : new($"\"{text}\" is not a number for {name}. Write digits with a point, such as 0.0002",
                $"\"{text}\" no es un número válido para {name}. Escriba dígitos con punto decimal, como 0.0002"));
    }
}
