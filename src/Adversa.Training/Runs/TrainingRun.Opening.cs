using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Formats.Disk;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Diagnostics;
using Adversa.Training.Folders;
using Adversa.Training.Planning;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Reports;

namespace Adversa.Training.Runs;

// How a run comes to be: begun anew, or taken up where its newest good checkpoint stands.
public sealed partial class TrainingRun
{
    /// <summary>Begins a run: everything is built and checked before the folder exists.</summary>
    /// <param name="plan">What to train.</param>
    /// <param name="source">The opened data.</param>
    /// <param name="path">The new folder; it must be empty or missing.</param>
    /// <param name="command">The line that repeats the run.</param>
    /// <param name="check">Looks at what was built before the folder is made; what it throws ends the start, and leaves nothing.</param>
    /// <exception cref="AdversaException">ADV2006: the folder is in use; ADV5006: it cannot be written.</exception>
    public static TrainingRun Start(Plan plan, ISampleSource source, string path, string command, Action<Setup>? check = null)
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new AdversaException(2006, ExitCode.Usage, new RunFolder(path).IsRun
                ? Words.IsNotEmpty(path, ShellWords.Me, ShellWords.Quote(path))
                : Words.IsNotEmptyAndHoldsNo(path));
        var setup = new Setup(plan, source);
        var isNew = !Directory.Exists(path);
        RunLock? taken = null;
        try
        {
            _ = setup.HeldOut;                // an error in the test part is said now, not when it is first looked at
            check?.Invoke(setup);
            Directory.CreateDirectory(path);
            var folder = new RunFolder(path);
            taken = RunLock.Take(folder.Path);
            var id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes($"{plan.Recipe.Hash()} {Environment.MachineName} {Environment.ProcessId} {Stopwatch.GetTimestamp()} {DateTime.UtcNow.Ticks}")))[..16];
            folder.WriteRecipe(plan.Recipe, plan.Origins);
            folder.WriteEnvironment(Describe(id, setup));
            folder.WriteCommand(command);
            if (isNew && System.IO.Path.GetDirectoryName(folder.Path) is { } parent) Posix.Sync(parent, folder: true);
            return new TrainingRun(folder, plan.Recipe, setup, taken, id, checkpoint: null, isResumed: false);
        }
        catch (Exception e)
        {
            setup.Dispose();
            if (taken is not null || isNew) Undo(path, isNew, keepFiles: taken is null);
            taken?.Dispose();
            if (DiskTrouble.Is(e)) throw NotWritable(path, e);
            throw;
        }
    }

    /// <summary>Goes on where the newest good checkpoint stands; from the beginning when none was saved yet.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="steps">Another end than the recipe's.</param>
    /// <param name="minutes">Another limit than the recipe's.</param>
    /// <param name="warn">Told of damaged checkpoints and of anything else that makes the resumed run differ.</param>
    /// <param name="check">Looks at what was loaded, and at how long it has trained, before anything is written; what it throws ends the resume, and changes nothing. Not asked where nothing is left to do.</param>
    /// <param name="moved">Where its data lies now; null where it always was.</param>
    /// <exception cref="AdversaException">ADV6002 with exit 4: checkpoints are there, and none is usable. ADV7001: the run is locked. ADV3016: the moved data is not the run's.</exception>
    public static TrainingRun Resume(RunFolder folder, long? steps, double? minutes, Action<int, Text> warn, Action<Setup, TimeSpan>? check = null,
        MovedData? moved = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(warn);
        var taken = RunLock.Take(folder.Path);
        Setup? setup = null;
        try
        {
            folder.Checkpoints.Clean();
            AtomicFile.Clean(folder.Path);
            AtomicFile.Clean(folder.Samples);
            AtomicFile.Clean(folder.Averages.Path);
            var (good, bad) = folder.Checkpoints.Newest();
            foreach (var damaged in bad) warn(6002, Words.IsDamagedAndIsNotUsed(damaged.Path, damaged.Problem));
            if (good is null && bad.Count > 0) throw new AdversaException(6002, ExitCode.Checkpoint, TrainedModel.Unusable(folder, bad.Count));

            var values = folder.Recipe;
            var at = good?.Step ?? 0;
            var isThere = steps == at && minutes is null;                // nothing to do, and nothing changes
            if (steps < at && minutes is null) throw new AdversaException(2012, ExitCode.Usage, Words.StepsIsStepToTrainUp(at, steps, at + steps));
            if (values["schedule"] is JsonObject schedule) steps = WithSchedule(schedule, steps);
            if (steps is not null) values["steps"] = steps;
            if (steps is not null && minutes is null) values["minutes"] = 0;      // an end that was asked for now outweighs an old limit
            if (minutes is not null) values["minutes"] = minutes + Math.Round((good?.Manifest?.Seconds ?? 0) / 60, 4);      // so many more
            if (good is not null && CheckpointStore.NumberOf(good, AverageStore.StepsName) is null) values["averages"] = 0;      // begun without them, as by an earlier version
            var before = values["data"]?.ToString() ?? "";
            if (moved is not null) values["data"] = HoldOut.Again(before, moved.Spec);
            var resolver = new RecipeResolver().Add("recipe.json", values);
            var source = Opened(resolver.Preview(), folder, mayHaveMoved: moved is null);
            moved?.Require(folder, good?.Manifest?.DataFingerprint, source, before);
            var plan = resolver.Resolve(source.Schema);
            if (good?.Manifest is { } manifest) Compare(folder, manifest, plan, source, warn);
            setup = new Setup(good is null ? plan : Treated(plan, good, source.Schema), source, begins: good is null);
            if (good is not null) LoadInto(setup, good, folder, plan.Recipe);
            if (setup.Trainer.Round < plan.Recipe.Steps) check?.Invoke(setup, TimeSpan.FromSeconds(good?.Manifest?.Seconds ?? 0));
            if ((steps is not null || minutes is not null) && !isThere) folder.WriteRecipe(plan.Recipe, origins: null);
            moved?.Keep(folder, plan.Recipe, source, before, at);
            return new TrainingRun(folder, plan.Recipe, setup, taken, folder.Id, good, isResumed: true);
        }
        catch (Exception e)
        {
            setup?.Dispose();
            taken.Dispose();
            if (DiskTrouble.Is(e)) throw NotWritable(folder.Path, e);
            throw;
        }
    }

    /// <summary>Opens the data; where it is gone, says how to name it anew.</summary>
    private static ISampleSource Opened(Recipe recipe, RunFolder folder, bool mayHaveMoved)
    {
        try
        {
            return recipe.OpenData().Train;
        }
        catch (AdversaException e) when (mayHaveMoved && e.Code is (3001 or 3007))
        {
            var line = new Suggestion("resume", folder.Path, "--data", Words.PATH.ToString());
            throw new AdversaException(e.Code, e.Exit, Words.DataMayHaveMoved(e.Text, line), e);
        }
    }

    /// <summary>The recipe with what the doctor had changed by then.</summary>
    private static Plan Treated(Plan plan, CheckpointInfo checkpoint, SampleSchema schema) =>
        TrainingDoctor.ChangesIn(CheckpointStore.BytesOf(checkpoint, $"doctor.{TrainingDoctor.ChangesName}"))
            .Aggregate(plan, (treated, change) => Treatments.Apply(treated, change, schema));

    /// <summary>Takes the end of a schedule along when a run is to go beyond it; one that only a time limit ends stops where the rates become 0.</summary>
    private static long? WithSchedule(JsonObject schedule, long? steps)
    {
        var end = schedule["steps"]?.GetValue<long>() ?? 0;
        if (end == 0 || steps is null || steps <= end) return steps;
        if (steps == Recipe.EndlessSteps) return schedule["final"]?.GetValue<double>() is 0 ? end : steps;
        schedule["steps"] = steps;
        return steps;
    }

    /// <summary>Takes back what a start that failed has made; files only where the lock was ours.</summary>
    private static void Undo(string path, bool isNew, bool keepFiles) => Quietly.Try(() =>
    {
        if (!Directory.Exists(path)) return;
        foreach (var file in keepFiles ? [] : Directory.GetFiles(path)) File.Delete(file);
        if (isNew && !Directory.EnumerateFileSystemEntries(path).Any()) Directory.Delete(path);
    });

    private static JsonObject Describe(string id, Setup setup) => new()
    {
        ["run"] = id,
        ["started"] = DateTime.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["adversa"] = typeof(TrainingRun).Assembly.GetName().Version?.ToString(3),
        ["libtorch"] = Engine.TorchVersion,
        ["dotnet"] = Environment.Version.ToString(),
        ["os"] = RuntimeInformation.OSDescription,
        ["device"] = Engine.Device.ToString(),
        ["deterministic"] = Engine.IsDeterministic,
        ["threads"] = Engine.Threads,
        ["instructions"] = Engine.CpuCapability,
        ["data"] = setup.Source.Name,
        ["dataFingerprint"] = setup.Source.Fingerprint,
        [NextSteps.DrawsKey] = setup.Model is ISampler,
        [NextSteps.ReconstructsKey] = setup.Model is IReconstructor,
    };

    private static void Compare(RunFolder folder, CheckpointManifest manifest, Plan plan, ISampleSource source, Action<int, Text> warn)
    {
        RunClasses.Require(manifest, plan, source);
        if (manifest.RecipeHash != plan.Recipe.Hash())
        {
            var edits = RecipeEdits.Since(folder, manifest.RecipeHash, plan.Recipe);
            warn(6004, Words.RecipeHasChangedSinceCheckpointSaved(edits.Length > 0 ? Text.Same($": {edits}.") : Words.InRecipeJsonOrBySteps));
        }

        if (manifest.DataFingerprint != source.Fingerprint) warn(3013, Words.DataHasChangedSinceCheckpointSaved(plan.Recipe.Data));
        SayOldCounting(manifest, plan.Recipe, warn);
        foreach (var (name, now) in new (string, JsonNode)[] { ("libtorch", Engine.TorchVersion), ("device", Engine.Device.ToString()), ("threads", Engine.Threads), ("instructions", Engine.CpuCapability) })
            if (folder.Environment[name] is { } then && then.ToJsonString() != now.ToJsonString()) warn(6005, Words.IsRunBegun(name, now, then));
    }

    /// <summary>Says of a run of an earlier version that it goes on counting as it began, where that differs from what a run counts now.</summary>
    private static void SayOldCounting(CheckpointManifest manifest, Recipe recipe, Action<int, Text> warn)
    {
        if (manifest.AveragedImages is not null || manifest.EmaHalfLife == 0 || manifest.Images <= (manifest.Step + 1) * recipe.Batch * recipe.Accumulate) return;
        warn(6006, Words.RunBegunByEarlierVersionCounted);
    }

    /// <summary>Loads a checkpoint; where it does not fit because the recipe was edited, that is what is said.</summary>
    private static void LoadInto(Setup setup, CheckpointInfo good, RunFolder folder, Recipe recipe)
    {
        try
        {
            CheckpointStore.Load(good, setup);
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Checkpoint && good.Manifest is { } manifest && manifest.RecipeHash != recipe.Hash())
        {
            throw new AdversaException(6003, ExitCode.Checkpoint, RecipeEdits.Unfit(folder, RecipeEdits.Since(folder, manifest.RecipeHash, recipe), e.Text), e);
        }
    }

    private static AdversaException NotWritable(string path, Exception e) => new(5006, ExitCode.Resource, Words.RunsFolderCannotBeWrittenDisk(path, DiskTrouble.Of(e)), e);
}
