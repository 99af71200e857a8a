using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Torch;

namespace Adversa.Bench.Peers;

/// <summary>Runs the same step on both sides in short alternating rounds and prints the ratio with its spread.</summary>
internal static class Comparison
{
    private const double MostByOthers = 0.2;     // of one core: a round in which other processes took more was disturbed

    internal static int Run(string[] args)
    {
        var rows = After(args, "--row") is { } name ? PeerRow.All.Where(r => name.Split(',').Contains(r.Name)).ToList() : [.. PeerRow.All];
        var threads = int.Parse(After(args, "--threads") ?? "2", CultureInfo.InvariantCulture);
        var rounds = int.Parse(After(args, "--rounds") ?? "15", CultureInfo.InvariantCulture);
        if (rows.Count == 0)
        {
            Console.Error.WriteLine($"There is no such row. Rows: {string.Join(", ", PeerRow.All.Select(r => r.Name))}.");
            return 2;
        }

        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, libtorch {Engine.TorchVersion} here, PyTorch {PeerProcess.PyTorchVersion()} there, {threads} threads, fp32, {rounds} alternating rounds; speed is PyTorch's time by ours, above 1 we are faster: median (quartiles).");
        if (Engine.OneDnnErrs) Console.WriteLine("oneDNN computes wrong convolutions on this processor: neither side uses it.");
        Console.WriteLine($"{"row",-10} {"adversa img/s",14} {"against plain",22} {"against tricks",22} {"memory/plain",13} {"first step/plain",17}");
        foreach (var row in rows) Console.WriteLine(Line(row, threads, rounds));
        return 0;
    }

    private static string Line(PeerRow row, int threads, int rounds)
    {
        using var ours = PeerProcess.Adversa(row, threads);
        ours.Go(row.StepsPerRound);                                  // the others are still starting: this answer is not used
        using var plain = PeerProcess.PyTorch(row, threads, "plain");
        plain.Go(row.StepsPerRound);
        using var tricks = PeerProcess.PyTorch(row, threads, "tricks");
        tricks.Go(row.StepsPerRound);
        PeerProcess[] sides = [ours, plain, tricks];
        for (var round = 0; round < rounds; round++)
            foreach (var side in round % 2 == 0 ? sides : [.. sides.Reverse()]) side.Go(row.StepsPerRound);

        var speed = Median([.. Clean(ours).Select(a => Number(a, "images_per_s"))]);
        return string.Create(CultureInfo.InvariantCulture,
            $"{row.Name,-10} {speed,14:F0} {Ratio(ours, plain),22} {Ratio(ours, tricks),22} {Last(ours, "peak_rss_kb") / Last(plain, "peak_rss_kb"),13:F2} {Last(ours, "first_step_s") / Last(plain, "first_step_s"),17:F2}");
    }

    /// <summary>Ratios of rounds that stand next to each other; rounds in which something else had the cores are left out on both sides.</summary>
    private static string Ratio(PeerProcess ours, PeerProcess theirs)
    {
        var ratios = ours.Answers.Zip(theirs.Answers).Skip(1).Where(pair => IsClean(pair.First) && IsClean(pair.Second))
            .Select(pair => Number(pair.Second, "ms_per_step") / Number(pair.First, "ms_per_step")).Order().ToList();
        return ratios.Count == 0 ? "machine busy" : string.Create(CultureInfo.InvariantCulture,
            $"{Median(ratios):F2} ({ratios[ratios.Count / 4]:F2}–{ratios[3 * ratios.Count / 4]:F2}, n={ratios.Count})");
    }

    private static IEnumerable<JsonNode> Clean(PeerProcess side)
    {
        var clean = side.Answers.Skip(1).Where(IsClean).ToList();
        return clean.Count > 0 ? clean : side.Answers.Skip(1);
    }

    private static bool IsClean(JsonNode answer) => Number(answer, "others") < MostByOthers;

    private static double Last(PeerProcess side, string name) => Number(side.Answers[^1], name);

    private static double Number(JsonNode answer, string name) => answer[name]!.GetValue<double>();

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[sorted.Count / 2];
    }

    private static string? After(string[] args, string flag) => Array.IndexOf(args, flag) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
