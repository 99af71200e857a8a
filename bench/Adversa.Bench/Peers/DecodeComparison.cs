using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Formats.Trees;
using Adversa.Imaging.Codecs;

namespace Adversa.Bench.Peers;

/// <summary>Photographs from files to small squares: our decoder on plain threads against torchvision's ImageFolder and DataLoader, on the
/// same cores, in alternating rounds, and how far the pixels differ.</summary>
internal static class DecodeComparison
{
    private static readonly int[] Sizes = [64, 128];

    internal static int Run(string[] args)
    {
        var threads = Environment.ProcessorCount;                      // bench/run binds us, and with us the other side, to some cores
        var rounds = int.Parse(After(args, "--rounds") ?? "5", CultureInfo.InvariantCulture);
        var shared = Environment.GetEnvironmentVariable("ADVERSA_SHARED") ?? "";
        string[] zips = After(args, "--zips")?.Split(',')
            ?? [.. new[] { "art_mixed/art_mixed.zip", "flickr8k_captions/flickr8k_sample.zip", "horse2zebra/horse2zebra.zip" }.Select(z => Path.Join(shared, "data", z))];
        if (zips.FirstOrDefault(z => !File.Exists(z)) is { } missing)
        {
            Console.Error.WriteLine($"{missing} is not there. Name archives of JPEG photographs: bench/run decode --zips A.zip,B.zip");
            return 2;
        }

        var folder = After(args, "--folder") ?? Directory.CreateTempSubdirectory("adversa-decode-").FullName;
        try
        {
            if (!Directory.Exists(Path.Join(folder, "varied"))) Python(["make", folder, .. zips]).WaitForExit();
            Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {threads} cores; speed is torchvision's time by ours, above 1 we are faster: median (quartiles) of {rounds} alternating rounds.");
            Console.WriteLine($"{"size",-6} {"adversa img/s",14} {"torchvision img/s",18} {"num_workers",12} {"wall",20} {"cpu",6} {"difference, varied",20} {"originals",10} {"most",6}");
            foreach (var size in Sizes) Console.WriteLine(Line(folder, size, threads, rounds));
        }
        finally
        {
            if (After(args, "--folder") is null) Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static string Line(string folder, int size, int threads, int rounds)
    {
        var files = Files(folder, "varied");
        Ours(files, size, threads);
        using var peer = Python(["serve", Path.Join(folder, "varied"), $"{size}", $"{threads}"]);
        var setup = Answer(peer);
        var (ours, theirs) = (new List<(double Wall, double Cpu)>(), new List<(double Wall, double Cpu)>());
        for (var round = 0; round < rounds; round++)
        {
            if (round % 2 == 0) ours.Add(Ours(files, size, threads));
            peer.StandardInput.WriteLine("go");
            peer.StandardInput.Flush();
            var answer = Answer(peer);
            theirs.Add((answer["seconds"]!.GetValue<double>(), answer["cpu_seconds"]!.GetValue<double>()));
            if (round % 2 == 1) ours.Add(Ours(files, size, threads));
        }

        peer.StandardInput.Close();
        peer.WaitForExit();
        var wall = ours.Zip(theirs, (a, b) => b.Wall / a.Wall).Order().ToList();
        var cpu = ours.Zip(theirs, (a, b) => b.Cpu / a.Cpu).Order().ToList();
        var (varied, _) = Difference(folder, "varied", size);
        var (originals, most) = Difference(folder, "originals", size);
        return string.Create(CultureInfo.InvariantCulture,
            $"{size,-6} {files.Length / Median(ours.Select(o => o.Wall)),14:F0} {files.Length / Median(theirs.Select(o => o.Wall)),18:F0} {setup["workers"],12} {$"{Median(wall):F2} ({wall[wall.Count / 4]:F2}–{wall[3 * wall.Count / 4]:F2})",20} {Median(cpu),6:F2} {varied,20:F2} {originals,10:F2} {most,6:F2}");
    }

    private static (double Wall, double Cpu) Ours(string[] files, int size, int threads)
    {
        var target = new PictureTarget(size, 3);
        var pixels = new byte[files.Length][];
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var next = -1;
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(Work)).ToList();
        foreach (var worker in workers) worker.Start();
        foreach (var worker in workers) worker.Join();
        return (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);

        void Work()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < files.Length;)
                PictureFile.Decode(FileBytes.Read(files[i]), files[i], target, pixels[i] = new byte[target.Bytes]);
        }
    }

    /// <summary>The mean over all bytes, and of the worst picture.</summary>
    private static (double Mean, double Most) Difference(string folder, string set, int size)
    {
        var dump = Path.Join(folder, $"{set}-{size}.raw");
        Python(["dump", Path.Join(folder, set), $"{size}", dump]).WaitForExit();
        using var theirs = File.OpenRead(dump);
        var (ours, right) = (new byte[3 * size * size], new byte[3 * size * size]);
        var means = new List<double>();
        foreach (var file in Files(folder, set))
        {
            PictureFile.Decode(FileBytes.Read(file), file, new(size, 3), ours);
            theirs.ReadExactly(right);
            means.Add(ours.Zip(right, (a, b) => (double)Math.Abs(a - b)).Average());
        }

        return (means.Average(), means.Max());
    }

    private static string[] Files(string folder, string set) => [.. Directory.EnumerateFiles(Path.Join(folder, set, "all")).Order(StringComparer.Ordinal)];

    private static Process Python(string[] arguments) => Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Join(PeerProcess.Root(), "bench", "peers", "decode.py"), .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    private static JsonNode Answer(Process peer) => JsonNode.Parse(peer.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The torchvision side ended."))!;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string? After(string[] args, string flag) => Array.IndexOf(args, flag) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
