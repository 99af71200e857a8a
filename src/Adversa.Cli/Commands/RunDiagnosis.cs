using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Checkpoints;
using Adversa.Training.Diagnostics;
using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Reports;
using Adversa.Training.Runs;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa doctor RUN</c>: what was found while the run was watched, or what one look at its newest checkpoint shows.</summary>
internal static class RunDiagnosis
{
    internal static int Show(Terminal terminal, RunFolder run)
    {
        var log = DiagnosisLog.Read(run);
        if (log.Examinations == 0) return ComputeThread.Run(() => LookOnce(terminal, run));
        foreach (var entry in log.Entries)
            if (entry.Finding is { } finding) Tell(terminal, finding);
            else Tell(terminal, entry.Line);
        terminal.ForPrograms("diagnosis", new() { ["run"] = run.Path, ["examinations"] = log.Examinations, ["last_step"] = log.LastStep, ["findings"] = log.Entries.Count(e => e.Finding is not null), ["best_step"] = log.BestStep });
        terminal.ForPeople(Words.ExaminationsUpToStep(log.Examinations, log.LastStep, log.BestStep < 0 ? Text.None : Words.SamplesCameNearestToData(log.BestStep)).ToString());
        if (log.Entries.Count == 0) terminal.ForPeople(Nothing());
        return 0;
    }

    private static int LookOnce(Terminal terminal, RunFolder run)
    {
        Engine.Start();
        var resolver = new RecipeResolver().Add("recipe.json", run.Recipe);
        var preview = resolver.Preview();
        var (step, first, isWatched) = ((long)(run.Status["step"]?.GetValue<double>() ?? 0), preview.Doctor.EveryOf(preview.Batch), preview.Doctor.Mode != DoctorMode.Off);
        var newest = run.Checkpoints.Newest().Good ?? throw new AdversaException(6002, ExitCode.Checkpoint, isWatched
            ? Words.DoctorHasNotLookedYet(run.Path, step, first, new Suggestion("resume", run.Path))
            : Words.IsNotWatchedDoctor(run.Path, step, new Suggestion("resume", run.Path)));
        var source = preview.OpenData().Train;
        var plan = resolver.Resolve(source.Schema);
        RunClasses.Require(newest.Manifest!, plan, source);
        using var setup = new Setup(plan, source, begins: false);
        CheckpointStore.Load(newest, setup);
        var look = setup.Doctor.LookOnce(newest.Step, setup.Trainer.Images, setup.Trainer.SamplingNetwork);
        foreach (var note in setup.Doctor.Notes) terminal.Warn(3012, note);
        terminal.ForPeople(isWatched
            ? Words.DoctorHasNotLookedAtRun(step, first, newest.Step).ToString()
            : Words.RunNotWatched(newest.Step).ToString());
        foreach (var finding in look.Findings) Tell(terminal, finding);
        if (look.Findings.Count == 0) terminal.ForPeople(Nothing());
        terminal.ForPrograms("diagnosis", new() { ["run"] = run.Path, ["examinations"] = 0, ["last_step"] = newest.Step, ["findings"] = look.Findings.Count });
        return 0;
    }

    private static void Tell(Terminal terminal, Diagnosis finding)
    {
        terminal.ForPeople(string.Create(CultureInfo.InvariantCulture, $"ADV{finding.Code:D4}  {Sentences.Diagnosed(finding)}"));
        terminal.ForPrograms("finding", new()
        {
            ["step"] = finding.Step, ["code"] = string.Create(CultureInfo.InvariantCulture, $"ADV{finding.Code:D4}"), ["finding"] = finding.Name,
            ["evidence"] = new JsonObject(finding.Evidence.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value)))),
            ["message"] = finding.Text.English, ["remedy"] = finding.Remedy.English,
        });
    }

    private static void Tell(Terminal terminal, JsonObject treatment)
    {
        terminal.ForPeople($"ADV4012  {Words.StepBackToStep(treatment["step"], treatment["back_to"])} {treatment["change"]?.ToJsonString()}");
        terminal.ForPrograms("treatment", new() { ["step"] = treatment["step"]?.DeepClone(), ["back_to"] = treatment["back_to"]?.DeepClone(), ["change"] = treatment["change"]?.DeepClone() });
    }

    private static string Nothing() => Words.NothingFoundIsNoProof.ToString();
}
