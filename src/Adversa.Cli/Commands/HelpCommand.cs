using System.CommandLine;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa help [COMMAND...]</c>: what <c>COMMAND --help</c> says.</summary>
internal static class HelpCommand
{
    /// <param name="show">Shows the help of the command at a path.</param>
    internal static Command Create(Func<IReadOnlyList<string>, int> show)
    {
        var path = new Argument<string[]>("COMMAND")
        {
            Description = Words.CommandSuchAsTrainOrData.ToString(),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = Command("help", Words.ShowsHowCommandIsUsed);
        command.Arguments.Add(path);
        command.SetAction(parsed => show(Known(parsed.RootCommandResult.Command, parsed.GetValue(path) ?? [])));
        return command;
    }

    /// <summary>The English names of a path.</summary>
    /// <exception cref="AdversaException">ADV2001: there is no such command.</exception>
    private static List<string> Known(Command root, string[] words)
    {
        var here = root;
        foreach (var word in words)
            here = here.Subcommands.FirstOrDefault(sub => !sub.Hidden && sub.Name == English(word)) ?? throw new AdversaException(2001, ExitCode.Usage, UsageErrors.NoCommand(here, word));
        return [.. words.Select(English)];
    }

    private static string English(string word) => Verbs.FirstOrDefault(verb => verb.Spanish == word).English ?? word;
}
