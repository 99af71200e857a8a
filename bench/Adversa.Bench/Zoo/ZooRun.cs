using System.Diagnostics;
using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Events;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Runs;

namespace Adversa.Bench.Zoo;

/// <summary>One training of the zoo.</summary>
internal static class ZooRun
{
    private const long LongSteps = 4000, LongStepsOfPictures = 2000;

    /// <summary>The arms of a case: its twin, the broken run only watched, the broken run treated.</summary>
    internal const string Healthy = "healthy", Broken = "broken", Treated = "treated";

    /// <summary>And of a case that collapses: the broken run with a budget of 4,000 steps (2,000 for pictures), and the same with <c>--stop-when-worse</c>.</summary>
    internal const string Long = "long", Insured = "insured";

    /// <summary>Trains, and says what was found when.</summary>
    /// <param name="zooCase">What.</param>
    /// <param name="arm">Which arm.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="folder">A folder for the run; removed afterwards.</param>
    internal static JsonObject Train(ZooCase zooCase, string arm, long seed, string folder)
    {
        var resolver = new RecipeResolver().Add("zoo", Parse(zooCase.Recipe));
        if (arm != Healthy) resolver.Add("fault", Parse(zooCase.Fault));
        resolver.Add("zoo", Parse("""{ "logEvery": 1, "sampleEvery": 1000000, "checkpointEvery": 250 }""")).Add("zoo", "seed", seed);
        if (arm is Long or Insured) resolver.Add("zoo", "steps", zooCase.Name.EndsWith("28", StringComparison.Ordinal) ? LongStepsOfPictures : LongSteps);
        if (arm == Insured) resolver.Add("zoo", "doctor.whenWorse", "stop");
        resolver.Add("zoo", "doctor.mode", arm == Treated ? "act" : "watch");
        var preview = resolver.Preview();
        var source = preview.OpenData().Train;
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var (seen, clock) = (new Seen(), Stopwatch.StartNew());
        var exit = 0;
        using (var run = TrainingRun.Start(resolver.Resolve(source.Schema), source, folder, "bench/run zoo"))
        {
            run.Watch(seen);
            if (arm != Healthy) run.Watch(new Saboteur(run, zooCase));
            try
            {
                exit = (int)run.Go(new());
            }
            catch (AdversaException e)
            {
                exit = (int)e.Exit;
                if (e.Code == 4001) seen.Findings.Add(new JsonObject { ["step"] = seen.Step, ["finding"] = "explosion" });
            }
        }

        Directory.Delete(folder, recursive: true);
        return new()
        {
            ["case"] = zooCase.Name, ["arm"] = arm, ["seed"] = seed, ["exit"] = exit, ["steps"] = seen.Step, ["seconds"] = Math.Round(clock.Elapsed.TotalSeconds, 2),
            ["findings"] = seen.Findings, ["treatments"] = seen.Treatments, ["examined"] = seen.Examined,
        };
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private sealed class Seen : ITrainObserver
    {
        internal long Step { get; private set; }

        internal JsonArray Findings { get; } = [];

        internal JsonArray Treatments { get; } = [];

        internal JsonArray Examined { get; } = [];

        public void On(TrainEvent happened)
        {
            Step = Math.Max(Step, happened.Step);
            if (happened is Diagnosed { Diagnosis: var finding }) Findings.Add(new JsonObject { ["step"] = finding.Step, ["finding"] = finding.Name });
            if (happened is Treated treated) Treatments.Add(new JsonObject { ["step"] = treated.Step, ["finding"] = treated.Kind.ToString(), ["back_to"] = treated.BackTo, ["change"] = treated.Change });
            if (happened is not Examined e) return;
            var line = new JsonObject { ["step"] = e.Step };
            foreach (var (name, value) in e.Values) line[name] = Math.Round(value, 6);
            Examined.Add(line);
        }
    }

    private sealed class Saboteur(TrainingRun run, ZooCase zooCase) : ITrainObserver
    {
        public void On(TrainEvent happened)
        {
            if (happened is not StepCompleted || happened.Step < zooCase.Onset) return;
            using var scope = new TensorScope();
            zooCase.Sabotage?.Invoke(run.Setup);
            if (happened.Step == zooCase.Onset) zooCase.Blow?.Invoke(run.Setup);
        }
    }
}
