using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Formats.Arrays;
using Adversa.Metrics;
using Adversa.Torch;

namespace Adversa.Bench.Peers;

/// <summary>The Fréchet distance of features of Inception's size here and in PyTorch, in alternating rounds, and how far each is from a truth that squares nothing.</summary>
internal static class FrechetComparison
{
    internal static int Run(string[] args)
    {
        int Number(string flag, int usual) => After(args, flag) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
        var (count, width, threads, rounds) = (Number("--count", 10_000), Number("--width", 2048), Number("--threads", 2), Number("--rounds", 3));
        Engine.Start(threads);
        var folder = Directory.CreateTempSubdirectory("adversa-frechet-").FullName;
        try
        {
            using var scope = new TensorScope();
            var (x, y) = (Features(count, width, 1, 0), Features(count, width, 2, 0.1));
            using var peer = Python(Save(folder, "x.npy", x), Save(folder, "y.npy", y), threads);
            var (ours, eigh, cholesky) = (new List<double>(), new List<double>(), new List<double>());
            var value = 0.0;
            for (var round = 0; round < rounds; round++)
            {
                var clock = Stopwatch.StartNew();
                value = FrechetDistance.Between(x, y).Value;
                ours.Add(clock.Elapsed.TotalSeconds);
                eigh.Add(Seconds(peer, "eigh"));
                cholesky.Add(Seconds(peer, "cholesky"));
            }

            var truth = Ask(peer, "truth")["value"]!.GetValue<double>();
            var theirs = Ask(peer, "eigh")["value"]!.GetValue<double>();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                {DateTime.UtcNow:yyyy-MM-dd}, {count} x {width} features on both sides, float64, {threads} threads, median of {rounds} alternating rounds
                adversa           {Median(ours),8:F2} s   value {value:R}   off the truth by {Math.Abs(value - truth) / truth:E1}
                PyTorch, eigh     {Median(eigh),8:F2} s   value {theirs:R}   off the truth by {Math.Abs(theirs - truth) / truth:E1}
                PyTorch, cholesky {Median(cholesky),8:F2} s
                our time by PyTorch's: {Median([.. ours.Zip(eigh, (a, b) => a / b)]):F2} of the plain formula, {Median([.. ours.Zip(cholesky, (a, b) => a / b)]):F2} of the same one
                """));
            peer.StandardInput.Close();
            peer.WaitForExit();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    /// <summary>Correlated, of falling variance, and not negative, as pooled features are.</summary>
    private static Tensor Features(int count, int width, long seed, double shift)
    {
        using var generator = new Generator(seed);
        using var mixer = new Generator(9);
        var mix = Tensor.Randn([width, width], mixer) / Math.Sqrt(width);
        var scale = (Ops.Arange(width, DType.Float32) + 1).Sqrt();
        return Ops.Relu((Tensor.Randn([count, width], generator) / scale).Matmul(mix) + 0.3 + shift);
    }

    private static string Save(string folder, string name, Tensor features)
    {
        var path = Path.Join(folder, name);
        using var stream = File.Create(path);
        new NpyFile([(int)features.Size(0), (int)features.Size(1)], features.ToArray<float>()).Write(stream);
        return path;
    }

    private static Process Python(string first, string second, int threads) => Process.Start(new ProcessStartInfo("/usr/bin/python3",
        [Path.Join(PeerProcess.Root(), "bench", "peers", "frechet.py"), first, second, "--threads", threads.ToString(CultureInfo.InvariantCulture)])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    private static double Seconds(Process peer, string column) => Ask(peer, column)["seconds"]!.GetValue<double>();

    private static JsonNode Ask(Process peer, string column)
    {
        peer.StandardInput.WriteLine(column);
        peer.StandardInput.Flush();
        return JsonNode.Parse(peer.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The PyTorch side ended."))!;
    }

    private static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string? After(string[] args, string flag) => Array.IndexOf(args, flag) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
