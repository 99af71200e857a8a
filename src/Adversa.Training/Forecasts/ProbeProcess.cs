using System.Diagnostics;
using System.Text.Json;

namespace Adversa.Training.Forecasts;

/// <summary>Has a process of its own measure what a step takes, and ends it when it takes too long or too much: the run itself loses neither memory nor time, nor any random number.</summary>
/// <param name="command">Program and arguments of something that calls <see cref="StepProbe.Run"/> on the line that it reads, and writes each result as a line.</param>
/// <param name="limit">How long it may take.</param>
/// <param name="mostBytes">How much memory it may take.</param>
public sealed class ProbeProcess(IReadOnlyList<string> command, TimeSpan limit, long mostBytes)
{
    /// <summary>How long a probe may take: a step that takes longer at the smallest batch is a finding by itself.</summary>
    public static TimeSpan UsualLimit { get; } = TimeSpan.FromSeconds(20);

    private const int KilledByKernel = 128 + 9;           // nobody else ends it so: memory is short, as where it ends with 5 by itself
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Measures.</summary>
    /// <param name="order">What.</param>
    /// <param name="stop">Ends it early.</param>
    /// <param name="waiting">Is told now and then how long it has taken.</param>
    public ProbeResult Measure(ProbeOrder order, CancellationToken stop, Action<TimeSpan> waiting)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(waiting);
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("ADVERSA_FAILPOINT");
        start.Environment["DOTNET_EnableDiagnostics"] = "0";                 // its pipes in TMPDIR would stay behind when it is killed
        // Under glibc's allocator StepProbe says what becomes of memory that is freed.
        if (start.Environment.TryGetValue("LD_PRELOAD", out var preloaded) && preloaded is not null)
            start.Environment["LD_PRELOAD"] = string.Join(':', preloaded.Split(':', ' ').Where(library => !library.Contains("tcmalloc", StringComparison.Ordinal)));
        using var process = Start(start);
        if (process is null) return new(ProbeEnd.Failed, []);
        var measured = new List<MeasuredBatch>();
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, line) => Keep(line.Data, measured);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var clock = Stopwatch.StartNew();
        var end = ProbeEnd.Done;
        try
        {
            process.StandardInput.WriteLine(order.ToLine());
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended by itself; what it said is all there is.
        }

        while (!process.WaitForExit(Look))
        {
            waiting(clock.Elapsed);
            end = stop.IsCancellationRequested ? ProbeEnd.Stopped : Memory.TakenBy(process.Id) > mostBytes ? ProbeEnd.TookTooMuch : clock.Elapsed > limit ? ProbeEnd.TookTooLong : ProbeEnd.Done;
            if (end == ProbeEnd.Done) continue;
            process.Kill();
            break;
        }

        process.WaitForExit();
        if (end == ProbeEnd.Done && stop.IsCancellationRequested) end = ProbeEnd.Stopped;      // the same Ctrl-C has reached it
        if (end == ProbeEnd.Done) end = process.ExitCode switch { 0 => end, KilledByKernel or (int)ExitCode.Resource => ProbeEnd.TookTooMuch, _ => ProbeEnd.Failed };
        lock (measured) return new(end, [.. measured]);
    }

    /// <summary>Null where the system starts no more processes: a run needs none.</summary>
    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static void Keep(string? line, List<MeasuredBatch> measured)
    {
        if (line is null) return;
        try
        {
            if (JsonSerializer.Deserialize(line, ProbeJson.Default.MeasuredBatch) is { } one)
                lock (measured) measured.Add(one);
        }
        catch (JsonException)
        {
            // Half a line of a process that was ended.
        }
    }

    /// <summary>Writes one result as a line, for <see cref="StepProbe.Run"/>.</summary>
    /// <param name="measured">The result.</param>
    public static string Line(MeasuredBatch measured) => JsonSerializer.Serialize(measured, ProbeJson.Default.MeasuredBatch);
}

/// <summary>How a probe ended.</summary>
public enum ProbeEnd
{
    /// <summary>It measured what it wanted.</summary>
    Done,

    /// <summary>It was ended at its time limit.</summary>
    TookTooLong,

    /// <summary>It was ended at its memory limit.</summary>
    TookTooMuch,

    /// <summary>Somebody asked to stop.</summary>
    Stopped,

    /// <summary>It broke down; nothing is known.</summary>
    Failed,
}

/// <summary>What a probe found.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Measured">What it measured until then, at growing batches.</param>
public sealed record ProbeResult(ProbeEnd End, IReadOnlyList<MeasuredBatch> Measured);
