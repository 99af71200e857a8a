using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.CompilerServices;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;
using static Adversa.ShellWords;

namespace Adversa.Cli;

/// <summary>What was wrong with a line, said in our own words: the parser's name no remedy.</summary>
internal static class UsageErrors
{
    /// <exception cref="AdversaException">ADV2001: the line cannot be understood.</exception>
    internal static void Check(ParseResult parsed)
    {
        if (parsed.Action is { ClearsParseErrors: true }) return;       // --help and --version answer whatever else is there
        List<AdversaException> faults = [.. Problems(parsed).Select(problem => new AdversaException(2001, ExitCode.Usage, problem))];
        var path = string.Join(' ', Path(parsed.CommandResult).Prepend(Me));
        var text = faults.Count > 0 ? Words.SeeHelp(path) : Text.None;
        faults.AddRange(Values(parsed));
        if (Together(faults) is { } all) throw new AdversaException(all.Code, all.Exit, Text.Join("", [all.Text, text]));
    }

    /// <summary>Does all, and says all faults at once.</summary>
    internal static void Each<T>(IEnumerable<T> all, Action<T> check)
    {
        List<AdversaException> faults = [];
        foreach (var one in all)
            try
            {
                check(one);
            }
            catch (AdversaException e)
            {
                faults.Add(e);
            }

        if (Together(faults) is { } said) throw said;
    }

    /// <summary>Several faults as one, with the code of the first.</summary>
    private static AdversaException? Together(IReadOnlyList<AdversaException> faults)
    {
        return faults.Count < 2 ? faults.FirstOrDefault() : new(faults[0].Code, faults[0].Exit, Text.Join(" ", faults.Select(fault => fault.Text.Each(Sentence))));
        static string Sentence(string text) => text[^1] is '.' or '?' ? text : text + ".";
    }

    /// <summary>Lets an option say what its text must be; all of a line are asked, so that all faults are named at once.</summary>
    /// <param name="option">The option.</param>
    /// <param name="check">Throws an <see cref="AdversaException"/> where the value cannot be.</param>
    internal static void Checks(this Option option, Action<ParseResult> check) => Checked.AddOrUpdate(option, check);

    private static readonly ConditionalWeakTable<Option, Action<ParseResult>> Checked = [];

    private static List<AdversaException> Values(ParseResult parsed)
    {
        List<AdversaException> faults = [];
        foreach (var option in parsed.CommandResult.Command.Options)
            if (parsed.GetResult(option) is { Implicit: false } given && !Lacks(given) && !given.Errors.Any())
                try
                {
                    if (Checked.TryGetValue(option, out var check)) check(parsed);
                    else if (option is Option<string> path) parsed.PathOf(path);
                }
                catch (AdversaException e)
                {
                    faults.Add(e);
                }

        return faults;
    }

    /// <summary>Whether an option stands there without its value.</summary>
    private static bool Lacks(OptionResult given) => given.IdentifierToken is not null && given.Option.Arity.MinimumNumberOfValues > 0 && given.Tokens.FirstOrDefault()?.Value is null or ['-', '-', ..];

    /// <summary>What the parser found: all of it that stands on the line, else the one thing that is missing.</summary>
    private static IEnumerable<Text> Problems(ParseResult parsed)
    {
        var here = parsed.CommandResult;
        var given = here.Children.OfType<OptionResult>().Concat(parsed.RootCommandResult.Children.OfType<OptionResult>()).Distinct().ToList();
        List<Text> problems = [.. given.Where(Lacks).Select(option => option.Option).Select(option => Words.NeedsValue(option.Name, option.HelpName))];
        problems.AddRange(given.Where(option => option.Option is Option<string> && option.Tokens.Count > 1).Select(option => Words.StandsTimesGiveOnce(option.Option.Name, option.Tokens.Count)));
        var unknown = UnknownOptions(parsed).Concat(parsed.UnmatchedTokens.Where(token => token.StartsWith('-'))).Distinct().ToList();
        if (unknown.Count == 0) unknown = [.. parsed.UnmatchedTokens.Take(1)];        // a word after an option that is not known was to be its value
        problems.AddRange(unknown.Select(odd => Unmatched(here, odd)));
        if (parsed.GetResult("--lang") is OptionResult { Tokens: [{ Value: var language }] } && !language.StartsWith("en", StringComparison.Ordinal) && !language.StartsWith("es", StringComparison.Ordinal))
            problems.Add(Words.LangIsEnOrEs(language));
        return problems.Count > 0 ? problems : new[] { Missing(parsed, here) }.OfType<Text>();
    }

