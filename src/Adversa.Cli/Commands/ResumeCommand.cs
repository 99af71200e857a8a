using System.CommandLine;
using Adversa.Cli.Output;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Runs;
using static Adversa.Cli.Commands.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa resume [RUN]</c></summary>
internal static class ResumeCommand
{
    internal static Command Create(Terminal terminal)
    {
        var run = Run(optional: true);
        var steps = Text("--steps", "N", "Train up to this step instead of the recipe's.", "Entrenar hasta este paso en vez del de la receta.");
        var minutes = Text("--minutes", "M", "Stop after so many minutes.", "Parar tras tantos minutos.");
        var command = Command("resume", "Goes on exactly where the newest good checkpoint stands.", "Continúa exactamente donde está el último punto de control sano.");
        command.Arguments.Add(run);
        command.Options.Add(steps);
        command.Options.Add(minutes);
        command.SetAction(parsed =>
        {
            var folder = RunFolder.Find(Runs, parsed.GetValue(run)!);
            var to = parsed.Whole(steps, 1, 1_000_000_000);
            var limit = parsed.Real(minutes, 0.001, 100_000);
            if (limit is not null && to is null) to = 1_000_000_000;
            return ComputeThread.Run(() =>
            {
                var stop = new StopRequest();
                using var signals = new Signals(stop);
                Engine.Start(folder.Recipe["threads"]?.GetValue<int>() is > 0 and var threads ? threads : null);
                using var session = TrainingRun.Resume(folder, to, limit, terminal.Warn);
                if (session.Workshop.Trainer.Round < session.Workshop.Recipe.Recipe.Steps) return RunSession.Go(terminal, session, stop);
                terminal.Talk(Say(
                    $"The run is done at step {session.Workshop.Trainer.Round}. Train on with: adversa resume {Quote(folder.Path)} --steps {2 * session.Workshop.Trainer.Round}",
                    $"La ejecución ya terminó en el paso {session.Workshop.Trainer.Round}. Siga entrenando con: adversa resume {Quote(folder.Path)} --steps {2 * session.Workshop.Trainer.Round}"));
                if (!terminal.Json) terminal.Result(folder.Path);
                return 0;
            });
        });
        return command;
    }
}
