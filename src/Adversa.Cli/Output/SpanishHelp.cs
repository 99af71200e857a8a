using System.Text.RegularExpressions;

namespace Adversa.Cli.Output;

/// <summary>The parser's help names arguments by their English names; in Spanish they get Spanish ones, and the columns stand straight again.</summary>
internal static partial class SpanishHelp
{
    internal static string Of(string help) => string.Join("\n\n", help.ReplaceLineEndings("\n").Split("\n\n").Select(Section));

    private static string Section(string section)
    {
        var lines = Value().Replace(section, match => $"<{Language.SpanishValue(match.Groups[1].Value)}>").Split('\n');
        var rows = lines.Select(line => Row().Match(line)).ToList();
        var width = rows.Where(row => row.Success).Select(row => row.Groups[1].Length).DefaultIfEmpty(0).Max();
        return string.Join('\n', lines.Select((line, i) => rows[i].Success ? $"  {rows[i].Groups[1].Value.PadRight(width)}  {rows[i].Groups[2].Value}" : line));
    }

    [GeneratedRegex("<([A-Z]+)>")]
    private static partial Regex Value();

    [GeneratedRegex(@"^  (\S.*?)  +(\S.*)$")]
    private static partial Regex Row();
}
