using System.Diagnostics;
using System.Text.Json.Nodes;
using Adversa.Torch;

namespace Adversa.Bench.Peers;

/// <summary>One side of the comparison: a process that is set up, warm, and waits for <c>go N</c>.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;

    private PeerProcess(string column, Process process) => (Column, _process) = (column, process);

    internal string Column { get; }

    /// <summary>Debian's, unless another is named: <c>bench/gpu</c> takes the one that has PyTorch.</summary>
    private static string Python => Environment.GetEnvironmentVariable("ADVERSA_PYTHON") ?? "/usr/bin/python3";

    internal List<JsonNode> Answers { get; } = [];

    internal static PeerProcess Adversa(PeerRow row, int threads, string device = "cpu")
    {
        string[] serve = ["serve", row.Name, threads.ToString(System.Globalization.CultureInfo.InvariantCulture), device];
        var program = Environment.ProcessPath!;                      // published, it is a program of its own
        return Path.GetFileName(program) == "dotnet" ? Start("adversa", program, threads, tcmalloc: true, [Path.Join(AppContext.BaseDirectory, "Adversa.Bench.dll"), .. serve])
            : Start("adversa", program, threads, tcmalloc: true, serve);
    }

    /// <param name="column"><c>plain</c>: the script that a PyTorch user writes; <c>tricks</c>: the same work with what Adversa does, tcmalloc too; <c>compiled</c>: plain, through torch.compile.</param>
    internal static PeerProcess PyTorch(PeerRow row, int threads, string column, string device = "cpu") => Start(column, Python, threads, tcmalloc: column == "tricks",
        [Path.Join(Root(), "bench", "peers", "peer.py"), row.Name, "--threads", threads.ToString(System.Globalization.CultureInfo.InvariantCulture), "--column", column, "--device", device, "--warmup", "20", "--serve",
        .. device == "cpu" && Engine.OneDnnErrs ? ["--no-onednn"] : Array.Empty<string>()]);

    /// <summary>The version of PyTorch on the other side.</summary>
    internal static string PyTorchVersion()
    {
        using var python = Process.Start(new ProcessStartInfo(Python, ["-c", "import torch; print(torch.__version__)"]) { RedirectStandardOutput = true })!;
        var version = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        return version.Trim().Split('\n')[^1];
    }

    internal void Go(int steps)
    {
        var before = BusySeconds();
        _process.StandardInput.WriteLine($"go {steps}");
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The side \"{Column}\" ended: {_process.StandardError.ReadToEnd()}");
        var answer = JsonNode.Parse(line)!;
        answer["others"] = Math.Max(0, BusySeconds() - before - answer["cpu_seconds"]!.GetValue<double>()) / answer["seconds"]!.GetValue<double>();
        Answers.Add(answer);
    }

    /// <summary>Processor seconds that the whole machine has spent, those that a hypervisor took included.</summary>
    private static double BusySeconds()
    {
        const double ticksPerSecond = 100;
        const int idle = 3, waiting = 4, last = 7;
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return ticks.Where((_, i) => i <= last && i is not (idle or waiting)).Sum() / ticksPerSecond;
    }

    public void Dispose()
    {
        try
        {
            _process.StandardInput.WriteLine("quit");
            _process.StandardInput.Close();
            if (!_process.WaitForExit(5000)) _process.Kill();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It is gone already.
        }

        _process.Dispose();
    }

    private static PeerProcess Start(string column, string program, int threads, bool tcmalloc, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OMP_NUM_THREADS"] = threads.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        if (tcmalloc) start.Environment["GOMP_SPINCOUNT"] = "1000";      // what the launcher sets; the plain script has neither
        else start.Environment.Remove("GOMP_SPINCOUNT");
        var library = Environment.GetEnvironmentVariable("ADVERSA_TCMALLOC");
        start.Environment["LD_PRELOAD"] = tcmalloc ? library ?? "" : "";
        return new(column, Process.Start(start)!);
    }

    internal static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Join(folder.FullName, "Adversa.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The project's folder was not found above the program.");
    }
}
