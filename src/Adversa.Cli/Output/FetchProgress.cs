using System.Diagnostics;
using System.Globalization;
using Adversa.DataTools.Fetching;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Output;

/// <summary>Shows a download: one line that redraws itself on a terminal, few plain lines into a pipe, events with <c>--json</c>.</summary>
internal sealed class FetchProgress(Terminal terminal, Download download)
{
    private const int LongestBar = 30;
    private const string ClearLine = "\r\u001b[K";
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(200), Report = TimeSpan.FromSeconds(1), Plain = TimeSpan.FromSeconds(10);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _last;
    private long _came;
    private long _fileDone;
    private bool _drawn;

    /// <summary>Bytes of the set that are here.</summary>
    internal long Done { get; private set; }

    /// <summary>Bytes that were downloaded now.</summary>
    internal long Loaded => _came;

    internal void On(FetchEvent happened)
    {
        switch (happened)
        {
            case FileVerified e:
                if (!e.Loaded) Done += e.Bytes;
                Line(e.Loaded ? Words.Verified(e.File).ToString() : Words.AlreadyHereVerified(e.File).ToString());
                terminal.ForPrograms("file", new() { ["file"] = e.File, ["bytes"] = e.Bytes, ["loaded"] = e.Loaded });
                break;
            case FileStarted e:
                _fileDone = e.From;
                Line(Words.FromLabel(e.File, e.Url, e.From > 0 ? Words.FromByte(e.From) : Text.None).ToString());
                terminal.ForPrograms("started", new() { ["file"] = e.File, ["url"] = e.Url, ["from"] = e.From, ["bytes"] = e.Bytes });
                break;
            case FileProgress e:
                _came += Math.Max(0, e.Done - _fileDone);
                (_fileDone, Done) = (e.Done, e.AllDone);
                Show(e);
                break;
            case FetchTrouble e:
                var next = e.Again is not { } pause ? Words.GivenUp.ToString() : string.Create(CultureInfo.InvariantCulture, $"{Words.AgainIn} {pause.TotalSeconds:0.#} s");
                Line($"{new Uri(e.Url).Authority}: {e.Reason} ({next})");
                terminal.ForPrograms("trouble", new() { ["file"] = e.File, ["url"] = e.Url, ["reason"] = e.Reason.English, ["again_s"] = e.Again?.TotalSeconds });
                break;
            case FileSetAside e:
                Line(Words.AnotherFileIsNow(e.File, e.Kept).ToString());
                terminal.ForPrograms("set_aside", new() { ["file"] = e.File, ["kept"] = e.Kept });
                break;
        }
    }

    /// <summary>Takes the redrawn line away.</summary>
    internal void End()
    {
        if (_drawn) terminal.ErrorWriter.Write(ClearLine);
        _drawn = false;
    }

    private void Show(FileProgress e)
    {
        var every = terminal.Json ? Report : terminal.IsLive ? Redraw : Plain;
        if (_clock.Elapsed - _last < every) return;
        _last = _clock.Elapsed;
        var speed = _came / _clock.Elapsed.TotalSeconds;
        var left = speed > 0 ? TimeSpan.FromSeconds(Math.Min(1e6, (e.AllBytes - e.AllDone) / speed)) : TimeSpan.Zero;
        if (terminal.Json)
            terminal.ForPrograms("progress", new() { ["file"] = e.File, ["bytes"] = e.AllDone, ["of"] = e.AllBytes, ["bytes_s"] = Math.Round(speed), ["eta_s"] = Math.Round(left.TotalSeconds) });
        else if (terminal.IsLive)
            Draw(e, speed, left);
        else
            terminal.Talk(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ssZ} {download.Name} bytes={e.AllDone}/{e.AllBytes} mb_s={speed / (1 << 20):F2} eta_s={left.TotalSeconds:F0}"));
    }

    private void Draw(FileProgress e, double speed, TimeSpan left)
    {
        var share = (double)e.AllDone / e.AllBytes;
        var words = string.Create(CultureInfo.InvariantCulture, $" {100 * share,3:F0} %  {Megabytes(e.AllDone)}/{Megabytes(e.AllBytes)} MB  {Megabytes((long)speed)} MB/s  ")
            + Words.Left(Arguments.Span(left)).ToString();
        var bar = Math.Clamp(terminal.Width - words.Length - 3, 0, LongestBar);
        var line = (bar < 6 ? "" : $"▕{new string('█', (int)(share * bar))}{new string('─', bar - (int)(share * bar))}▏") + words;
        terminal.ErrorWriter.Write(ClearLine + (line.Length < terminal.Width ? line : line[..(terminal.Width - 1)]));
        _drawn = true;
    }

    private void Line(string text)
    {
        End();
        terminal.Talk(text);
    }

    private static string Megabytes(long bytes) => (bytes / (double)(1 << 20)).ToString("F1", CultureInfo.InvariantCulture);
}
