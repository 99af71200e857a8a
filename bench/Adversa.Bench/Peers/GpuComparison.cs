using System.Diagnostics;
using System.Globalization;
using Adversa.Torch;

namespace Adversa.Bench.Peers;

/// <summary>The same steps here and in PyTorch on a GPU, in short alternating rounds: against eager, and against torch.compile where it supports the step.</summary>
internal static class GpuComparison
{
    private const int Rounds = 9;
    private const int Threads = 4;

    internal static int Run(string[] args)
    {
        var device = args.FirstOrDefault() ?? "cuda";
        var most = TimeSpan.FromMinutes(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 6);
        var clock = Stopwatch.StartNew();
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {device}, libtorch {Engine.TorchVersion} here, PyTorch {PeerProcess.PyTorchVersion()} there, fp32, {Rounds} alternating rounds; speed is PyTorch's time by ours, above 1 we are faster: median (quartiles).");
        Console.WriteLine($"{"row",-10} {"adversa img/s",14} {"against eager",22} {"against compile",22} {"first step/eager",17}");
        foreach (var row in PeerRow.OnGpu)
            Console.WriteLine(clock.Elapsed < most ? Line(row, device) : $"{row.Name,-10} left out: {most.TotalMinutes} minutes have passed");
        return 0;
    }

    private static string Line(PeerRow row, string device)
    {
        using var ours = PeerProcess.Adversa(row, Threads, device);
        using var eager = PeerProcess.PyTorch(row, Threads, "plain", device);
        using var compiled = row.Name is "dcgan64" or "ddpm" ? PeerProcess.PyTorch(row, Threads, "compiled", device) : null;      // the others differentiate gradients
        PeerProcess[] sides = compiled is null ? [ours, eager] : [ours, eager, compiled];
        foreach (var side in sides) side.Go(row.StepsPerRound);      // the others are still starting: this answer is not used
        for (var round = 0; round < Rounds; round++)
            foreach (var side in round % 2 == 0 ? sides : [.. sides.Reverse()]) side.Go(row.StepsPerRound);
        var speed = row.Batch * 1000 / Median(Times(ours));
        return string.Create(CultureInfo.InvariantCulture,
            $"{row.Name,-10} {speed,14:F0} {Ratio(ours, eager),22} {(compiled is null ? "-" : Ratio(ours, compiled)),22} {First(ours) / First(eager),17:F2}");
    }

    private static string Ratio(PeerProcess ours, PeerProcess theirs)
    {
        var ratios = Times(ours).Zip(Times(theirs), (our, their) => their / our).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{Median(ratios):F2} ({ratios[ratios.Count / 4]:F2}–{ratios[3 * ratios.Count / 4]:F2})");
    }

    private static IEnumerable<double> Times(PeerProcess side) => side.Answers.Skip(1).Select(answer => answer["ms_per_step"]!.GetValue<double>());

    private static double First(PeerProcess side) => side.Answers[0]["first_step_s"]!.GetValue<double>();

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
