namespace Adversa.Formats;

/// <summary>A number as people write it, compared by its exact value: 1, 1.0, 01 and +1e0 are one.</summary>
/// <remarks>The value is sign · 0.digits · 10^point, with digits that neither begin nor end with 0; so there is no rounding, however long it is.</remarks>
public readonly record struct WrittenNumber : IComparable<WrittenNumber>
{
    private const int MostExponent = 1_000_000, MostPlain = 21;

    private WrittenNumber(int sign, string digits, int point) => (Sign, Digits, Point) = digits.Length == 0 ? (0, "", 0) : (sign, digits, point);

    private int Sign { get; }

    private string Digits { get; }

    private int Point { get; }

    /// <summary>Reads a number: digits, with a sign, a point and an exponent where there are some; null for any other text.</summary>
    /// <param name="text">Without spaces around it.</param>
    public static WrittenNumber? Read(string text)
    {
        var at = text.StartsWith('-') || text.StartsWith('+') ? 1 : 0;
        var whole = Run(text, ref at);
        var part = at < text.Length && text[at] == '.' ? Run(text, ref at, skip: 1) : "";
        var exponent = 0;
        if (whole.Length + part.Length == 0) return null;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var falls = at + 1 < text.Length && text[at + 1] == '-';
            var power = Run(text, ref at, skip: at + 1 < text.Length && text[at + 1] is '-' or '+' ? 2 : 1);
            if (!int.TryParse(power, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out exponent) || exponent > MostExponent) return null;
            if (falls) exponent = -exponent;
        }

        if (at < text.Length) return null;
        var digits = (whole + part).TrimStart('0');
        return new(text[0] == '-' ? -1 : 1, digits.TrimEnd('0'), digits.Length - part.Length + exponent);
    }

    /// <inheritdoc/>
    public int CompareTo(WrittenNumber other)
    {
        if (Sign != other.Sign) return Sign.CompareTo(other.Sign);
        return Sign * (Point != other.Point ? Point.CompareTo(other.Point) : string.CompareOrdinal(Digits, other.Digits));
    }

    /// <summary>The number in its shortest plain form: <c>-1</c>, <c>0.5</c>, <c>1200</c>; <c>1e300</c> where that would be long.</summary>
    public override string ToString()
    {
        if (Sign == 0) return "0";
        var sign = Sign < 0 ? "-" : "";
        if (Point > MostPlain && Point > Digits.Length || Point < -MostPlain)
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sign}{Digits[0]}{(Digits.Length > 1 ? "." : "")}{Digits[1..]}e{Point - 1}");
        return sign + (Point <= 0 ? "0." + new string('0', -Point) + Digits
            : Point >= Digits.Length ? Digits + new string('0', Point - Digits.Length)
            : $"{Digits[..Point]}.{Digits[Point..]}");
    }

    private static string Run(string text, ref int at, int skip = 0)
    {
        var start = at += skip;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return text[Math.Min(start, text.Length)..Math.Min(at, text.Length)];
    }
}
