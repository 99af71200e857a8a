using System.CommandLine;
using Adversa.Cli.Output;
using static Adversa.Cli.Commands.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa explain CODE</c></summary>
internal static class ExplainCommand
{
    internal static Command Create(Terminal terminal)
    {
        var code = new Argument<string>("CODE") { Description = Say("Such as ADV2011.", "Como ADV2011.") };
        var command = Command("explain", "What an error or warning code means and what to do.", "Qué significa un código de error o aviso y qué hacer.");
        command.Arguments.Add(code);
        command.SetAction(parsed =>
        {
            var text = parsed.GetValue(code)!;
            var digits = text.StartsWith("ADV", StringComparison.OrdinalIgnoreCase) ? text[3..] : text;
            if (!int.TryParse(digits, out var number) || !Codes.All.TryGetValue(number, out var words)) throw new AdversaException(2018, ExitCode.Usage, new(
                $"\"{text}\" is no known code. Codes look like ADV2011; known ones: {string.Join(", ", Codes.All.Keys.Select(k => $"ADV{k:D4}"))}.",
                $"«{text}» no es un código conocido. Los códigos son como ADV2011; se conocen: {string.Join(", ", Codes.All.Keys.Select(k => $"ADV{k:D4}"))}."));
            terminal.Result($"ADV{number:D4}  {words}");
            return 0;
        });
        return command;
    }
}
