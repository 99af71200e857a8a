using Adversa.Metrics.Statistics;
using static Adversa.Pages.PageText;

namespace Adversa.Training.Studies;

/// <summary>All that a study came to.</summary>
/// <param name="Study">What was asked.</param>
/// <param name="Real">What real samples score: a perfect generator could not do better than by chance.</param>
/// <param name="Cells">The finished runs.</param>
public sealed record StudyResult(Study Study, CellResult Real, IReadOnlyList<CellResult> Cells)
{
    private const double MostUnequal = 1.5;      // from run to run of one system, whose steps all cost the same

    /// <summary>The kinds of budget, each with a verdict of its own.</summary>
    public IReadOnlyList<string> Budgets => [.. Cells.Select(cell => cell.Budget).Distinct()];

    /// <summary>What each system scored under a budget.</summary>
    /// <param name="budget">Its kind.</param>
    public IReadOnlyList<Scores> Scores(string budget) => [.. Study.Listed().Select(pair => new Scores(pair.Name,
        Cells.Where(cell => cell.System == pair.Name && cell.Budget == budget).ToDictionary(cell => cell.Seed, cell => cell.Of(Study.Metric))))];

    /// <summary>Every pair of systems under a budget.</summary>
    /// <param name="budget">Its kind.</param>
    public IReadOnlyList<Comparison> Comparisons(string budget) => Comparison.All(Scores(budget), Study.RisesWithQuality() == true, Study.Alpha / Budgets.Count);

    /// <summary>The typical noise of one measurement: the mean standard deviation between sets of samples of one model; null with one draw.</summary>
    public double? Noise => Cells.SelectMany(cell => cell.Noise).Where(noise => noise.Name == Study.Metric).Select(noise => noise.Value).ToList() is { Count: > 0 } all ? all.Average() : null;

    /// <summary>A warning where runs of one system came very differently far in the same seconds: the machine did other things meanwhile. Null where all is well.</summary>
    /// <param name="budget">The kind of the budget.</param>
    public Text? Unequal(string budget)
    {
        if (budget != Budget.Seconds) return null;
        var (name, least, most) = Cells.Where(cell => cell.Budget == budget && !cell.Failed).GroupBy(cell => cell.System)
            .Select(runs => (runs.Key, Least: runs.Min(cell => cell.Images), Most: runs.Max(cell => cell.Images))).DefaultIfEmpty().MaxBy(runs => runs.Most / (double)Math.Max(1, runs.Least));
        return most <= MostUnequal * least ? null : Words.BudgetsNotEqual(name, Count(least), Count(most));
    }

    /// <summary>The answer of a pair in one sentence.</summary>
    /// <param name="one">The pair.</param>
    /// <param name="metric">What decides.</param>
    public static Text Sentence(Comparison one, string metric)
    {
        ArgumentNullException.ThrowIfNull(one);
        var (worse, size, p) = (one.Better == one.First ? one.Second : one.First, Number(Math.Abs(one.Difference ?? 0)), Number(one.P));
        if (one.Better is { } better) return Words.IsBetterThanPSeeds(better, worse, metric, size, Range(one, " (95 %: "), p, one.Pairs);
        var text = one.More is { } more ? Words.NotEnoughSeedsYet(more) : Words.MoreThanSeedsWouldBeNeeded(Power.MostSeeds);
        return Words.Undecided(one.First, one.Second, metric, p, one.Pairs, Range(one, Words.Difference, ""), text);
    }

    private static Text Range(Comparison one, Text before, string after = ")") => before.Each(words => Range(one, words, after));

    private static string Range(Comparison one, string before, string after = ")") => one.Interval is not { } interval ? ""
        : one.Better is null || one.Difference >= 0 ? $"{before}{Number(interval.Low)} – {Number(interval.High)}{after}" : $"{before}{Number(-interval.High)} – {Number(-interval.Low)}{after}";
}
