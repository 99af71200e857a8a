using System.CommandLine;
using Adversa.Cli.Output;
using static Adversa.Cli.Arguments;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa data check|prepare|make|get|show</c></summary>
internal static class DataCommand
{
    internal static Command Create(Terminal terminal)
    {
        var command = Command("data", Words.ChecksPacksMakesDownloadsAndShows);
        command.Subcommands.Add(DataCheckCommand.Create(terminal));
        command.Subcommands.Add(DataPrepareCommand.Create(terminal));
        command.Subcommands.Add(DataMakeCommand.Create(terminal));
        command.Subcommands.Add(DataShowCommand.Create(terminal));
        command.Subcommands.Add(DataPrepareCommand.Decoder());
        command.Subcommands.Add(DataGetCommand.Create(terminal));
        return command;
    }
}
