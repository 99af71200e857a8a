using System.CommandLine;
using System.Globalization;
using Adversa.Cli.Output;
using Adversa.Training.Checkpoints;
using Adversa.Training.Folders;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa checkpoint list|verify|hash RUN</c></summary>
internal static class CheckpointCommand
{
    internal static Command Create(Terminal terminal)
    {
        var command = Command("checkpoint", Words.ListsVerifiesAndHashesRunsCheckpoints);
        command.Subcommands.Add(Sub("list", Words.WhatIsAndWhetherIsGood, run => List(terminal, run, verify: false)));
        command.Subcommands.Add(Sub("verify", Words.SameExitIfAnythingIsBad, run => List(terminal, run, verify: true)));
        command.Subcommands.Add(Sub("hash", Words.OneSHAOverCompleteTrainingState, run => Hash(terminal, run)));
        return command;
    }

    private static Command Sub(string name, Text text, Func<RunFolder, int> action)
    {
        var run = Run(optional: true);
        var command = Command(name, text);
        command.Arguments.Add(run);
        command.SetAction(parsed => action(parsed.Folder(run)));
        return command;
    }

    private static int List(Terminal terminal, RunFolder run, bool verify)
    {
        var all = run.Checkpoints.List();
        if (all.Count == 0) terminal.Talk(Words.HasNoCheckpointYet(run.Path).ToString());
        foreach (var checkpoint in all)
        {
            terminal.ForPrograms("checkpoint", new() { ["checkpoint"] = checkpoint.Name, ["step"] = checkpoint.Step, ["images"] = checkpoint.Manifest?.Images, ["good"] = checkpoint.Problem is null, ["problem"] = checkpoint.Problem });
            terminal.ForPeople(string.Create(CultureInfo.InvariantCulture,
                $"{checkpoint.Name,-24} {(checkpoint.Problem is null ? Words.GoodCheckpoint.ToString() : Words.BadCheckpoint.ToString()),-7} {checkpoint.Problem ?? (checkpoint.Manifest is { } m ? $"{m.Images} {Words.Images}, {Reports.Bytes(m.Files.Sum(f => f.Size))}" : "")}"));
        }

        return verify && all.Any(c => c.Problem is not null) ? (int)ExitCode.Checkpoint : 0;
    }

    private static int Hash(Terminal terminal, RunFolder run)
    {
        var (good, bad) = run.Checkpoints.Newest();
        foreach (var damaged in bad) terminal.Warn(6002, Words.IsDamagedAndIsNotUsed(damaged.Path, damaged.Problem));
        if (good is null) throw new AdversaException(6002, ExitCode.Checkpoint, Words.HasNoUsableCheckpoint(run.Path));
        var hash = ComputeThread.Run(() => CheckpointStore.HashOf(good));
        terminal.ForPrograms("hash", new() { ["checkpoint"] = good.Name, ["step"] = good.Step, ["sha256"] = hash });
        terminal.Talk(good.Name);
        terminal.ForPeople(hash);
        return 0;
    }
}
