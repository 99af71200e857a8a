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
        var command = Command("checkpoint", "Lists, verifies and hashes a run's checkpoints.", "Lista y verifica los puntos de control de una ejecución, y calcula la huella de su estado.");
        command.Subcommands.Add(Sub("list", "What is there, and whether it is good.", "Qué hay y si está sano.", run => List(terminal, run, verify: false)));
        command.Subcommands.Add(Sub("verify", "The same; exit 4 if anything is bad.", "Lo mismo; sale con 4 si algo está dañado.", run => List(terminal, run, verify: true)));
        command.Subcommands.Add(Sub("hash", "One SHA-256 over the complete training state of the newest good one.", "Calcula la huella de todo el estado del último sano, un SHA-256.", run => Hash(terminal, run)));
        return command;
    }

    private static Command Sub(string name, string english, string spanish, Func<RunFolder, int> action)
    {
        var run = Run(optional: true);
        var command = Command(name, english, spanish);
        command.Arguments.Add(run);
        command.SetAction(parsed => action(parsed.Folder(run)));
        return command;
    }

    private static int List(Terminal terminal, RunFolder run, bool verify)
    {
        var all = run.Checkpoints.List();
        if (all.Count == 0) terminal.Talk(Say($"{run.Path} has no checkpoint yet.", $"{run.Path} aún no tiene puntos de control."));
        foreach (var checkpoint in all)
        {
            terminal.ForPrograms("checkpoint", new() { ["checkpoint"] = checkpoint.Name, ["step"] = checkpoint.Step, ["images"] = checkpoint.Manifest?.Images, ["good"] = checkpoint.Problem is null, ["problem"] = checkpoint.Problem });
            terminal.ForPeople(string.Create(CultureInfo.InvariantCulture,
                $"{checkpoint.Name,-24} {(checkpoint.Problem is null ? Say("good", "sano") : Say("BAD", "DAÑADO")),-7} {checkpoint.Problem ?? (checkpoint.Manifest is { } m ? $"{m.Images} {Say("images", "imágenes")}, {Reports.Bytes(m.Files.Sum(f => f.Size))}" : "")}"));
        }

        return verify && all.Any(c => c.Problem is not null) ? (int)ExitCode.Checkpoint : 0;
    }

    private static int Hash(Terminal terminal, RunFolder run)
    {
        var (good, bad) = run.Checkpoints.Newest();
        foreach (var damaged in bad) terminal.Warn(6002, new($"{damaged.Path} is damaged and is not used: {damaged.Problem}.", $"{damaged.Path} está dañado y no se usa: {damaged.Problem}."));
        if (good is null) throw new AdversaException(6002, ExitCode.Checkpoint, new($"{run.Path} has no usable checkpoint.", $"{run.Path} no tiene ningún punto de control utilizable."));
        var hash = ComputeThread.Run(() => CheckpointStore.HashOf(good));
        terminal.ForPrograms("hash", new() { ["checkpoint"] = good.Name, ["step"] = good.Step, ["sha256"] = hash });
        terminal.Talk(good.Name);
        terminal.ForPeople(hash);
        return 0;
    }
}
