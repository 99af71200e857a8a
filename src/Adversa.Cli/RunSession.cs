using Adversa.Cli.Output;
using Adversa.Training;
using Adversa.Training.Events;
using Adversa.Training.Judges;
using Adversa.Training.Runs;
using static Adversa.Cli.Commands.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli;

/// <summary>Trains in front of a person or a program: progress while it runs, one sentence on what one sees at its end.</summary>
internal static class RunSession
{
    private const int Judged = 2000;

    internal static int Go(Terminal terminal, TrainingRun run, StopRequest stop)
    {
        ITrainObserver progress = terminal.Json ? new JsonProgress(terminal) : terminal.IsLive ? new LiveProgress(terminal) : new PlainProgress(terminal);
        run.Watch(progress);
        ExitCode exit;
        try
        {
            exit = run.Go(stop);
        }
        finally
        {
            (progress as IDisposable)?.Dispose();
        }

        if (exit == ExitCode.Done) Conclude(terminal, run);
        else terminal.Talk(Say(
            $"Stopped; everything is saved (step {run.Workshop.Trainer.Round}). Go on with: adversa resume {Quote(run.Folder.Path)}",
            $"Detenido; todo está guardado (paso {run.Workshop.Trainer.Round}). Continúe con: adversa resume {Quote(run.Folder.Path)}"));
        if (!terminal.Json) terminal.Result(run.Folder.Path);
        return (int)exit;
    }

    private static void Conclude(Terminal terminal, TrainingRun run)
    {
        var folder = run.Folder.Path;
        if (run.Workshop.Model.SampledNetwork is not null)
        {
            if (Verdict(terminal, run) is { } sentence) terminal.Talk(sentence);
            terminal.Talk(Say($"Pictures: {folder}/samples (timeline.gif shows them over time). Checkpoints: {folder}/checkpoints.",
                $"Imágenes: {folder}/samples (timeline.gif las muestra en el tiempo). Puntos de control: {folder}/checkpoints."));
            terminal.Talk(Say(
                $"Try next: adversa sample latest --seeds 0-63 -o grid.png, or train on: adversa resume latest --steps {2 * run.Workshop.Trainer.Round}",
                $"Pruebe ahora: adversa sample latest --seeds 0-63 -o grid.png, o siga entrenando: adversa resume latest --steps {2 * run.Workshop.Trainer.Round}"));
        }
        else
        {
            terminal.Talk(Say($"Checkpoints: {folder}/checkpoints. Curves: {folder}/metrics.csv.", $"Puntos de control: {folder}/checkpoints. Curvas: {folder}/metrics.csv."));
        }
    }

    /// <summary>What a judge says of fresh samples; null when no judge fits the data.</summary>
    private static string? Verdict(Terminal terminal, TrainingRun run)
    {
        var recipe = run.Workshop.Recipe.Recipe;
        try
        {
            using var judge = JudgeBench.Open(recipe.Data, recipe.Size, run.Workshop.Source.Schema, JudgeProgress(terminal));
            return judge?.Judge(SampleSheet.Values(run.Workshop.Model, run.Workshop.Trainer.SamplingNetwork, SampleSheet.Seeds(0, Judged))).Sentence.ToString();
        }
        catch (AdversaException e)
        {
            terminal.Warn(e.Code, e.Text);       // the run is done and safe: a missing verdict does not undo it
            return null;
        }
    }

    internal static Action<double> JudgeProgress(Terminal terminal)
    {
        var said = false;
        return _ =>
        {
            if (!said) terminal.Talk(Say("Training a judge for this data, once (under a minute)…", "Entrenando un juez para estos datos, una sola vez (menos de un minuto)…"));
            said = true;
        };
    }
}