    private static Text? Missing(ParseResult parsed, CommandResult here)
    {
        if (parsed.Errors.Count == 0) return null;
        if (here.Command.Subcommands.Count > 0)
        {
            var choices = string.Join(", ", here.Command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name));
            return Words.NeedsOne(here.Command.Name, choices);
        }

        if (here.Command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0) is { } argument && parsed.GetResult(argument) is null or { Tokens.Count: 0 })
            return Words.NeedsArgument(here.Command.Name, new(argument.Name, SpanishValue(argument.Name)));
        var said = string.Join(' ', parsed.Errors.Select(error => string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        return Text.Same(said);
    }

    /// <summary>There is no command of a name below another one.</summary>
    internal static Text NoCommand(Command here, string odd)
    {
        var known = here.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name).ToList();
        return Said(Words.Command, odd, known.Concat(Verbs.Where(verb => known.Contains(verb.English)).Select(verb => verb.Spanish)));
    }

    /// <summary>What looks like an option and was taken for the word that the command needs; behind <c>--</c> it is one.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parsed)
    {
        var words = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Select(token => token.Value).ToList();
        return parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value).Where(value => value is ['-', _, ..] && words.Contains(value));
    }

    private static Text Unmatched(CommandResult here, string odd)
    {
        if (odd.StartsWith('-'))
        {
            var options = Path(here).Count == 0 ? [] : here.Command.Options.Select(option => option.Name).ToList();
            for (var parent = here.Parent; parent is CommandResult above; parent = above.Parent) options.AddRange(above.Command.Options.Where(o => o.Recursive).Select(o => o.Name));
            return Said(Words.Option, odd.Split('=')[0], options.Concat(IsSpanish || odd.Length > 2 ? Flags.Where(f => options.Contains(f.English)).Select(f => f.Spanish) : []));
        }

        if (here.Command.Subcommands.Count > 0) return NoCommand(here.Command, odd);
        return Words.IsOneWordTooMany(odd);
    }

    private static Text Said(Text text, string odd, IEnumerable<string> known)
    {
        var nearest = odd.StartsWith('-') ? NearestOption(odd, [.. known]) : Nearest.To(odd, known);
        return Words.IsNo(text, odd, nearest is null ? Text.None : Words.DidYouMean(nearest));
    }

    /// <summary>The option that was meant: for a letter those that begin with it, such as <c>--out</c> for <c>-o</c>; for a word the nearest, or one that goes on or stops short.</summary>
    private static string? NearestOption(string odd, IReadOnlyList<string> known)
    {
        var word = odd.TrimStart('-');
        if (word.Length == 0) return null;
        var begin = known.Where(name => name.TrimStart('-').StartsWith(word, StringComparison.Ordinal)).Distinct().ToList();
        if (word.Length == 1) return begin.Count > 0 ? string.Join(", ", begin) : null;
        return Nearest.To(word, known.Select(name => name.TrimStart('-'))) is { } near ? $"--{near}" : begin.FirstOrDefault() ?? known.FirstOrDefault(name => name.Length > 4 && word.StartsWith(name.TrimStart('-'), StringComparison.Ordinal));
    }

    /// <summary>The names of the commands down to one, without the program's.</summary>
    private static List<string> Path(CommandResult command)
    {
        List<string> names = [];
        for (SymbolResult? at = command; at is CommandResult { Command: not RootCommand } here; at = at.Parent) names.Insert(0, here.Command.Name);
        return names;
    }
}
