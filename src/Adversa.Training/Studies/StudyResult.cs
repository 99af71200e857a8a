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
        return most <= MostUnequal * least ? null : new(
            $"The budgets were not equal: in the same time {name} was shown {Count(least)} images in one run and {Count(most)} in another, so the machine did other things meanwhile. Repeat the study on a free machine, or give a budget in images.",
            $"Los presupuestos no fueron iguales: en el mismo tiempo {name} vio {Count(least)} imágenes en una ejecución y {Count(most)} en otra, así que la máquina hacía otras cosas. Repita el estudio en una máquina libre, o dé un presupuesto en imágenes.");
    }

    /// <summary>The answer of a pair in one sentence.</summary>
    /// <param name="one">The pair.</param>
    /// <param name="metric">What decides.</param>
    public static Text Sentence(Comparison one, string metric)
    {
        ArgumentNullException.ThrowIfNull(one);
        var (worse, size, p) = (one.Better == one.First ? one.Second : one.First, Number(Math.Abs(one.Difference ?? 0)), Number(one.P));
        if (one.Better is { } better) return new(
            $"{better} is better than {worse} in {metric}, by {size}{Range(one, " (95 %: ")} (p = {p}, {one.Pairs} seeds).", $"{better} es mejor que {worse} en {metric}, por {size}{Range(one, " (95 %: ")} (p = {p}, {one.Pairs} semillas).");
        var (english, spanish) = one.More is { } more
            ? ($"not enough seeds yet: {more} more would settle it, if the difference is what it seems", $"aún no bastan las semillas: {more} más lo resolverían, si la diferencia es la que parece")
            : ($"more than {Power.MostSeeds} seeds would be needed: if they differ, then by little", $"harían falta más de {Power.MostSeeds} semillas: si difieren, es por poco");
        return new($"{one.First} and {one.Second} in {metric}: undecided (p = {p}, {one.Pairs} seeds{Range(one, ", difference 95 %: ", "")}); {english}.",
            $"{one.First} y {one.Second} en {metric}: sin decidir (p = {p}, {one.Pairs} semillas{Range(one, ", diferencia 95 %: ", "")}); {spanish}.");
    }

    private static string Range(Comparison one, string before, string after = ")") => one.Interval is not { } interval ? ""
        : one.Better is null || one.Difference >= 0 ? $"{before}{Number(interval.Low)} – {Number(interval.High)}{after}" : $"{before}{Number(-interval.High)} – {Number(-interval.Low)}{after}";
}
