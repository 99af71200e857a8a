using System.CommandLine;
using System.Text.RegularExpressions;
using Adversa.Cli.Commands;
using Adversa.Cli.Output;

namespace Adversa.Cli.Tests;

/// <summary>Commands and options that texts name, in the sources and on the pages: each exists.</summary>
[Collection("here")]
public partial class NamedCommandTests
{
    private static readonly string[] OfOthers = ["--no-install-recommends", "--channel", "--project", "--column"];      // apt's, dotnet's
    private readonly RootCommand _root = CommandLine.Build(new Terminal([], TextWriter.Null, TextWriter.Null));

    [Fact]
    public void Texts_of_the_program_name_commands_and_options_that_exist()
    {
        List<string> wrong = [];
        var seen = 0;
        var inResource = new Regex($$"""\{\d\} ((?:{{string.Join('|', _root.Subcommands.Select(command => command.Name))}})(?: [a-z]+)? (?:--|\{\d\} --)[^"`(«»<]*)""");      // its name is a hole
        foreach (var file in Directory.EnumerateFiles(Path.Join(Cli.Root, "src"), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".cs" or ".resx" && !file.Contains("/obj/", StringComparison.Ordinal)))
            foreach (var line in File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)))
                foreach (Match match in InSource().Matches(line).Concat(inResource.Matches(line)))
                {
                    seen++;
                    wrong.AddRange(Wrong(match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(what => $"{Path.GetFileName(file)}: {match.Value}: {what}"));
                }

        Assert.True(seen > 80, $"only {seen} found: the pattern no longer fits the sources");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Explanations_name_options_and_values_that_exist()
    {
        var options = Tree.Options(_root).SelectMany(pair => pair.Option.Aliases.Prepend(pair.Option.Name)).ToHashSet();
        var keys = TrainCommand.Keys().ToHashSet();
        foreach (var text in Codes.All.Values.SelectMany(text => new[] { text.English, text.Spanish }))
        {
            Assert.All(LongOption().Matches(text), match => Assert.Contains(match.Value, options));
            Assert.All(Set().Matches(text), match => Assert.True(keys.Contains(match.Groups[1].Value), $"--set {match.Groups[1].Value}: {text}"));
        }
    }

    [Fact]
    public void Lines_on_the_pages_are_lines_of_the_program()
    {
        List<string> wrong = [];
        var seen = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Join(Cli.Root, "docs"), "*.md", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Cli.Root, "*.md")).Where(file => !file.EndsWith("CHANGELOG.md", StringComparison.Ordinal)))
            foreach (Match match in OnPage().Matches(File.ReadAllText(file)))
            {
                seen++;
                var words = Words().Matches(match.Groups[1].Value.Split(" #")[0].Split(" && ")[0].Split(['|', '>', '<', ';'])[0]).Select(word => word.Value.Trim('\'', '"')).ToArray();
                if (words.Any(word => word is "..." or "…")) continue;
                var parsed = CommandLine.Build(new Terminal([], TextWriter.Null, TextWriter.Null)).Parse(Language.ToEnglish(words));
                try
                {
                    UsageErrors.Check(parsed);
                }
                catch (AdversaException e)
                {
                    wrong.Add($"{Path.GetFileName(file)}: {match.Value}: {e.Text.English}");
                }
            }

        Assert.True(seen > 150, $"only {seen} found: the pattern no longer fits the pages");
        Assert.Empty(wrong);
    }

    /// <summary>Follows a text as long as it is a line of the program: the command's names, then every option up to the end of the sentence.</summary>
    private IEnumerable<string> Wrong(string[] words)
    {
        Command here = _root;
        var i = 0;
        for (; i < words.Length && here.Subcommands.Count > 0; i++)
        {
            var sub = here.Subcommands.FirstOrDefault(sub => sub.Name == words[i].TrimEnd('.', ',', ')', ';'));
            if (sub is null && here == _root && (words[i][0] is '{' or '-' || char.IsUpper(words[i][0]))) yield break;      // COMMAND, or a text put in
            if (sub is null && here == _root) yield return $"no command {words[i]}";
            if (sub is null) break;
            here = sub;
            if (words[i] != sub.Name) yield break;                                                                          // the sentence ends here
        }

        var options = here.Options.Concat(_root.Options).SelectMany(option => option.Aliases.Prepend(option.Name)).ToHashSet();
        foreach (var word in words.Skip(i))
        {
            var name = word.TrimEnd('.', ',', ')', ';').Split('=')[0];
            if (name.Length > 2 && name.StartsWith("--", StringComparison.Ordinal) && !options.Contains(name) && !OfOthers.Contains(name)) yield return $"{here.Name} has no {name}";
            if (word.EndsWith('.')) yield break;
        }
    }

    [GeneratedRegex("""(?:\{(?:ShellWords\.)?Me\}|(?<![\w/.\-"])(?:\./)?adversa) ([a-z{A-Z\-][^"`(«»<]*)""")]
    private static partial Regex InSource();

    [GeneratedRegex("""^\s*(?:[A-Z_]+=\S+ )*\./adversa(?: ([^\n]*))?$""", RegexOptions.Multiline)]
    private static partial Regex OnPage();

    [GeneratedRegex("""'[^']*'|"[^"]*"|\S+""")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z-]+")]
    private static partial Regex LongOption();

    [GeneratedRegex(@"--set (\w+)=")]
    private static partial Regex Set();
}
