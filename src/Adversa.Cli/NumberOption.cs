using System.CommandLine;
using System.Globalization;
using static Adversa.Cli.Language;

namespace Adversa.Cli;

/// <summary>An option whose value is a number within a range; its text stays text until <see cref="Numbers"/> reads it, since System.CommandLine
/// would parse it by the user's culture. The help names the range, and a test walks over all of them.</summary>
internal abstract class NumberOption : Option<string>
{
    private protected NumberOption(string name, string value, Text text, string? range) : base(name)
    {
        HelpName = value;
        this.Checks(parsed => Check(parsed));
        Description = range is null ? text.ToString() : $"{text.ToString().TrimEnd('.')} ({range}).";
    }

    private protected abstract void Check(ParseResult parsed);
}

/// <summary>A whole number.</summary>
internal sealed class WholeOption(string name, string value, long low, long high, Text text)
    : NumberOption(name, value, text, high < long.MaxValue / 2 ? string.Create(CultureInfo.InvariantCulture, $"{low} {Words.To} {high}") : null)
{
    /// <summary>Its value, or null when it was not given.</summary>
    internal long? Of(ParseResult parsed) => parsed.GetValue(this) is { } text ? Numbers.Whole(text, Name, low, high) : null;

    private protected override void Check(ParseResult parsed) => Of(parsed);
}

/// <summary>Width and height of pictures: a side, or two joined by an x.</summary>
internal sealed class SizeOption(string name, int low, int high, Text text)
    : NumberOption(name, "N|WxH", text, string.Create(CultureInfo.InvariantCulture, $"{low} {Words.To} {high}"))
{
    /// <summary>Its value, or null when it was not given.</summary>
    internal PictureSize? Of(ParseResult parsed)
    {
        if (parsed.GetValue(this) is not { } text) return null;
        if (PictureSize.Read(text) is not { IsSquare: false } shape) return (int)Numbers.Whole(text, Name, low, high);
        foreach (var side in new[] { shape.Width, shape.Height }) _ = Numbers.Whole(side.ToString(CultureInfo.InvariantCulture), Name, low, high);
        return shape;
    }

    private protected override void Check(ParseResult parsed) => Of(parsed);
}

/// <summary>A real number.</summary>
internal sealed class RealOption(string name, string value, double low, double high, Text text)
    : NumberOption(name, value, text, string.Create(CultureInfo.InvariantCulture, $"{low} {Words.To} {high}").Replace("E-0", "e-", StringComparison.Ordinal))
{
    /// <summary>Its value, or null when it was not given.</summary>
    internal double? Of(ParseResult parsed) => parsed.GetValue(this) is { } text ? Numbers.Real(text, Name, low, high) : null;

    private protected override void Check(ParseResult parsed) => Of(parsed);
}
