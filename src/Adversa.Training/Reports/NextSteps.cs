using Adversa.Data;
using Adversa.Models;
using Adversa.Training.Evaluations;
using Adversa.Training.Folders;
using Adversa.Training.Judges;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;

namespace Adversa.Training.Reports;

/// <summary>What can be done next with a run: lines that end well on it. Whoever offers one takes it from here, and a test runs them all.</summary>
public sealed class NextSteps
{
    private const string Distances = "fd,kid,pr,dc", Likeness = "ssim,psnr";

    private NextSteps(string run, long step, bool draws, bool isJudged, Suggestion? evaluate)
    {
        (IsJudged, Evaluate) = (isJudged, evaluate);
        if (draws) Sample = new("sample", run, "--seeds", "0-63", "-o", "grid.png");
        if (step is > 0 and < Recipes.Recipe.EndlessSteps / 2) TrainOn = new("resume", run, "--steps", (2 * step).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Nothing.</summary>
    public static NextSteps None { get; } = new("", 0, draws: false, isJudged: false, evaluate: null);

    /// <summary>Whether a judge knows the truth of the data, or an examination the classes.</summary>
    public bool IsJudged { get; }

    /// <summary>Measures the run; null where nothing can: a classifier whose data has no test part, too few real samples, data that is gone.</summary>
    public Suggestion? Evaluate { get; }

    /// <summary>Draws from it; null for what draws nothing.</summary>
    public Suggestion? Sample { get; }

    /// <summary>Draws one class; null for a model that takes none.</summary>
    public Suggestion? OfClass { get; private set; }

    /// <summary>Trains it twice as long; null before its first step.</summary>
    public Suggestion? TrainOn { get; }

    /// <summary>All of them.</summary>
    public IEnumerable<Suggestion> All => new[] { Sample, OfClass, Evaluate, TrainOn }.OfType<Suggestion>();

    /// <summary>Of a run that has been trained here.</summary>
    /// <param name="setup">Its parts.</param>
    /// <param name="run">How the lines name it.</param>
    public static NextSteps Of(Setup setup, string run)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var recipe = setup.Plan.Recipe;
        var next = Of(run, setup.Trainer.Round, setup.Data, setup.Model is ISampler, setup.Model is IReconstructor);
        if (setup.Model is ISampler { TakesClass: true } && RunClasses.Of(setup.Source) is { } classes) next.OfClass = new("sample", run, "--class", classes[0], "-o", "class.png");
        return next;
    }

    /// <summary>Of a run in its folder; opens its data to see what can be measured.</summary>
    /// <param name="folder">The run.</param>
    public static NextSteps Of(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var (environment, step) = (folder.Environment, folder.Status["step"] is System.Text.Json.Nodes.JsonValue at && at.TryGetValue<long>(out var reached) ? reached : 0);
        if (Fact(environment, DrawsKey) is not { } draws || Fact(environment, ReconstructsKey) is not { } reconstructs) return None;      // of an older version
        try
        {
            using var data = new RecipeResolver().Add("recipe.json", folder.Recipe).Preview().OpenData();
            return Of(folder.Path, step, data, draws, reconstructs);
        }
        catch (AdversaException)
        {
            return None;                         // a recipe that cannot be read: nothing works on this run
        }
    }

    /// <summary>What a run's environment says of its model, so that nothing has to be built to know it.</summary>
    internal const string DrawsKey = "draws", ReconstructsKey = "reconstructs";

    private static NextSteps Of(string run, long step, RunData data, bool draws, bool reconstructs)
    {
        try
        {
            var source = data.Train;
            var isJudged = draws ? JudgeBench.Knows(data) : !reconstructs && data.TestOfSameClasses is not null;
            var metrics = draws ? Distances : reconstructs && source.Schema.Kind == FieldKind.Image ? Likeness : null;
            Suggestion? evaluate = isJudged ? new("evaluate", run)
                : metrics is not null && new HeldOut(data).Half(Evaluations.Evaluation.LeastReal) >= Evaluations.Evaluation.LeastReal ? new("evaluate", run, "--metrics", metrics) : null;
            return new(run, step, draws, isJudged, evaluate);
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            return new(run, 0, draws, isJudged: false, evaluate: null);      // without its data a run can still be drawn from
        }
    }

    private static bool? Fact(System.Text.Json.Nodes.JsonObject environment, string name) =>
        environment[name] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<bool>(out var fact) ? fact : null;
}
