using Adversa.Cli.Output;
using Adversa.Models;
using Adversa.Training;
using Adversa.Training.Forecasts;
using Adversa.Training.Judges;
using Adversa.Training.Loop;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Reports;
using Adversa.Training.Runs;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;
using static Adversa.ShellWords;

namespace Adversa.Cli.Commands;

/// <summary>Trains in front of a person or a program: progress while it runs, one sentence on what one sees at its end.</summary>
internal static class RunSession
{
    private const int Judged = 2000, ClassesNamed = 40;
    private const long TooEarly = 200;           // steps after which a picture may be worth a judge that takes half a minute to train

    /// <param name="judges">Whether a judge says at the end what the samples are worth.</param>
    internal static int Go(Terminal terminal, TrainingRun run, StopRequest stop, Signals signals, bool judges)
    {
        terminal.NeverWait();
        IBeatingProgress progress = terminal.Json ? new JsonProgress(terminal) : terminal.IsLive ? new LiveProgress(terminal) : new PlainProgress(terminal);
        run.Watch(progress);
        ExitCode exit;
        using (new Pulse(run, progress, stop)) exit = run.Go(stop);
        signals.Dispose();                       // all is saved: from here on a signal simply ends the program
        if (exit == ExitCode.Done) Conclude(terminal, run, judges);
        else terminal.Talk(Words.EverythingIsSavedResume(Me, NameOf(run.Folder)).ToString());
        terminal.Settle();
        if (!terminal.Json) terminal.Result(run.Folder.Path);
        return (int)exit;
    }

    private static void Conclude(Terminal terminal, TrainingRun run, bool judges)
    {
        if (!terminal.Talks && !terminal.Json) return;
        var folder = run.Folder.Path;
        var next = NextSteps.Of(run.Setup, NameOf(run.Folder));
        if (Outlook.TooEarly(run.Setup.Trainer.Round, run.Setup.Plan.UsualSteps) is { } early) terminal.Talk(early.ToString());
        if (run.Setup.Model is not ISampler)
        {
            if (SampleSheet.CanDraw(run.Setup.Model)) terminal.Talk(Words.PicturesSamplesEachSampleBesideReconstruction(folder).ToString());
            terminal.Talk(Words.CheckpointsCheckpoints(folder).ToString());
            Report(terminal, run);
            Offer(terminal, next, wasJudged: false);
            return;
        }

        var wasJudged = judges && Verdict(terminal, run, next);
        terminal.Talk(Words.PicturesSamplesTimeline(folder).ToString());
        terminal.Talk(Words.CheckpointsCheckpoints(folder).ToString());
        Report(terminal, run);
        Offer(terminal, next, wasJudged, run.Setup.Model is ISampler { TakesClass: true } && SampleSheet.Columns(run.Setup.Model) is not null ? RunClasses.Of(run.Setup.Source) : null);
    }

    /// <summary>The lines that work on this run.</summary>
    private static void Offer(Terminal terminal, NextSteps next, bool wasJudged, IReadOnlyList<string>? columns = null)
    {
        if (next.Sample is { } sample) terminal.Talk(Words.TryNext(sample).ToString());
        if (columns is not null) terminal.Talk(Words.OneColumnForEachClass(Classes(columns)).ToString());
        if (next.OfClass is { } one) terminal.Talk(Words.OneClass(one).ToString());
        if (next.Evaluate is { } evaluate && !wasJudged) terminal.Talk(Words.OrJudge(evaluate).ToString());
        if (next.TrainOn is { } more) terminal.Talk(Words.OrTrain(more).ToString());
    }

    private static string Classes(IReadOnlyList<string> names) => string.Join(", ", names.Take(ClassesNamed)) + (names.Count > ClassesNamed ? ", …" : "");

    /// <summary>Names the run's page where there is one: what could not be written is no link.</summary>
    private static void Report(Terminal terminal, TrainingRun run)
    {
        var page = $"{run.Folder.Path}/report.html";
        if (run.HasReport) terminal.Talk(Words.ReportLabel(page).ToString());
        else terminal.Warn(5009, Words.CouldNotBeWritten(page, Me, NameOf(run.Folder)));
    }

    /// <summary>Says what a judge sees in fresh samples, where one fits the data.</summary>
    /// <returns>Whether one was heard, or how to hear one was said.</returns>
    private static bool Verdict(Terminal terminal, TrainingRun run, NextSteps next)
    {
        var trainer = run.Setup.Trainer;
        if (!next.IsJudged) return false;
        if (run.Setup.Source.Schema is { Kind: FieldKind.Image, IsLabelled: true } && trainer.Round < TooEarly)
        {
            terminal.Talk(Words.TooEarlyForJudgeUnderSteps(TooEarly, next.Evaluate).ToString());
            return true;
        }

        var recipe = run.Setup.Plan.Recipe;
        try
        {
            using var judge = JudgeBench.Open(run.Setup.Data, run.Setup.Source.Schema, JudgeProgress(terminal, canLeaveOut: true));
            if (judge?.Judge(SampleSheet.Values(run.Setup.Model, trainer.SamplingNetwork, SampleSheet.Seeds(0, Judged), preview: true)) is not { } report) return false;
            terminal.Talk(report.Sentence.ToString());
            Reports.Evaluation(terminal, report, trainer.Round, trainer.Images);
            Reports.Keep(terminal, run.Folder, report, trainer.Round, trainer.Images);
            return true;
        }
        catch (Exception e)
        {
            // The run is done and safe: a missing verdict does not undo it.
            var text = (e as AdversaException)?.Text ?? Text.Same(e.Message);
            terminal.Warn(3014, Words.IsNoVerdict(text));
            return false;
        }
    }

    internal static Action<double> JudgeProgress(Terminal terminal, bool canLeaveOut = false)
    {
        var said = false;
        return _ =>
        {
            if (!said) terminal.Talk(Words.TrainingJudgeForDataOnce.ToString()
                + (canLeaveOut ? Words.NoJudgeLeavesOut.ToString() : ""));
            said = true;
        };
    }
}
