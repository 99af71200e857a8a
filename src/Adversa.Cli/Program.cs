using System.CommandLine;
using System.Globalization;
using Adversa;
using Adversa.Cli;
using Adversa.Cli.Output;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;              // numbers and dates never depend on the user's locale
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
Language.Choose(args);

var terminal = new Terminal(args);
try
{
    var root = CommandLine.Build(terminal);
    var parsed = root.Parse(Language.ToEnglish(args), new ParserConfiguration { ResponseFileTokenReplacer = null });
    if (parsed.Errors.Count > 0) return (int)terminal.Usage(parsed);
    return parsed.Invoke(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,                               // signals are ours: Signals.cs
        Output = terminal.OutWriter,
        Error = terminal.ErrorWriter,
    });
}
catch (Exception e)
{
    return (int)terminal.Fail(e);
}
finally
{
    terminal.Flush();
}
