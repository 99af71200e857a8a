using System.CommandLine;
using Adversa.Data;

namespace Adversa.Cli.Output;

/// <summary>The only way out: results to stdout, talk and progress to stderr, errors as one line with a code.</summary>
internal sealed class Terminal
{
    private const int WidthOfPipe = 100, MostRows = 200;
    private readonly bool _quiet;
    private readonly bool _verbose;
    private readonly bool _noColour;

    internal Terminal(string[] args)
    {
        Json = args.Contains("--json");
        _quiet = args.Contains("--quiet") || args.Contains("-q");
        _verbose = args.Contains("--verbose") || args.Contains("-v");
        _noColour = args.Contains("--no-color") || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        OutWriter = new SafeWriter(1, Console.OpenStandardOutput);
        ErrorWriter = new SafeWriter(2, Console.OpenStandardError);
    }

    internal SafeWriter OutWriter { get; }

    internal SafeWriter ErrorWriter { get; }

    /// <summary>Whether results are JSON.</summary>
    internal bool Json { get; }

    /// <summary>Whether a block that redraws itself may be shown on stderr.</summary>
    internal bool IsLive => !_quiet && !Json && !Console.IsErrorRedirected && Type is not ("dumb" or "") && Width >= 20;

    /// <summary>What the terminal can show of a picture.</summary>
    internal TerminalColours Colours => _noColour || Type is "dumb" or "" ? TerminalColours.None
        : Environment.GetEnvironmentVariable("COLORTERM") is "truecolor" or "24bit" ? TerminalColours.TrueColour : TerminalColours.Palette256;

    internal int Width => Measure(static () => Console.WindowWidth, WidthOfPipe);

    internal int Height => Math.Min(Measure(static () => Console.WindowHeight, 24), MostRows);

    private static string Type => Environment.GetEnvironmentVariable("TERM") ?? "";

    /// <summary>A line of the result.</summary>
    internal void Result(string line) => OutWriter.WriteLine(line);

    /// <summary>A line of talk; not with <c>--quiet</c> or <c>--json</c>.</summary>
    internal void Talk(string line)
    {
        if (!_quiet && !Json) ErrorWriter.WriteLine(line);
    }

    /// <summary>A line of the result for people; <c>--json</c> has its own.</summary>
    internal void ForPeople(string line)
    {
        if (!Json) OutWriter.WriteLine(line);
    }

    internal void Warn(int code, Text text) => ErrorWriter.WriteLine($"{Language.Say("warning", "aviso")} ADV{code:D4}: {Escape(text.ToString())}");

    /// <summary>Says what was wrong on the command line, all of it in one line.</summary>
    internal ExitCode Usage(ParseResult parsed)
    {
        var problems = string.Join(" ", parsed.Errors.Select(error => error.Message.ReplaceLineEndings(" ").Trim()));
        ErrorWriter.WriteLine($"error ADV2001: {Escape(problems)} {Language.Say("See", "Vea")}: adversa {parsed.CommandResult.Command.Name} --help".Replace("adversa adversa", "adversa", StringComparison.Ordinal));
        return ExitCode.Usage;
    }

    /// <summary>Says what went wrong and gives the exit code.</summary>
    internal ExitCode Fail(Exception e)
    {
        var error = e as AdversaException ?? Known(e);
        ErrorWriter.WriteLine($"error ADV{error.Code:D4}: {Escape(error.Text.ToString())}");
        if (_verbose) ErrorWriter.WriteLine(e.ToString());
        return error.Exit;
    }

    internal void Flush() => OutWriter.Flush();

    /// <summary>Text from files and names, with control characters made visible.</summary>
    internal static string Escape(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(c => char.IsControl(c) ? $"\\x{(int)c:x2}" : c.ToString()))
        : text;

    private static AdversaException Known(Exception e) => e switch
    {
        OutOfMemoryException => new(5002, ExitCode.Resource, new(
            $"Out of memory: {e.Message} Use a smaller batch (--set batch=N).", $"Memoria agotada: {e.Message} Use un lote menor (--set batch=N).")),
        IOException or UnauthorizedAccessException => new(5009, ExitCode.Resource, new(
            $"A file could not be read or written: {e.Message}", $"No se pudo leer o escribir un archivo: {e.Message}")),
        _ => new(1001, ExitCode.Internal, new(
            $"This is a bug of ours: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")} Run it again with --verbose and report what it prints.",
            $"Esto es un error nuestro: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")} Repítalo con --verbose e informe de lo que imprime.")),
    };

    private static int Measure(Func<int> ask, int otherwise)
    {
        try
        {
            return ask() is > 0 and var size ? size : otherwise;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException or InvalidOperationException)
        {
            return otherwise;
        }
    }
}
