using System.Diagnostics;
using System.Globalization;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Output;

/// <summary>How far a long piece of work is: one line on stderr that redraws itself on a terminal, a line every ten seconds elsewhere. Any thread may tell.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="text">What is counted, such as <c>pictures</c>.</param>
internal sealed class CountProgress(Terminal terminal, Text text)
{
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(200), Line = TimeSpan.FromSeconds(10);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly object _gate = new();
    private TimeSpan _last = TimeSpan.Zero;
    private bool _isDrawn;
    private long _first = -1;

    /// <summary>Says how far it is.</summary>
    /// <param name="done">Done so far.</param>
    /// <param name="total">In all; 0 when nobody knows.</param>
    /// <param name="note">Something to add, such as the number of bad ones.</param>
    internal void At(long done, long total, string note = "")
    {
        if (!terminal.Talks) return;
        lock (_gate)
        {
            if (_first < 0) _first = done;
            if (_clock.Elapsed - _last < (terminal.IsLive ? Redraw : Line)) return;
            _last = _clock.Elapsed;
            var speed = (done - _first) / _clock.Elapsed.TotalSeconds;
            var share = total > 0 ? string.Create(CultureInfo.InvariantCulture, $" of {total} ({100.0 * done / total:F0} %)").Replace(" of ", Words.OfWord.ToString(), StringComparison.Ordinal) : "";
            var left = total > done && speed > 0 ? Words.LeftLabel(Arguments.Span(TimeSpan.FromSeconds((total - done) / speed))).ToString() : "";
            var line = string.Create(CultureInfo.InvariantCulture, $"{done}{share} {text}, {speed:F0}/s{left}{(note.Length > 0 ? ", " + note : "")}");
            if (!terminal.IsLive)
            {
                terminal.Talk(line);
                return;
            }

            terminal.ErrorWriter.Write($"\r{(line.Length > terminal.Width - 1 ? line[..(terminal.Width - 1)] : line)}\u001b[K");
            _isDrawn = true;
        }
    }

    /// <summary>Takes the line away.</summary>
    internal void End()
    {
        lock (_gate)
            if (_isDrawn) terminal.ErrorWriter.Write("\r\u001b[K");
    }
}
