using System.CommandLine;
using System.Globalization;
using Adversa.Cli.Output;
using Adversa.Data;
using Adversa.Metrics.Evaluation;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Checkpoints;
using Adversa.Training.Evaluations;
using Adversa.Training.Folders;
using Adversa.Training.Judges;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa evaluate RUN</c>: what the data's judge says of fresh samples; of a classifier, how well it names unseen ones.</summary>
internal static class EvaluateCommand
{
    internal static Command Create(Terminal terminal)
    {
        var run = new Argument<string>("RUN") { Description = Words.RunOrDataToJudge.ToString(), Arity = ArgumentArity.ZeroOrOne };
        var count = new WholeOption("--count", "N", 100, 100_000, Words.SamplesToJudge);
        var min = new Option<string[]>("--min") { Description = Words.GateExitWhenValueIsBelow.ToString(), HelpName = "metric=value" };
        var max = new Option<string[]>("--max") { Description = Words.GateExitWhenValueIsAbove.ToString(), HelpName = "metric=value" };
        var metrics = Text("--metrics", "LIST", Words.NumbersWithTheirProtocolAndWhat(string.Join(", ", Evaluation.Names)));
        var space = Text("--space", "SPACE", Words.WithMetricsOwnByDefaultPixels);
        var best = new Option<bool>("--best") { Description = Words.JudgeCheckpointWhoseSamplesCameNearest.ToString() };
        var ema = Text("--ema", "WIDTH|best", Words.AverageOfLengthOrBestOfSeveral);
        var data = Text("--data", "SPEC", Words.ForClassifiersLabelledDataToExamine);
        var against = Text("--against", "SPEC", Words.WhatDataIsComparedWith);
        var size = new WholeOption("--size", "N", 8, 1024, Words.SideToWhichBothAreBrought);
        var device = new DeviceOption();
        var command = Command("evaluate", Words.JudgesRunsSamplesByTruth);
        command.Arguments.Add(run);
        foreach (var option in new Option[] { count, best, ema, metrics, space, min, max, data, against, size, device }) command.Options.Add(option);
        min.Checks(parsed => UsageErrors.Each(parsed.GetValue(min) ?? [], text => EvaluateGates.Gate(text, isMaximum: false)));
        max.Checks(parsed => UsageErrors.Each(parsed.GetValue(max) ?? [], text => EvaluateGates.Gate(text, isMaximum: true)));
        metrics.Checks(parsed => EvaluateMetrics.Names(parsed.GetValue(metrics)!));
        ema.Checks(parsed => ChosenLength.Check(parsed.GetValue(ema)!, mayBeBest: true));
        space.Checks(parsed => EvaluateMetrics.CheckSpace(parsed.GetValue(space)!));
        command.SetAction(parsed =>
        {
            var bars = EvaluateGates.Of(parsed.GetValue(min), parsed.GetValue(max));
            var asked = new Asked(parsed.GetValue(metrics) is { } list ? EvaluateMetrics.Names(list) : null, parsed.GetValue(space), parsed.GetValue(best),
                parsed.PathOf(data), parsed.PathOf(against), (int)(count.Of(parsed) ?? 2000), (int?)size.Of(parsed), parsed.GetValue(ema));
            var isOfSets = asked.Against is not null && EvaluateSets.IsData(parsed.GetValue(run));
            asked.Check(isOfSets);
            var folder = isOfSets ? null : EvaluateSets.Run(parsed.GetValue(run));
            if (asked.Space is { } file) EvaluateMetrics.CheckFile(file);
            return ComputeThread.Run(() =>
            {
                device.Start(parsed);
                return (int)(folder is null ? Judge(terminal, bars, EvaluateSets.Measure(terminal, parsed.GetValue(run)!, asked, bars)) : OfRun(terminal, folder, asked, bars));
            });
        });
        return command;
    }

    /// <summary>What is asked of an evaluation, beside its gates.</summary>
    internal sealed record Asked(IReadOnlyList<string>? Metrics, string? Space, bool Best, string? Data, string? Against, int Count, int? Size, string? Ema)
    {
        /// <summary>Refuses what does not go together, as far as that can be told before a run is opened.</summary>
        /// <exception cref="AdversaException">ADV2014: it does not.</exception>
        internal void Check(bool isOfSets)
        {
            Text? refusal = isOfSets && (Data is not null || Best || Ema is not null) ? Words.DataAndBestAreOfRuns
                : !isOfSets && Size is not null ? Words.SizeIsOfTwoSets
                : !isOfSets && Space is not null && Metrics is null ? Words.SpaceGoesWithMetricsSuchAs : null;
            ChosenLength.CheckAlone(Ema is not null, Best);
            if (refusal is { } text) throw new AdversaException(2014, ExitCode.Usage, text);
        }
    }

