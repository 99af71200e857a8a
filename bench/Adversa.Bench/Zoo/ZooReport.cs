using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Training.Events;

namespace Adversa.Bench.Zoo;

/// <summary>The zoo's results as the tables of <c>docs/doctor.md</c>.</summary>
internal static class ZooReport
{
    private const long Within = 500;             // steps in which a failure must be named
    private const double Recovered = 2;          // times the twin's distance at the end
    private const int Last = 3;                  // examinations that the end is the mean of

    internal static int Print(string file)
    {
        var results = ZooStudy.Results(file);
        var cases = FailureZoo.Cases.Where(c => results.Any(line => Is(line, c, ZooRun.Broken))).ToList();
        Named(results, cases);
        Confusion(results, cases);
        FalseAlarms(results, cases);
        Rescued(results, cases);
        Insured(results, cases);
        return 0;
    }

    private static void Named(List<JsonObject> results, List<ZooCase> cases)
    {
        Console.WriteLine("\n| case | runs | named within 500 steps | steps until named, median (least to most) | first finding is the right one |\n|---|---|---|---|---|");
        var (all, named) = (0, 0);
        foreach (var c in cases)
        {
            var runs = results.Where(line => Is(line, c, ZooRun.Broken)).ToList();
            var delays = runs.Select(line => Delay(line, c)).Where(delay => delay <= Within).Order().ToList();
            var first = runs.Count(line => Findings(line).FirstOrDefault(f => f.Step >= c.Onset).Name is { } name && c.Expected.Any(kind => Diagnosis.NameOf(kind) == name));
            (all, named) = (all + runs.Count, named + delays.Count);
            Console.WriteLine($"| {c.Name} | {runs.Count} | {delays.Count} | {(delays.Count > 0 ? $"{delays[delays.Count / 2]} ({delays[0]} to {delays[^1]})" : "-")} | {first} |");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nNamed: {named} of {all} ({100.0 * named / Math.Max(1, all):F0} %)."));
    }

    private static void Confusion(List<JsonObject> results, List<ZooCase> cases)
    {
        var kinds = Enum.GetValues<DiagnosisKind>().Select(Diagnosis.NameOf).ToList();
        Console.WriteLine($"\n| runs in which it was said | {string.Join(" | ", kinds)} | nothing |\n|---|{string.Concat(kinds.Select(_ => "---|"))}---|");
        foreach (var (c, arm) in cases.SelectMany(c => new[] { (c, ZooRun.Broken), (c, ZooRun.Healthy) }))
        {
            var runs = results.Where(line => Is(line, c, arm)).Select(line => Findings(line).Select(f => f.Name).ToHashSet()).ToList();
            string Cell(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);
            Console.WriteLine($"| {c.Name}{(arm == ZooRun.Healthy ? ", twin" : "")} | {string.Join(" | ", kinds.Select(kind => Cell(runs.Count(names => names.Contains(kind)))))} | {Cell(runs.Count(names => names.Count == 0))} |");
        }
    }

    private static void FalseAlarms(List<JsonObject> results, List<ZooCase> cases)
    {
        var twins = results.Where(line => cases.Any(c => Is(line, c, ZooRun.Healthy))).ToList();
        var alarmed = twins.Where(line => Findings(line).Any()).ToList();
        Console.WriteLine($"\nFalse alarms: {alarmed.Count} of {twins.Count} twins. {string.Join("; ", alarmed.Select(line => $"{line["case"]} seed {line["seed"]}: {string.Join(", ", Findings(line).Select(f => $"{f.Name} at {f.Step}"))}"))}");
    }

    private static void Rescued(List<JsonObject> results, List<ZooCase> cases)
    {
        Console.WriteLine("\n| case | twin's distance | left alone | treated | as good as the twin alone | treated | gave up | changes |\n|---|---|---|---|---|---|---|---|");
        var (all, alone, treated) = (0, 0, 0);
        foreach (var c in cases.Where(c => c.IsRescuable))
        {
            var rows = results.Where(line => Is(line, c, ZooRun.Treated)).Select(line => (Treated: line, Broken: Same(line, ZooRun.Broken), Twin: Same(line, ZooRun.Healthy))).Where(row => row.Broken is not null && row.Twin is not null).ToList();
            if (rows.Count == 0) continue;
            var (byItself, byDoctor) = (rows.Count(row => End(row.Broken!) <= Recovered * End(row.Twin!)), rows.Count(row => row.Treated["exit"]!.GetValue<int>() == 0 && End(row.Treated) <= Recovered * End(row.Twin!)));
            (all, alone, treated) = (all + rows.Count, alone + byItself, treated + byDoctor);
            Console.WriteLine($"| {c.Name} | {Median(rows.Select(row => End(row.Twin!)))} | {Median(rows.Select(row => End(row.Broken!)))} | {Median(rows.Select(row => End(row.Treated)))} | {byItself} of {rows.Count} | {byDoctor} of {rows.Count} | {rows.Count(row => row.Treated["exit"]!.GetValue<int>() != 0)} | {string.Join(", ", rows.Select(row => row.Treated["treatments"]!.AsArray().Count))} |");
        }

        Console.WriteLine($"\nRescued: {treated} of {all} treated, {alone} of {all} left alone.");

        JsonObject? Same(JsonObject line, string arm) => results.LastOrDefault(other => other["case"]!.ToString() == line["case"]!.ToString() && other["arm"]!.ToString() == arm && other["seed"]!.GetValue<long>() == line["seed"]!.GetValue<long>());
    }

    private static void Insured(List<JsonObject> results, List<ZooCase> cases)
    {
        var rows = results.Where(line => line["arm"]!.ToString() == ZooRun.Insured).Select(line => (Line: line, Whole: results.LastOrDefault(other => other["arm"]!.ToString() == ZooRun.Long && other["case"]!.ToString() == line["case"]!.ToString() && other["seed"]!.GetValue<long>() == line["seed"]!.GetValue<long>())))
            .Where(row => row.Whole is not null).ToList();
        if (rows.Count == 0) return;
        Console.WriteLine("\n| case | seed | steps | stopped at | best distance of the whole run | of the stopped run |\n|---|---|---|---|---|---|");
        foreach (var (line, whole) in rows)
            Console.WriteLine($"| {line["case"]} | {line["seed"]} | {whole!["steps"]} | {line["steps"]} | {Text(Qualities(whole).Min())} | {Text(Qualities(line).Min())} |");
        var shares = rows.Select(row => row.Line["steps"]!.GetValue<double>() / row.Whole!["steps"]!.GetValue<double>()).Order().ToList();
        Console.WriteLine($"\nInsurance: the same best distance in {rows.Count(row => Qualities(row.Line).Min() <= Qualities(row.Whole!).Min() * 1.0001)} of {rows.Count} runs, at a median of {Text(shares[shares.Count / 2])} of the steps.");
    }

    private static bool Is(JsonObject line, ZooCase c, string arm) => line["case"]!.ToString() == c.Name && line["arm"]!.ToString() == arm;

    private static IEnumerable<(long Step, string Name)> Findings(JsonObject line) => line["findings"]!.AsArray().Select(f => (f!["step"]!.GetValue<long>(), f["finding"]!.ToString()));

    private static long Delay(JsonObject line, ZooCase c) => Findings(line).Where(f => f.Step >= c.Onset && c.Expected.Any(kind => Diagnosis.NameOf(kind) == f.Name)).Select(f => f.Step - c.Onset).DefaultIfEmpty(long.MaxValue).Min();

    private static List<double> Qualities(JsonObject line) => [.. line["examined"]!.AsArray().Where(e => e!["distance"] is not null).Select(e => e!["distance"]!.GetValue<double>())];

    /// <summary>The distance at the end; of a run that exploded without an end, infinite.</summary>
    private static double End(JsonObject line) => line["exit"]!.GetValue<int>() != 0 || Qualities(line) is not { Count: >= Last } all ? double.PositiveInfinity : all.TakeLast(Last).Average();

    private static string Median(IEnumerable<double> values) => Text(values.Order().ElementAt(values.Count() / 2));

    private static string Text(double value) => double.IsInfinity(value) ? "none" : value.ToString("G3", CultureInfo.InvariantCulture);
}
