using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Folders;
using Adversa.Training.Judges;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Studies;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa augment RUN</c>: whether a generator's samples help a classifier whose data is scarce.</summary>
internal static class AugmentCommand
{
    internal static Command Create(Terminal terminal)
    {
        var run = Run(optional: true);
        var runs = new WholeOption("--runs", "N", 2, 100, Words.ClassifiersOfEachArm);
        var steps = new WholeOption("--steps", "N", 1, 1_000_000, Words.BatchesOfEachLearns);
        var ofEach = new WholeOption("--of-each", "N", 1, 100_000, Words.SamplesOfEachClassAfterFilling);
        var threads = new WholeOption("--threads", "T", 1, 1024, Words.ThreadsOfOneOperation);
        var device = new DeviceOption();
        var command = Command("augment", Words.SaysWhetherRunsSamplesHelpClassifier);
        command.Arguments.Add(run);
        foreach (var option in new Option[] { runs, steps, ofEach, threads, device }) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var study = new AugmentStudy((int)(runs.Of(parsed) ?? 8), (int)(steps.Of(parsed) ?? 300), (int)(ofEach.Of(parsed) ?? 0));
            var chosenThreads = (int?)threads.Of(parsed);
            var folder = parsed.Folder(run);
            return ComputeThread.Run(() =>
            {
                device.Start(parsed, chosenThreads);
                using var trained = new TrainedModel(folder, terminal.Warn);
                var recipe = trained.Plan.Recipe;
                if (trained.Model is not ISampler { TakesClass: true })
                    throw new AdversaException(2014, ExitCode.Usage, Words.DrawsNoClassOnDemand(recipe.Variant));
                var real = trained.Data.Train;
                RunClasses.Require(trained.Manifest, trained.Plan, real);
                foreach (var note in real.Notes) terminal.Warn(3046, note);
                var test = ClassifierExam.Open(new(Whole(recipe.Data), recipe.Size), other: null, real.Fingerprint, real.Schema, real.ClassNames);
                if (MatchedClasses.SaidOf(test) is { } unmatched) terminal.Warn(3048, unmatched);
                var progress = new CountProgress(terminal, Words.Classifiers);
                var result = (study with { Progress = (done, all) => progress.At(done, all), Warn = note => terminal.Warn(3012, note) }).Run(real, test, (k, seeds) => SampleSheet.Values(trained.Model, trained.SamplingNetwork, seeds, k));
                progress.End();
                Show(terminal, result);
                return 0;
            });
        });
        return command;
    }

    /// <summary>Scarce classes are examined on as many samples as others.</summary>
    private static string Whole(string data) => data.StartsWith(FewLabels.ImbalancedPrefix, StringComparison.Ordinal) ? data[FewLabels.ImbalancedPrefix.Length..] : data;

    private static void Show(Terminal terminal, AugmentResult result)
    {
        var json = new JsonObject { ["verdict"] = Name(result.Verdict), ["counts"] = new JsonArray([.. result.Counts.Select(count => (JsonNode)count)]) };
        terminal.ForPeople($"{"",-10} {"macro-F1",10} {Words.Accuracy.ToString(),10} {Words.RareRecall.ToString(),13}");
        foreach (var (arm, scores) in result.Scores)
        {
            var (f1, accuracy, rare) = (result.MacroF1(arm).Average(), scores.Average(score => score.Accuracy), result.RareRecall(arm).Average());
            json[arm] = new JsonObject { ["macro_f1"] = Math.Round(f1, 6), ["accuracy"] = Math.Round(accuracy, 6), ["rare_recall"] = Math.Round(rare, 6), ["runs"] = scores.Count };
            terminal.ForPeople(string.Create(CultureInfo.InvariantCulture, $"{arm,-10} {f1,10:F4} {accuracy,10:F4} {rare,13:F4}"));
        }

        foreach (var (name, gain) in new[] { ("over_real", result.OverReal), ("over_classic", result.OverClassic) })
            json[name] = new JsonObject
            {
                ["mean"] = Math.Round(gain.Mean, 6), ["low"] = gain.Interval is { } a ? Math.Round(a.Low, 6) : null, ["high"] = gain.Interval is { } b ? Math.Round(b.High, 6) : null,
                ["p"] = Math.Round(gain.P, 6), ["pairs"] = gain.Differences.Count,
            };
        (json["gan_train"], json["gan_test"]) = (Math.Round(result.GanTrain, 6), Math.Round(result.GanTest, 6));
        terminal.ForPrograms("augment", json);
        terminal.ForPeople(string.Create(CultureInfo.InvariantCulture, $"GAN-train {result.GanTrain:F4} · GAN-test {result.GanTest:F4}"));
        terminal.ForPeople(result.Sentence.ToString());
        terminal.ForPeople(Words.ClassifiersOfEachArmPaired(result.OverReal.Differences.Count).ToString());
    }

    private static string Name(AugmentVerdict? verdict) => verdict switch { AugmentVerdict.Use => "use", AugmentVerdict.Harmful => "harmful", null => "undecided", _ => "no effect" };
}
