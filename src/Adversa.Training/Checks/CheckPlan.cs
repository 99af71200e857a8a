using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;

namespace Adversa.Training.Checks;

/// <summary>A check with a seed, every recipe resolved: what will be done, and the hash of all that decides its numbers.</summary>
public sealed class CheckPlan
{
    private CheckPlan(SystemCheck check, long seed)
    {
        (Check, Seed) = (check, seed);
        var controlled = check.Controlled;
        Parts =
        [
            .. check.Arms.Select(arm => Part(arm.Name, arm.Recipe, null, arm.Measure, arm.Bars)),
            Part(CheckControl.Name, controlled.Recipe, check.Control.Change, check.Control.Measure ?? controlled.Measure,
                [.. controlled.Bars.Where(bar => check.Control.Misses.Contains(bar.Metric, StringComparer.Ordinal))]),
        ];
        if (check.Control.Misses.Any(metric => !controlled.Bars.Any(bar => bar.Metric == metric)) || Parts[^1].Bars.Count == 0)
            throw new ArgumentException($"{check.Id}: the control must miss bars of arm {controlled.Name}: {string.Join(", ", controlled.Bars.Select(bar => bar.Metric))}; it names {string.Join(", ", check.Control.Misses)}.");
        var text = new StringBuilder($"{check.Id} {check.Version} {seed}");
        foreach (var part in Parts) text.Append(CultureInfo.InvariantCulture, $"\n{part.Name} {(part.Plan is null ? "" : (part.Plan.Recipe with { Threads = 0 }).ToJson().ToJsonString())} {part.Source?.Fingerprint} {string.Join(' ', part.Bars.Select(bar => bar.Metric + bar))}");
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    /// <summary>What is checked.</summary>
    public SystemCheck Check { get; }

    /// <summary>The seed of every training.</summary>
    public long Seed { get; }

    /// <summary>Changes with anything that decides the numbers: recipes, data, bars, seed, version.</summary>
    public string Hash { get; }

    /// <summary>The arms, then the control.</summary>
    internal IReadOnlyList<CheckPart> Parts { get; }

    /// <summary>Resolves a check's recipes and opens its data.</summary>
    /// <param name="check">What to check.</param>
    /// <param name="seed">The seed of every training.</param>
    /// <exception cref="AdversaException">A recipe of the check is not allowed.</exception>
    public static CheckPlan Of(SystemCheck check, long seed)
    {
        ArgumentNullException.ThrowIfNull(check);
        return new(check, seed);
    }

    private CheckPart Part(string name, string? recipe, string? change, Measurement measure, IReadOnlyList<Bar> bars)
    {
        if (recipe is null) return new(name, null, null, measure, bars);
        var resolver = new RecipeResolver().Add($"check {Check.Id}", Read(recipe));
        if (change is not null) resolver.Add(name, Read(change));
        resolver.Add("--seed", "seed", Seed);
        var preview = resolver.Preview();
        var source = preview.OpenData().Train;
        return new(name, resolver.Resolve(source.Schema), source, measure, bars);
    }

    private JsonObject Read(string recipe) => RecipeText.Parse(Encoding.UTF8.GetBytes(recipe), $"check {Check.Id}");
}

/// <summary>An arm or the control, ready to be done.</summary>
/// <param name="Name">The arm's name, or <c>control</c>.</param>
/// <param name="Plan">The training, or null.</param>
/// <param name="Source">Its data, or null.</param>
/// <param name="Measure">Measures it.</param>
/// <param name="Bars">The bars that it is held against.</param>
internal sealed record CheckPart(string Name, Plan? Plan, ISampleSource? Source, Measurement Measure, IReadOnlyList<Bar> Bars);
