using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Cli.Commands;
using Adversa.Cli.Output;

namespace Adversa.Cli.Tests;

/// <summary>How a command ended and what it said.</summary>
internal sealed record Ended(int Exit, string Out, string Error)
{
    /// <summary>What was said on stderr, as lines.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What was written on stdout, each line as JSON: fails when one is not.</summary>
    public List<JsonObject> Events => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];

    /// <summary>The one line of an error, checked for its form.</summary>
    public string Problem
    {
        get
        {
            var line = Assert.Single(ErrorLines);
            Assert.StartsWith("error ADV", line, StringComparison.Ordinal);
            return line;
        }
    }
}

/// <summary>Starts the built program as users do, or the same code within this process where nothing is trained.</summary>
internal static class Cli
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly string Cache = Directory.CreateTempSubdirectory("adversa-cache-").FullName;

    /// <summary>The .NET that runs these tests: it need not be in PATH.</summary>
    internal static string Dotnet { get; } = Environment.ProcessPath!;

    internal static string Program { get; } = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "../../Adversa.Cli/release/adversa.dll"));

    internal static string Root { get; } = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "../../../.."));

    /// <summary>The commonest tiny training.</summary>
    internal static string[] Tiny(params string[] more) => ["train", "ring", "--steps", "5", "--set", "batch=16", .. more];

    [ModuleInitializer]
    internal static void Prepare()
    {
        foreach (var name in new[] { "ADVERSA_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "ADVERSA_COMMAND", "ADVERSA_FAILPOINT" }) Environment.SetEnvironmentVariable(name, null);
        Environment.SetEnvironmentVariable("ADVERSA_CACHE", Cache);
        Environment.SetEnvironmentVariable("ADVERSA_RUNS", Path.Join(Cache, "no-runs"));      // for what runs in this process; children have their own
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Cache, recursive: true);
    }

    /// <summary>Runs a line in this process, in English unless it says otherwise.</summary>
    internal static Ended Here(params string[] args)
    {
        var (culture, before) = (CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentUICulture);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        try
        {
            Language.Choose(args);
            return new(CommandLine.Run(args, new Terminal(args, output, error)), output.ToString(), error.ToString());
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentUICulture) = (culture, before);
        }
    }

    /// <summary>Runs the program in a folder.</summary>
    internal static Ended Run(string folder, params string[] args) => Run(folder, [], args);

    /// <summary>Runs the program in a folder with variables set, or removed where they are null.</summary>
    internal static Ended Run(string folder, Dictionary<string, string?> variables, params string[] args) => Wait(Start(folder, variables, [Dotnet, Program, .. args]));

    /// <summary>Runs a line of bash in which <c>$ADV</c> is the program.</summary>
    internal static Ended Shell(string folder, string script) => Wait(Start(folder, new() { ["ADV"] = Starter.Value }, ["bash", "-c", script]));

    /// <summary>A script that starts the program, under a name without blanks wherever the project lies.</summary>
    private static readonly Lazy<string> Starter = new(() =>
    {
        var path = Path.Join(Path.GetTempPath(), $"adversa-cli-tests-{Environment.ProcessId}");
        File.WriteAllText(path, $"exec {ShellWords.Quote(Dotnet)} {ShellWords.Quote(Program)} \"$@\"\n");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        return $"sh {path}";
    });

    /// <summary>Starts the program with every signal at its default: a shell in the background leaves SIGINT ignored.</summary>
    internal static Process Begin(string folder, Dictionary<string, string?> variables, params string[] args) => Start(folder, variables, ["env", "--default-signal", Dotnet, Program, .. args]);

    /// <summary>Starts any program in a folder.</summary>
    internal static Process Begin(string folder, params string[] line) => Start(folder, [], line);

    internal static Ended Wait(Process process)
    {
        using (process)
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(Limit))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail($"no end within {Limit.TotalSeconds} s");
            }

            return new(process.ExitCode, output.Result, error.Result);
        }
    }

    internal static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Every line is one object with a version and an event.</summary>
    internal static void AssertJson(Ended ended)
    {
        Assert.NotEmpty(ended.Events);
        Assert.All(ended.Events, line => Assert.True(line["v"]?.GetValueKind() == JsonValueKind.Number && line["event"]?.GetValueKind() == JsonValueKind.String, line.ToJsonString()));
    }

    private static Process Start(string folder, Dictionary<string, string?> variables, string[] line)
    {
        var start = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in new Dictionary<string, string?> { ["ADVERSA_RUNS"] = null, ["OMP_NUM_THREADS"] = "1", ["OPENBLAS_NUM_THREADS"] = "1", ["TERM"] = "xterm" }.Concat(variables))
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
