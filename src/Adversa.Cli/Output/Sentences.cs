using System.Globalization;
using Adversa.Imaging.Views;
using Adversa.Training.Events;
using Adversa.Training.Plans;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Output;

/// <summary>What progress says in words.</summary>
internal static class Sentences
{
    /// <summary>One line per fact: where, what, how.</summary>
    internal static IEnumerable<string> Started(RunStarted e)
    {
        var parameters = string.Join(" · ", e.Parameters.Select(pair => $"{pair.Key.ToUpperInvariant()} {Count(pair.Value)}"));
        var batch = e.Accumulate > 1 ? $"{e.Accumulate}×{e.Batch}" : $"{e.Batch}";
        var until = e.Steps >= Arguments.Unlimited ? "" : Words.ToStep(e.Steps).ToString();
        if (e.Minutes > 0) until += Words.AtMost(Arguments.Span(TimeSpan.FromMinutes(e.Minutes))).ToString();
        yield return Words.RunLine.ToString() + e.Folder;
        yield return Words.SystemParameters(e.Variant, e.Data, Schema(e.Schema), parameters).ToString();
        yield return Words.TrainingBatchSeedCPU(e.Resumed ? Words.FromStep(e.Step) : Text.None, until, batch, e.Seed, e.Threads).ToString();
        if (e.AnswersByScores) yield return Words.ScoresDRealAndDFake.ToString();
        if (e.From is not null && !e.Resumed) yield return Words.FromPhrase.ToString() + (e.Weights > 0 ? Words.WeightsAreTaken(e.From, e.WeightsTaken, e.Weights).ToString() : e.From);
        if (!e.Augment.IsOff) yield return Words.Varied.ToString() + e.Augment;
    }

    /// <summary>A finding on one line: what was seen, what to do, where to read on.</summary>
    internal static Text Diagnosed(Diagnosis finding)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"ADV{finding.Code:D4}");
        return Words.StepMoreExplain(finding.Step, finding.Text, finding.Remedy, ShellWords.Me, code);
    }

    /// <summary>Which checkpoint was judged.</summary>
    internal static string Of(TrainedModel trained) => (trained.IsBest ? Words.BestCheckpointStep.ToString() : Words.NewestCheckpointStep.ToString())
        + string.Create(CultureInfo.InvariantCulture, $" {trained.Manifest.Step} ({trained.Manifest.Images} {Words.Images})") + (trained.Chosen is { } chosen ? $", --ema {chosen.Width.ToString("0.###", CultureInfo.InvariantCulture)}" : "");

    internal static string Ended(RunEnded e)
    {
        var state = e.State switch
        {
            "finished" => Words.DoneLabel.ToString(),
            "stopped" => Words.StoppedLabel.ToString(),
            "diverged" => Words.TrainingFailed.ToString(),       // NaN, or the doctor gave up: the error says which
            _ => Words.FailedPhrase.ToString(),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{state} {Words.AtStep} {e.Step}: {e.Images} {Words.ImagesIn} {Arguments.Span(e.Elapsed)} ({e.ImagesPerSecond:F0} {Words.ImagesS}).");
    }

    /// <summary>The step, and where the run ends if it is steps that end it.</summary>
    internal static string StepOf(long step, long steps) => steps >= Arguments.Unlimited ? $"{step}" : $"{step}/{steps}";

    /// <summary>What a run is busy with, and for how long so far.</summary>
    internal static string Doing(RunActivity now) => Work(now) + string.Create(CultureInfo.InvariantCulture, $" {now.Elapsed.TotalSeconds:F0} s");

    /// <summary>The answer to a signal: what the run waits for, and how not to wait.</summary>
    internal static IEnumerable<string> Stopping(RunActivity now) =>
    [
        Words.StoppingAfterSoFarStep(Doing(now), now.Step + 1).ToString(),
        Words.SecondSignalLeavesAtOnceWithout.ToString(),
    ];

    private static string Work(RunActivity now) => now.Work switch
    {
        RunWork.Update => Words.Update(now.Player.ToUpperInvariant()).ToString(),
        RunWork.Drawing => Words.DrawingPictures.ToString(),
        RunWork.Examining => Words.Examination.ToString(),
        RunWork.Saving => Words.Checkpoint.ToString(),
        _ => Words.BetweenSteps.ToString(),
    };

    /// <param name="e">The step.</param>
    /// <param name="scores">Whether D's answers are scores instead of probabilities.</param>
    internal static string Values(StepCompleted e, bool scores = false)
    {
        string Number(string name) => e.Values.TryGetValue(name, out var value) ? value.ToString("F2", CultureInfo.InvariantCulture) : "–";
        var distance = e.Values.ContainsKey("w_distance") ? Words.Distance(Number("w_distance")).ToString() : "";
        if (scores && e.Values.ContainsKey("d_real")) return Words.LossDGScoreRealFake(Number("loss_d"), Number("loss_g"), Number("d_real"), Number("d_fake")).ToString() + distance;
        return e.Values.ContainsKey("d_real")
            ? Words.LossDGDRealD(Number("loss_d"), Number("loss_g"), Number("d_real"), Number("d_fake")).ToString()
            : string.Join(" · ", e.Values.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:G4}")));
    }

    /// <summary>One sample's shape.</summary>
    internal static string Schema(SampleSchema schema) => schema.View().HasPlot ? Words.PointsCoordinates(schema.Values).ToString() : schema.ToString();

    private static string Count(long parameters) => parameters >= 100_000
        ? string.Create(CultureInfo.InvariantCulture, $"{parameters / 1e6:0.0#} M") : string.Create(CultureInfo.InvariantCulture, $"{parameters}");
}