    private static ExitCode OfRun(Terminal terminal, RunFolder folder, Asked asked, EvaluateGates bars)
    {
        var (metrics, other, strange) = (asked.Metrics, asked.Data, asked.Against);
        using var trained = new TrainedModel(folder, terminal.Warn, asked.Best);
        var gates = bars.For(RunClasses.Of(trained.Manifest));
        if (asked.Best && !trained.IsBest) terminal.Talk(Words.NoBestCheckpointIsKnown.ToString());
        var recipe = trained.Plan.Recipe;
        if (asked.Ema is { } ema) ChosenLength.Take(terminal, trained, ema, EvaluateMetrics.Space(asked.Space, trained.Manifest.Schema), asked.Count);
        if (other is null) Reports.Data(terminal, trained);
        if (trained.Model is IClassifier classifier)
        {
            if (metrics is not null) throw new AdversaException(2014, ExitCode.Usage, Words.MetricsIsForWhatDrawsSamples(recipe.Variant));
            gates.Check(EvaluationNumbers.OfExam(classifier.Schema, strange is not null));
            var exam = Exam(classifier, trained.Data, trained.Manifest, other, strange, asked.Count);
            Show(terminal, exam, trained);
            if (other is null) Reports.Keep(terminal, folder, exam, trained.Manifest.Step, trained.Manifest.Images, trained.IsBest);
            return Judge(terminal, gates, exam);
        }

        if (other is not null || strange is not null) throw new AdversaException(2014, ExitCode.Usage, Words.DataAndAgainstAreForClassifiers(recipe.Variant));
        if (trained.Model is not ISampler && !(trained.Model is IReconstructor && metrics is not null))
            throw new AdversaException(2014, ExitCode.Usage, Words.DrawsNoSamples(recipe.Variant, trained.Model is IReconstructor ? Words.OfReconstructionsMetricsSsimPsnr : Text.None));
        if (metrics is null && OfTranslator(terminal, trained, gates, asked.Count) is { } told)
        {
            Show(terminal, told, trained, aboutIntervals: false);
            if (trained.Chosen is null) Reports.Keep(terminal, folder, told, trained.Manifest.Step, trained.Manifest.Images, trained.IsBest);
            return Judge(terminal, gates, told);
        }

        if ((metrics is null ? EvaluationNumbers.OfJudge(trained.Data, trained.Manifest.Schema) : EvaluationNumbers.OfMetrics(metrics, trained.Model, trained.Data)) is { } numbers) gates.Check(numbers);
        if (metrics is not null) return Judge(terminal, gates, EvaluateMetrics.Run(terminal, trained, folder, metrics, EvaluateMetrics.Space(asked.Space, trained.Manifest.Schema), asked.Count));
        using var judge = JudgeBench.Open(trained.Data, trained.Manifest.Schema, RunSession.JudgeProgress(terminal)) ?? throw new AdversaException(3014, ExitCode.Data, Words.NoJudgeKnowsTruth(recipe.Data));
        var report = judge.JudgeWithIntervals(SampleSheet.Values(trained.Model, trained.SamplingNetwork, SampleSheet.Seeds(0, asked.Count)), trained.Manifest.Schema.Values);
        Show(terminal, report, trained);
        if (trained.Chosen is null) Reports.Keep(terminal, folder, report, trained.Manifest.Step, trained.Manifest.Images, trained.IsBest);
        return Judge(terminal, gates, report);
    }

    /// <summary>How near a translator comes to the truth, or whether pictures show what their sentences say; null where nothing of the kind can be asked.</summary>
    private static JudgeReport? OfTranslator(Terminal terminal, TrainedModel trained, EvaluateGates gates, int count)
    {
        if (trained is not { Model: ITranslator translator, Examples: { } examples }) return null;
        if (TranslationExam.CanTake(translator, examples))
        {
            gates.Check(TranslationExam.Numbers);
            return TranslationExam.Take(translator, trained.SamplingNetwork, examples, count);
        }

        if (EditExam.CanTake(trained.Model, trained.Data.Spec))
        {
            gates.Check(EditExam.Numbers);
            return EditExam.Take(trained.Model, trained.SamplingNetwork);
        }

        if (!CaptionExam.CanTake(translator, trained.Data.Spec)) return null;
        gates.Check(CaptionExam.Numbers);
        using var reader = CaptionReader.For(trained.Manifest.Schema.Height, JudgeBench.Cache, RunSession.JudgeProgress(terminal));
        return CaptionExam.Take(translator, trained.SamplingNetwork, examples, reader, count);
    }

    private static JudgeReport Exam(IClassifier classifier, RunData learnedFrom, CheckpointManifest learned, string? data, string? against, int count)
    {
        var test = ClassifierExam.Open(learnedFrom, data, learned.DataFingerprint, classifier.Schema, learned.ClassNames);
        var strange = against is null ? null : DataSets.Other(against, classifier.Schema, null);
        return ClassifierExam.Take(classifier, test, strange, count);
    }

    private static void Show(Terminal terminal, JudgeReport report, TrainedModel trained, bool aboutIntervals = true)
    {
        Reports.Evaluation(terminal, report, trained.Manifest.Step, trained.Manifest.Images, trained.IsBest);
        foreach (var one in report.Values) terminal.ForPeople(string.Create(CultureInfo.InvariantCulture, $"{EvaluationNumbers.ByName(one.Name, RunClasses.Of(trained.Manifest)),-18} {one.Value,-10:0.####}{(one.Interval is { } at ? $" {at.Low:0.####} – {at.High:0.####}" : "")}").TrimEnd());
        if (aboutIntervals && report.Values.Any(one => one.Interval is not null)) terminal.ForPeople(EvaluateMetrics.AboutIntervals.ToString());
        terminal.ForPeople(Words.SamplesLabel(report.Count, Sentences.Of(trained)).ToString());
        terminal.ForPeople(report.Sentence.ToString());
        terminal.ForPeople(report.Protocol.ToString());
    }

    private static ExitCode Judge(Terminal terminal, EvaluateGates gates, JudgeReport report) => gates.Judge(terminal, [.. report.Values.Select(pair => (pair.Name, (double?)pair.Value))]);

    private static ExitCode Judge(Terminal terminal, EvaluateGates gates, IReadOnlyList<Score> all) => gates.Judge(terminal, [.. all.Select(one => (one.Name, one.Value))]);
}
