using System.CommandLine;
using System.CommandLine.Parsing;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary>Options and arguments that several commands share, and how their text becomes a value.</summary>
internal static class Arguments
{
    /// <summary>Where runs are: <c>ADVERSA_RUNS</c>, else <c>runs</c> in the present folder.</summary>
    internal static string Runs => Environment.GetEnvironmentVariable("ADVERSA_RUNS") is { Length: > 0 } asked ? asked : "runs";

    /// <summary>An option whose value stays text until <see cref="Numbers"/> reads it: System.CommandLine would parse it by the user's culture.</summary>
    internal static Option<string> Text(string name, string value, string english, string spanish) =>
        new(name) { Description = Say(english, spanish), HelpName = value };

    internal static Argument<string> Run(bool optional = false)
    {
        var argument = new Argument<string>("RUN") { Description = Say(
            "A run: its folder, the beginning of its name, or latest.", "Una ejecución: su carpeta, el principio de su nombre, o latest.") };
        if (optional) argument.DefaultValueFactory = static _ => "latest";
        return argument;
    }

    /// <summary>A command; its Spanish name stands in the Spanish help.</summary>
    internal static Command Command(string name, string english, string spanish) =>
        new(name, SpanishVerb(name) is { Length: > 0 } verb ? Say(english, $"({verb}) {spanish}") : Say(english, spanish));

    /// <summary>A whole number from an option, or null when it was not given.</summary>
    internal static long? Whole(this ParseResult parsed, Option<string> option, long low, long high) =>
        parsed.GetValue(option) is { } text ? Numbers.Whole(text, option.Name, low, high) : null;

    /// <summary>A real number from an option, or null when it was not given.</summary>
    internal static double? Real(this ParseResult parsed, Option<string> option, double low, double high) =>
        parsed.GetValue(option) is { } text ? Numbers.Real(text, option.Name, low, high) : null;

    /// <summary>Seeds such as <c>0-63</c> or <c>3,17,42</c>.</summary>
    /// <exception cref="AdversaException">ADV2007: it is no such list, or too long.</exception>
    internal static long[] Seeds(string text)
    {
        const int most = 100_000;
        var seeds = new List<long>();
        foreach (var part in text.Split(','))
        {
            var dash = part.IndexOf('-', 1 <= part.Length ? 1 : 0);
            var first = Numbers.Whole(dash > 0 ? part[..dash] : part, "--seeds", long.MinValue / 2, long.MaxValue / 2);
            var last = dash > 0 ? Numbers.Whole(part[(dash + 1)..], "--seeds", long.MinValue / 2, long.MaxValue / 2) : first;
            if (last < first || last - first >= most || seeds.Count + (last - first) >= most) throw new AdversaException(2007, ExitCode.Usage, new(
                $"--seeds expects numbers and ranges such as 0-63 or 3,17,42, at most {most}; got {text}.",
                $"--seeds espera números y rangos como 0-63 o 3,17,42, como mucho {most}; se recibió {text}."));
            for (var seed = first; seed <= last; seed++) seeds.Add(seed);
        }

        return [.. seeds];
    }

    /// <summary>A span of time for people.</summary>
    internal static string Span(TimeSpan time) => time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes} min"
        : time.TotalMinutes >= 1 ? $"{(int)time.TotalMinutes} min {time.Seconds:D2} s" : $"{time.TotalSeconds:F0} s";

    /// <summary>A path as a shell takes it.</summary>
    internal static string Quote(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or ':' or '=' or ',' or '+' or '%' or '@') ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
