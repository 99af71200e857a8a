using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.CompilerServices;
using static Adversa.Cli.Commands.Arguments;
using static Adversa.ShellWords;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary>What was wrong with a line, said in our own words: the parser's name no remedy.</summary>
internal static class UsageErrors
{
    /// <exception cref="AdversaException">ADV2001: the line cannot be understood.</exception>
    internal static void Check(ParseResult parsed)
    {
        if (parsed.Action is { ClearsParseErrors: true }) return;       // --help and --version answer whatever else is there
        if (Problem(parsed) is not { } text)
        {
            Values(parsed);
            return;
        }

        var command = parsed.CommandResult.Command;
        var path = string.Join(' ', Path(parsed.CommandResult).Prepend(Me));
        throw new AdversaException(2001, ExitCode.Usage, new($"{text.English} See: {path} --help", $"{text.Spanish} Vea: {path} --help"));
    }

    /// <summary>Lets an option say what its text must be; all of a line are asked, so that all faults are named at once.</summary>
    /// <param name="option">The option.</param>
    /// <param name="check">Throws an <see cref="AdversaException"/> where the value cannot be.</param>
    internal static void Checks(this Option option, Action<ParseResult> check) => Checked.AddOrUpdate(option, check);

    private static readonly ConditionalWeakTable<Option, Action<ParseResult>> Checked = [];

    private static void Values(ParseResult parsed)
    {
        List<AdversaException> faults = [];
        foreach (var option in parsed.CommandResult.Command.Options)
            if (parsed.GetResult(option) is { Implicit: false })
                try
                {
                    if (Checked.TryGetValue(option, out var check)) check(parsed);
                    else if (option is Option<string> path) parsed.PathOf(path);
                }
                catch (AdversaException e)
                {
                    faults.Add(e);
                }

        if (faults.Count > 0) throw new AdversaException(faults[0].Code, faults[0].Exit, new(
            string.Join(" ", faults.Select(fault => Sentence(fault.Text.English))), string.Join(" ", faults.Select(fault => Sentence(fault.Text.Spanish)))));
        string Sentence(string text) => faults.Count == 1 || text[^1] is '.' or '?' ? text : text + ".";
    }

    private static Text? Problem(ParseResult parsed)
    {
        var here = parsed.CommandResult;
        var lacking = here.Children.OfType<OptionResult>().Concat(parsed.RootCommandResult.Children.OfType<OptionResult>())
            .FirstOrDefault(o => o.IdentifierToken is not null && o.Option.Arity.MinimumNumberOfValues > 0 && o.Tokens.FirstOrDefault()?.Value is null or ['-', '-', ..]);
        if (lacking is not null) return new($"{lacking.Option.Name} needs a value: {lacking.Option.Name} {lacking.Option.HelpName}.", $"{lacking.Option.Name} necesita un valor: {lacking.Option.Name} {lacking.Option.HelpName}.");
        if (UnknownOption(parsed) is { } unknown) return Unmatched(here, unknown);
        if (parsed.UnmatchedTokens is [var odd, ..]) return Unmatched(here, odd);
        if (parsed.GetResult("--lang") is OptionResult { Tokens: [{ Value: var language }] } && !language.StartsWith("en", StringComparison.Ordinal) && !language.StartsWith("es", StringComparison.Ordinal))
            return new($"--lang is en or es; got {language}.", $"--lang es en o es; se recibió {language}.");
        if (parsed.Errors.Count == 0) return null;
        if (here.Command.Subcommands.Count > 0)
        {
            var choices = string.Join(", ", here.Command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name));
            return new($"{here.Command.Name} needs one of: {choices}.", $"{here.Command.Name} necesita uno de estos comandos: {choices}.");
        }

        if (here.Command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0) is { } argument && parsed.GetResult(argument) is null or { Tokens.Count: 0 })
            return argument.Name == "RECIPE"
                ? new($"train needs a recipe or a system, such as: {Me} train digits", $"train necesita una receta o un sistema, por ejemplo: {Me} train digits")
                : new($"{here.Command.Name} needs a {argument.Name}.", $"{here.Command.Name} necesita {SpanishValue(argument.Name)}.");
        var said = string.Join(' ', parsed.Errors.Select(error => error.Message.ReplaceLineEndings(" ").Trim()));
        return new(said, said);
    }

    /// <summary>There is no command of a name below another one.</summary>
    internal static Text NoCommand(Command here, string odd)
    {
        var known = here.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name).ToList();
        return Said("command", "el comando", odd, known.Concat(Verbs.Where(verb => known.Contains(verb.English)).Select(verb => verb.Spanish)));
    }

    /// <summary>What looks like an option and was taken for the word that the command needs; behind <c>--</c> it is one.</summary>
    private static string? UnknownOption(ParseResult parsed)
    {
        var words = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Select(token => token.Value).ToList();
        return parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value).FirstOrDefault(value => value is ['-', _, ..] && words.Contains(value));
    }

    private static Text Unmatched(CommandResult here, string odd)
    {
        if (odd.StartsWith('-'))
        {
            var options = Path(here).Count == 0 ? [] : here.Command.Options.Select(option => option.Name).ToList();
            for (var parent = here.Parent; parent is CommandResult above; parent = above.Parent) options.AddRange(above.Command.Options.Where(o => o.Recursive).Select(o => o.Name));
            return Said("option", "la opción", odd.Split('=')[0], options.Concat(IsSpanish || odd.Length > 2 ? Flags.Where(f => options.Contains(f.English)).Select(f => f.Spanish) : []));
        }

        if (here.Command.Subcommands.Count > 0) return NoCommand(here.Command, odd);
        return new($"\"{odd}\" is one word too many.", $"«{odd}» está de más.");
    }

    private static Text Said(string english, string spanish, string odd, IEnumerable<string> known)
    {
        var nearest = odd.StartsWith('-') ? NearestOption(odd, [.. known]) : Nearest.To(odd, known);
        return new($"There is no {english} \"{odd}\".{(nearest is null ? "" : $" Did you mean: {nearest}?")}",
            $"No existe {spanish} «{odd}».{(nearest is null ? "" : $" ¿Quiso decir: {nearest}?")}");
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
