using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace Adversa.Training.Tests;

/// <summary>The built command line as a process of its own, to be stopped and killed.</summary>
internal sealed partial class Child : IDisposable
{
    public const int SIGINT = 2, SIGKILL = 9, SIGUSR1 = 10, SIGTERM = 15;
    private static readonly string Program = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "../../Adversa.Cli/release/adversa.dll"));

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private Child(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
    }

    public string Errors => _errors.ToString();

    public int Pid => _process.Id;

    /// <summary>Starts it with SIGINT at its default, which a shell's background job would not have.</summary>
    public static Child Start(string[] arguments, string? failPoint = null, int? threads = null)
    {
        Assert.SkipUnless(File.Exists(Program), $"{Program} is not built.");
        var start = new ProcessStartInfo("env", ["--default-signal=INT", Environment.ProcessPath!, Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Remove("ADVERSA_FAILPOINT");
        if (failPoint is not null) start.Environment["ADVERSA_FAILPOINT"] = failPoint;
        start.Environment["OMP_NUM_THREADS"] = $"{threads ?? Torch.Engine.Threads}";
        return new(Process.Start(start)!);
    }

    /// <summary>The command line of a recipe.</summary>
    public static string[] TrainArguments(string folder, JsonObject recipe, int? threads = null)
    {
        var file = folder + ".json";
        File.WriteAllText(file, recipe.ToJsonString());
        return ["train", file, "--out", folder, "--threads", $"{threads ?? Torch.Engine.Threads}", "--json"];
    }

    /// <summary>The next event, or null at the end.</summary>
    public JsonObject? NextEvent() => _process.StandardOutput.ReadLine() is { } line ? JsonNode.Parse(line)!.AsObject() : null;

    /// <summary>Reads until a step was logged, or to the end.</summary>
    public void WaitForStep(long step)
    {
        while (NextEvent() is { } happened)
            if (happened["event"]!.GetValue<string>() == "step" && happened["step"]!.GetValue<long>() >= step) return;
    }

    public void Signal(int signal) => Assert.Equal(0, kill(_process.Id, signal));

    /// <summary>Waits for its end; what it still prints is thrown away.</summary>
    public int Exit()
    {
        _process.StandardOutput.ReadToEnd();
        Assert.True(_process.WaitForExit(60_000), "The process did not end within a minute.");
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    [LibraryImport("libc")]
    private static partial int kill(int pid, int signal);
}
