using System.CommandLine;
using System.Globalization;
using Adversa.Cli.Output;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;
using static Adversa.ShellWords;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa explain CODE</c></summary>
internal static class ExplainCommand
{
    internal static Command Create(Terminal terminal)
    {
        var code = new Argument<string>("CODE") { Description = Words.SuchAsADV2011.ToString(), Arity = ArgumentArity.ZeroOrOne };
        var command = Command("explain", Words.WhatErrorOrWarningCodeMeans);
        command.Arguments.Add(code);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(code) is not { } text)
            {
                foreach (var (known, meaning) in Codes.All) Show(terminal, known, meaning);
                return 0;
            }

            var digits = text.StartsWith("ADV", StringComparison.OrdinalIgnoreCase) ? text[3..] : text;
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !Codes.All.TryGetValue(number, out var words)) throw new AdversaException(2018, ExitCode.Usage, Words.IsNoKnownCode(text, Me));
            Show(terminal, number, words);
            return 0;
        });
        return command;
    }

    private static void Show(Terminal terminal, int code, Text meaning)
    {
        terminal.ForPeople(string.Create(CultureInfo.InvariantCulture, $"ADV{code:D4}  {meaning}"));
        terminal.ForPrograms("code", new() { ["code"] = string.Create(CultureInfo.InvariantCulture, $"ADV{code:D4}"), ["en"] = meaning.English, ["es"] = meaning.Spanish });
    }
}
