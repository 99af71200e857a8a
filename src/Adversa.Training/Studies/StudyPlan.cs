using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Models.Variants;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;

namespace Adversa.Training.Studies;

/// <summary>One run of a study.</summary>
/// <param name="System">The system's name.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Budget">What it may spend.</param>
/// <param name="Plan">What it trains.</param>
/// <param name="Source">On what.</param>
/// <param name="Hash">Of all that decides its number: a finished cell of the same hash is not done again.</param>
public sealed record StudyCell(string System, long Seed, Budget Budget, Plan Plan, ISampleSource Source, string Hash)
{
    /// <summary>The name of its run folder.</summary>
    public string Name => $"{System}-{Budget.Kind}-s{Seed}-{Hash[..6]}";
}

/// <summary>A study with every recipe resolved: all of its runs, the same seed of every system next to each other, so that a study that is cut short is balanced.</summary>
public sealed class StudyPlan
{
    private StudyPlan(Study study, IReadOnlyList<StudyCell> cells) => (Study, Cells) = (study, cells);

    /// <summary>What is asked.</summary>
    public Study Study { get; }

    /// <summary>The runs, in the order in which they are done.</summary>
    public IReadOnlyList<StudyCell> Cells { get; }

    /// <summary>Resolves a study; needs the engine, since the rounds of a budget in images are those of the built system.</summary>
    /// <param name="study">What is asked.</param>
    /// <exception cref="AdversaException">A recipe is not allowed; ADV2081: the systems learn from different data.</exception>
    public static StudyPlan Of(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var systems = study.Listed().Select(pair => (pair.Name, Layers: Layers(pair.Name, pair.System), Source: Open(pair.Name, pair.System))).ToList();
        if (systems.Select(system => system.Source.Fingerprint).Distinct().Count() > 1) throw new AdversaException(2081, ExitCode.Usage,
            Words.SystemsOfStudyLearnFromSame(Text.Join(", ", systems.Select(system => Words.SystemFromData(system.Name, system.Source.Name)))));
        var cells = new List<StudyCell>();
        foreach (var budget in Budget.Of(study))
        {
            var rounds = systems.ConvertAll(system => budget.Kind == Budget.Images ? Rounds(system.Layers, system.Source, (long)budget.Amount) : Recipe.EndlessSteps);
            for (var seed = study.FirstSeed; seed < study.FirstSeed + study.Seeds; seed++)
                for (var i = 0; i < systems.Count; i++) cells.Add(Cell(study, systems[i].Name, systems[i].Layers, systems[i].Source, seed, budget, rounds[i]));
        }

        return new(study, [.. cells.OrderBy(cell => cell.Seed).ThenBy(cell => cell.Budget.Kind, StringComparer.Ordinal)]);
    }

    private static StudyCell Cell(Study study, string name, List<(string Origin, JsonObject Values)> layers, ISampleSource source, long seed, Budget budget, long rounds)
    {
        var byTime = budget.Kind == Budget.Seconds;
        var plan = Resolver(layers).Add("study", new JsonObject
        {
            ["seed"] = seed, ["threads"] = study.Threads, ["steps"] = rounds, ["minutes"] = byTime ? budget.Amount / 60 : 0,
            ["checkpointEvery"] = byTime ? 0 : Math.Max(1, (rounds + 2) / 3), ["sampleEvery"] = byTime ? 0 : Math.Max(1, (rounds + 7) / 8),
        }).Resolve(source.Schema);
        var text = $"{name}\n{plan.Recipe.Hash()} {rounds} {budget.Kind} {budget.Amount:R} {source.Fingerprint} {study.Metric} {study.Count} {study.Draws}";
        return new(name, seed, budget, plan, source, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]);
    }

    private static long Rounds(List<(string Origin, JsonObject Values)> layers, ISampleSource source, long images)
    {
        using var setup = new Setup(Resolver(layers).Resolve(source.Schema), source);
        return Budget.Rounds(setup, images);
    }

    private static RecipeResolver Resolver(List<(string Origin, JsonObject Values)> layers)
    {
        var resolver = new RecipeResolver();
        foreach (var (origin, values) in layers) resolver.Add(origin, values);
        return resolver;
    }

    private static List<(string Origin, JsonObject Values)> Layers(string name, StudySystem system)
    {
        var bottom = RecipeBook.Find(system.Recipe)?.Values ?? (VariantCatalog.Find(system.Recipe) is not null ? new JsonObject { ["variant"] = system.Recipe }
            : File.Exists(system.Recipe) ? RecipePage.From(system.Recipe, RecipeText.Read(system.Recipe)).Values
            : throw new AdversaException(2004, ExitCode.Usage, Words.SystemsIsNoRecipe(name, system.Recipe, ShellWords.Me)));
        return [($"recipe {system.Recipe}", bottom), .. system.Set is null ? [] : new[] { ($"system {name}", system.Set) }];
    }

    private static ISampleSource Open(string name, StudySystem system)
    {
        var preview = Resolver(Layers(name, system)).Preview();
        if (preview.Data.Length == 0) throw new AdversaException(2008, ExitCode.Usage, Words.SystemsWhatShallLearn(name));
        return preview.OpenData().Train;
    }
}
