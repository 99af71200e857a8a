using System.Globalization;
using System.Text.RegularExpressions;

namespace Adversa.Core.Tests;

/// <summary>Files over 250 lines, functions over 40 and code lines over 160 characters stand in long.txt under the reason why they remain; generated code (*.g.cs) and the lists of sentences (Words.cs, a line each) are not looked at.
/// Its numbers are ceilings with a little room, so that not every edit moves them. With ADVERSA_WRITE_PAGES=1 the test writes the list anew and keeps the reasons.</summary>
public sealed partial class LengthTests
{
    private const int MostLines = 250, MostOfFunction = 40, MostCharacters = 160;
    private const int FileStep = 50, FunctionStep = 10, WideStep = 5;
    private const string NoReason = "# Say here why these remain, or make them shorter";

    private static readonly string Root = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "../../../.."));

    private static readonly string Page = Path.Join(Root, "tests/Adversa.Core.Tests/long.txt");

    [Fact]
    public void What_is_long_has_a_written_reason()
    {
        var found = Sources().AsParallel().SelectMany(file => Measure(Path.GetRelativePath(Root, file), File.ReadAllText(file))).ToDictionary(NameOf, CountOf);
        if (Environment.GetEnvironmentVariable("ADVERSA_WRITE_PAGES") == "1") Write(found);

        var allowed = Reasons();
        var ceilings = allowed.Keys.ToDictionary(NameOf, CountOf);
        var added = found.Where(one => one.Value > ceilings.GetValueOrDefault(one.Key)).Select(one => $"{one.Key}| {one.Value}");
        var gone = ceilings.Keys.Except(found.Keys);
        Assert.True(!added.Any() && !gone.Any(), $"Longer than {Page} allows: {Lines(added)}\nIt names what is no longer long: {Lines(gone)}\nMake it shorter, or write the list anew and give the reason: ADVERSA_WRITE_PAGES=1 ./test Core");
        Assert.DoesNotContain(NoReason, allowed.Values);
    }

    [Theory]
    [InlineData("class A { void F() { \"{\".G('{'); /* { */ } }", "F")]
    [InlineData("class A { int P => 3; int[] T = [1]; class B { int G(int x) => x switch { _ => 1 }; } }", "G")]
    [InlineData("namespace N; record R(int X) { public R() : this(1) { } enum E { A = 1 } [X(typeof(int[]))] (int, int) S(int a = 3) => $\"{(true ? \"}\" : \"{\")}\" + \"\"\"{\"\"\"; }", "R S")]
    public void Functions_are_found_whatever_stands_in_texts_and_comments(string source, string names) =>
        Assert.Equal(names, string.Join(' ', Functions(WithoutComments(source, texts: false)).Select(function => function.Name)));

    [Fact]
    public void A_comment_counts_for_no_width_and_a_text_does()
    {
        var (wide, address) = (new string('x', 200), $"\"http://{new string('x', 200)}\"");

        Assert.Empty(Measure("A.cs", $"int a; // {wide}\n/* {wide} */"));
        Assert.Equal("A.cs | wide lines | 5", Assert.Single(Measure("A.cs", $"var a = {address};")));
    }

    /// <summary>What is too long in a file, as the list names it.</summary>
    private static List<string> Measure(string path, string source)
    {
        var (code, lines) = (WithoutComments(source, texts: false), source.TrimEnd('\n').Count(c => c == '\n') + 1);
        var wide = WithoutComments(source, texts: true).Split('\n').Count(line => line.TrimEnd().Length > MostCharacters);
        List<string> found = [];
        if (lines > MostLines) found.Add($"{path} | lines | {Up(lines, FileStep)}");
        if (wide > 0) found.Add($"{path} | wide lines | {Up(wide, WideStep)}");
        foreach (var named in Functions(code).Where(function => function.Lines > MostOfFunction).GroupBy(function => function.Name, function => function.Lines))
            found.Add($"{path} | lines of {named.Key} | {Up(named.Max(), FunctionStep)}");
        return found;
    }

    private static int Up(int value, int step) => (value + step - 1) / step * step;

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Path.Join(Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".g.cs", StringComparison.Ordinal) && Path.GetFileName(file) != "Words.cs" && !file.Contains("/obj/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Lines(IEnumerable<string> entries) => !entries.Any() ? "nothing" : string.Concat(entries.Select(entry => $"\n  {entry}"));

    /// <summary>Each entry with the comment above it.</summary>
    private static Dictionary<string, string> Reasons()
    {
        var (reasons, reason) = (new Dictionary<string, string>(), NoReason);
        foreach (var line in File.ReadLines(Page).Where(line => line.Length > 0))
            if (line[0] == '#') reason = line;
            else reasons.Add(line, reason);
        return reasons;
    }

    private static void Write(Dictionary<string, int> found)
    {
        var known = Reasons().ToDictionary(pair => NameOf(pair.Key), pair => pair.Value);
        var groups = found.Keys.GroupBy(name => known.GetValueOrDefault(name, NoReason)).OrderBy(group => group.Key, StringComparer.Ordinal);
        File.WriteAllText(Page, string.Join('\n', groups.Select(group => $"{group.Key}\n{string.Concat(group.Order(StringComparer.Ordinal).Select(name => $"{name}| {found[name]}\n"))}")));
    }

    private static string NameOf(string entry) => entry[..entry.LastIndexOf('|')];

    private static int CountOf(string entry) => int.Parse(entry[(entry.LastIndexOf('|') + 1)..], CultureInfo.InvariantCulture);

    /// <summary>The functions of all types, with the lines from head to end.</summary>
    /// <param name="code">Without comments and texts: every brace is one of the language.</param>
    private static IEnumerable<(string Name, int Lines)> Functions(string code)
    {
        foreach (var member in Members(code))
        {
            var head = Attributes().Replace(member[..member.AsSpan().IndexOfAny('{', ';')], "");
            if (TypeHead().IsMatch(head))
            {
                var body = member.IndexOf('{', StringComparison.Ordinal);
                if (body < 0 || head.Contains(" enum ", StringComparison.Ordinal)) continue;
                foreach (var inner in Functions(member[(body + 1)..member.LastIndexOf('}')])) yield return inner;
            }
            else if (FunctionHead().Match(head) is { Success: true } function) yield return (function.Groups["name"].Value, member.Trim().Count(c => c == '\n') + 1);
        }
    }

    /// <summary>The members at the top of a piece of code: each ends with its braces, or with a semicolon.</summary>
    private static IEnumerable<string> Members(string code)
    {
        var (depth, start, isExpression) = (0, 0, false);
        for (var i = 0; i < code.Length; i++)
        {
            depth += code[i] is '{' or '(' or '[' ? 1 : code[i] is '}' or ')' or ']' ? -1 : 0;
            isExpression |= depth == 0 && code[i] == '=' && !code.AsSpan(start, i - start).Contains("operator", StringComparison.Ordinal);
            if (depth > 0 || code[i] != ';' && (code[i] != '}' || isExpression)) continue;
            yield return code[start..(i + 1)];
            (start, isExpression) = (i + 1, false);
        }
    }

    /// <summary>The source with blanks in place of comments, and of texts too where they are not wanted.</summary>
    private static string WithoutComments(string source, bool texts) => Token().Replace(source, match => match.Value[0] == '/' || !texts ? Blank().Replace(match.Value, " ") : match.Value);

    // Comments; characters; texts between three quotes or more; texts as they stand; plain ones, in whose holes {…} texts may stand again.
    [GeneratedRegex("""(?s)//[^\n]*|/\*.*?\*/|'(\\.[^']*|[^\\'])'|[$@]*("{3,}).*?\2(?!")|(\$@|@\$|@)"([^"]|"")*"|\$"(\{\{|\\.|[^"{]|\{([^{}"']|'(\\.|[^'])'|\$?"(\\.|[^"])*"|\{[^{}]*\})*\})*"|("(\\.|[^"\\])*")""")]
    private static partial Regex Token();

    [GeneratedRegex(@"[^\n]")]
    private static partial Regex Blank();

    [GeneratedRegex(@"^[^(=]*\b(namespace|class|struct|record|interface|enum|extension)\b")]
    private static partial Regex TypeHead();

    [GeneratedRegex(@"^[^=]*?(?<name>\w+)(<[^(=]*>)?\(")]
    private static partial Regex FunctionHead();

    [GeneratedRegex(@"^\s*(\[(?>[^\[\]]|\[[^\[\]]*\])*\]\s*)+")]
    private static partial Regex Attributes();
}
