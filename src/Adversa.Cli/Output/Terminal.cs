using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Formats.Disk;
using Adversa.Imaging.Pictures;

namespace Adversa.Cli.Output;

/// <summary>The only way out: results to stdout, talk and progress to stderr, errors as one line with a code.</summary>
internal sealed class Terminal
{
    private const int UsualWidth = 80, UsualHeight = 24, MostWidth = 1000, MostHeight = 200, NarrowestBlock = 20;
    private const int Version = 1;
    private readonly bool _quiet;
    private readonly bool _verbose;
    private readonly bool _noColour;

    /// <summary>The process's own streams.</summary>
    internal Terminal(string[] args) : this(args, new SafeWriter(1), new SafeWriter(2)) { }

    /// <summary>Other streams, for tests.</summary>
    internal Terminal(string[] args, TextWriter output, TextWriter error)
    {
        var options = args.TakeWhile(arg => arg != "--").ToList();
        Json = options.Contains("--json");
        _quiet = options.Contains("--quiet") || options.Contains("-q");
        _verbose = options.Contains("--verbose") || options.Contains("-v");
        _noColour = options.Contains("--no-color") || options.Contains("--sin-color") || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        (OutWriter, ErrorWriter) = (output, error);
    }

    internal TextWriter OutWriter { get; }

    internal TextWriter ErrorWriter { get; }

    /// <summary>Whether results are JSON.</summary>
    internal bool Json { get; }

    /// <summary>Whether anybody reads what is said beside results and errors.</summary>
    internal bool Talks => !_quiet && !Json;

    /// <summary>Whether a block that redraws itself may be shown on stderr.</summary>
    internal bool IsLive => Talks && ErrorWriter is SafeWriter { IsTerminal: true } && Type is not ("dumb" or "") && Width >= NarrowestBlock;

    /// <summary>Whether a person looks at stdout.</summary>
    internal bool ShowsPictures => Talks && OutWriter is SafeWriter { IsTerminal: true };

    /// <summary>What the terminal can show of a picture.</summary>
    internal TerminalColours Colours => _noColour || Type is "dumb" or "" ? TerminalColours.None
        : Environment.GetEnvironmentVariable("COLORTERM") is "truecolor" or "24bit" ? TerminalColours.TrueColour : TerminalColours.Palette256;

    /// <summary>Columns of stdout where a person looks at it; null elsewhere, where lines are searched and must stay whole.</summary>
    internal int? Columns => OutWriter is SafeWriter { IsTerminal: true } ? Width : null;

    internal int Width => Math.Min(Sizes.Select(size => size.Columns).FirstOrDefault(columns => columns > 0, UsualWidth), MostWidth);

    internal int Height => Math.Min(Sizes.Select(size => size.Rows).FirstOrDefault(rows => rows > 0, UsualHeight), MostHeight);

    private IEnumerable<(int Columns, int Rows)> Sizes => new[] { ErrorWriter, OutWriter }.OfType<SafeWriter>().Select(writer => writer.Size);

    private static string Type => Environment.GetEnvironmentVariable("TERM") ?? "";

    /// <summary>From here on no reader can hold the program up.</summary>
    internal void NeverWait()
    {
        (OutWriter as SafeWriter)?.NeverWait();
        (ErrorWriter as SafeWriter)?.NeverWait();
    }

    /// <summary>Lets what was said come out before a result, where both go to one screen.</summary>
    internal void Settle() => (ErrorWriter as SafeWriter)?.Settle();

    /// <summary>A line of the result, as it is.</summary>
    internal void Result(string line) => OutWriter.WriteLine(line);

    /// <summary>A line of the result for people; <c>--json</c> has its own.</summary>
    internal void ForPeople(string line)
    {
        if (!Json) OutWriter.WriteLine(Escape(line));
    }

    /// <summary>A line of the result for programs, with <c>--json</c> alone: version, name of the event, and its fields.</summary>
    internal void ForPrograms(string name, JsonObject fields)
    {
        if (!Json) return;
        var json = new JsonObject { ["v"] = Version, ["event"] = name };
        foreach (var (key, value) in fields) json[key] = value?.DeepClone();
        OutWriter.WriteLine(json.ToJsonString());
    }

    /// <summary>A line of talk; not with <c>--quiet</c> or <c>--json</c>.</summary>
    internal void Talk(string line)
    {
        if (Talks) ErrorWriter.WriteLine(Escape(line));
    }

    internal void Warn(int code, Text text)
    {
        Talk($"{Words.Warning} {Name(code)}: {text}");
        ForPrograms("warning", new() { ["code"] = Name(code), ["message"] = text.English });
    }

    /// <summary>Says what went wrong and gives the exit code.</summary>
    internal ExitCode Fail(Exception e)
    {
        var error = e as AdversaException ?? Known(e);
        ErrorWriter.WriteLine($"error {Name(error.Code)}: {Escape(error.Text.ToString())}");
        if (_verbose) ErrorWriter.WriteLine(e.ToString());
        ForPrograms("error", new() { ["code"] = Name(error.Code), ["exit"] = (int)error.Exit, ["message"] = error.Text.English });
        return error.Exit;
    }

    internal void Flush()
    {
        OutWriter.Flush();
        ErrorWriter.Flush();
    }

    /// <summary>Text from files and names, with what a terminal would obey made visible: control characters, other line ends, and signs that turn the writing round.</summary>
    internal static string Escape(string text) => text.Any(IsUnsafe)
        ? string.Concat(text.Select(c => !IsUnsafe(c) ? c.ToString() : c < 256 ? string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}") : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")))
        : text;

    private static bool IsUnsafe(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static string Name(int code) => string.Create(CultureInfo.InvariantCulture, $"ADV{code:D4}");

    private static AdversaException Known(Exception e) => e switch
    {
        OutOfMemoryException => new(5002, ExitCode.Resource, Words.OutOfMemory(e.Message)),
        _ when DiskTrouble.Is(e) => new(5009, ExitCode.Resource, Words.FileCouldNotBeRead(DiskTrouble.Of(e))),
        _ => new(1001, ExitCode.Internal, Words.IsBugOfOurs(e.GetType().Name, e.Message.ReplaceLineEndings(" "))),
    };
}
