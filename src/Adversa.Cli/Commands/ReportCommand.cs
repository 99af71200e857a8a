using System.CommandLine;
using Adversa.Cli.Output;
using Adversa.Training.Folders;
using Adversa.Training.Reports;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa report RUN</c></summary>
internal static class ReportCommand
{
    internal static Command Create(Terminal terminal)
    {
        var run = Run(optional: true);
        var output = Text("--output", "FILE", Words.PageByDefaultReport, "-o");
        var command = Command("report", Words.WritesRunsPage);
        command.Arguments.Add(run);
        command.Options.Add(output);
        command.SetAction(parsed => Write(terminal, parsed.Folder(run), parsed.PathOf(output)));
        return command;
    }

    private static int Write(Terminal terminal, RunFolder run, string? output)
    {
        var path = output ?? RunPage.PathOf(run);
        Reports.Written(path, () => RunPage.Write(run, path));
        terminal.ForPrograms("report", new() { ["run"] = run.Path, ["path"] = path });
        terminal.ForPeople(path);
        return 0;
    }
}
