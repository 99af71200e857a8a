using System.Text.Json.Nodes;
using Adversa.Core.Options;
using Adversa.Metrics.Evaluation;
using Adversa.Training.Recipes;
using Adversa.Training.Reports;
using Option = Adversa.Core.Options.Option<Adversa.Training.Studies.Study>;

namespace Adversa.Training.Studies;

/// <summary>A question with what is needed to answer it: systems, seeds, equal budgets, and the number that decides.</summary>
/// <param name="Name">The name of its folder: letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="Question">What is asked, in one sentence.</param>
/// <param name="Systems">Two to eight systems by name, each a <see cref="StudySystem"/>.</param>
/// <param name="Seeds">Runs of each system, 1 to 200; 8 by default. Five can never decide at 0.05.</param>
/// <param name="FirstSeed">The seed of the first; the others follow.</param>
/// <param name="Images">The budget in real samples shown; 0 for none. A study may have both budgets, and then has two verdicts.</param>
/// <param name="Seconds">The budget in seconds of training; 0 for none.</param>
/// <param name="Metric">The judge's number that decides, such as <c>high_quality</c>.</param>
/// <param name="Better"><c>higher</c> or <c>lower</c>; may be left out for a number that is known.</param>
/// <param name="Count">Samples that are judged, 100 to 100,000; 2000 by default.</param>
/// <param name="Draws">How many such sets of samples each run is judged by, 1 to 20; 3 by default. Their mean counts, their spread is the noise of the measurement.</param>
/// <param name="Alpha">The chance of a wrong "better" in the whole study that is accepted, 0.0001 to 0.5; 0.05 by default.</param>
/// <param name="Threads">Threads of one operation; 1 by default, so that the numbers do not depend on the machine's cores.</param>
public sealed record Study(string Name = "", string Question = "", JsonObject? Systems = null, int Seeds = 8, long FirstSeed = 0, long Images = 0, double Seconds = 0,
    string Metric = "", string Better = "", int Count = 2000, int Draws = 3, double Alpha = 0.05, int Threads = 1)
{
    private const int MostSystems = 8, MostSeeds = 200;

    /// <summary>Each member said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<Study> List { get; } = new(new Study(),
    [
        Option.Word("name", s => s.Name, (s, x) => s with { Name = x }),
        Option.Word("question", s => s.Question, (s, x) => s with { Question = x }),
        Option.Object("systems", s => s.Systems, (s, x) => s with { Systems = x }),
        Option.Int("seeds", s => s.Seeds, (s, x) => s with { Seeds = x }, 1, MostSeeds),
        Option.Long("firstSeed", s => s.FirstSeed, (s, x) => s with { FirstSeed = x }, -Recipe.MostSeed, Recipe.MostSeed - MostSeeds),
        Option.Long("images", s => s.Images, (s, x) => s with { Images = x }, 0, 1_000_000_000),
        Option.Real("seconds", s => s.Seconds, (s, x) => s with { Seconds = x }, 0, 1_000_000),
        Option.Word("metric", s => s.Metric, (s, x) => s with { Metric = x }),
        Option.Word("better", s => s.Better, (s, x) => s with { Better = x }),
        Option.Int("count", s => s.Count, (s, x) => s with { Count = x }, 100, 100_000),
        Option.Int("draws", s => s.Draws, (s, x) => s with { Draws = x }, 1, 20),
        Option.Real("alpha", s => s.Alpha, (s, x) => s with { Alpha = x }, 0.0001, 0.5),
        Option.Int("threads", s => s.Threads, (s, x) => s with { Threads = x }, 1, 1024),
    ], "");

    /// <summary>The file that it was read from, as the user named it; empty when it was made in a program.</summary>
    public string File { get; init; } = "";

    /// <summary>The line that does it.</summary>
    internal Suggestion Again => new("experiment", File.Length > 0 ? Path.GetFullPath(File) : $"{Name}.json");

    /// <summary>The systems, in the order of the file.</summary>
    public IReadOnlyList<(string Name, StudySystem System)> Listed() => [.. (Systems ?? []).Select(pair => (pair.Key, Read(pair.Key, pair.Value)))];

    /// <summary>Which way the number goes; null when nobody knows.</summary>
    public bool? RisesWithQuality() => Better switch { "higher" => true, "lower" => false, _ => MetricCatalog.RisesWithQuality(Metric) };

    /// <summary>Reads a study.</summary>
    /// <param name="path">The file: JSON, with <c>//</c> comments if wanted.</param>
    /// <exception cref="AdversaException">ADV2020, ADV2021, ADV2080: it is none, or asks for something impossible; all problems at once.</exception>
    public static Study Load(string path)
    {
        var study = List.Read(RecipeText.Read(path), "a study");
        study = study with { File = path, Name = study.Name.Length == 0 ? Path.GetFileNameWithoutExtension(path) : study.Name };
        var problems = study.Problems().ToList();
        return problems.Count == 0 ? study : throw new AdversaException(2080, ExitCode.Usage, Words.Colon(path, Text.Join(" ", problems)));
    }

    /// <summary>The study as JSON, complete.</summary>
    public JsonObject ToJson() => List.Write(this);

    private IEnumerable<Text> Problems()
    {
        if (!IsName(Name)) yield return Words.NameIsMayHaveLettersDigits(Name);
        if (Listed().Count is < 2 or > MostSystems) yield return Words.SystemsHasMembers(Listed().Count, MostSystems);
        foreach (var (name, _) in Listed())
            if (!IsName(name)) yield return Words.SystemIsNamed(name);
        if (Metric.Length == 0) yield return Words.MetricIsMissing;
        else if (RisesWithQuality() is null) yield return Words.BetterMustBeHigherOrLower(Metric, Better.Length > 0 ? Words.Is(Better) : Text.None);
        if (Images == 0 && Seconds == 0) yield return Words.BudgetIsMissing;
        foreach (var problem in List.Problems(this)) yield return problem.Text;
    }

    private static StudySystem Read(string name, JsonNode? value) => value is JsonObject system
        ? StudySystem.List(name).Read((JsonObject)system.DeepClone(), $"the system {name}")
        : throw new AdversaException(2080, ExitCode.Usage, Words.SystemsIsMustBeObjectSuch(name, value?.ToJsonString() ?? "null"));

    private static bool IsName(string name) => name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

/// <summary>One of the systems of a study.</summary>
/// <param name="Recipe">A recipe's name, a recipe file, or a system such as <c>dcgan</c>.</param>
/// <param name="Set">Values over it, nested as in a recipe.</param>
public sealed record StudySystem(string Recipe = "", JsonObject? Set = null)
{
    /// <summary>The members of the system of a name.</summary>
    internal static OptionList<StudySystem> List(string name) => new(new StudySystem(),
    [
        Option<StudySystem>.Word("recipe", s => s.Recipe, (s, x) => s with { Recipe = x }),
        Option<StudySystem>.Object("set", s => s.Set, (s, x) => s with { Set = x }),
    ], $"systems.{name}");
}
