using System.Globalization;

namespace Adversa.Formats.Disk;

/// <summary>Named places at which a test can end, disturb or slow the program: <c>ADVERSA_FAILPOINT=name[:n]=kill|throw|delay|spin</c>. Inert unless set.</summary>
/// <remarks>The n-th passing (the first by default) is hit. Names: <c>checkpoint.begin</c>, <c>checkpoint.file</c> (before each file),
/// <c>checkpoint.manifest</c>, <c>checkpoint.rename</c>, <c>checkpoint.done</c>, <c>checkpoint.prune</c>, <c>update</c> (after each optimizer update),
/// <c>prepare.chunk</c> (before a chunk gets its name), <c>prepare.pack</c> (before the packed file gets its name), <c>decode.NAME</c> (in a decoder process, before the picture of that name).</remarks>
public static class FailPoint
{
    private static readonly (string Name, long Hit, string Action)? Set = Parse(Environment.GetEnvironmentVariable("ADVERSA_FAILPOINT"));
    private static long _passed;

    /// <summary>Passes a place.</summary>
    /// <param name="name">Its name.</param>
    public static void Pass(string name)
    {
        if (Set is not { } point || point.Name != name || Interlocked.Increment(ref _passed) != point.Hit) return;
        switch (point.Action)
        {
            case "kill":
                using (var self = System.Diagnostics.Process.GetCurrentProcess()) self.Kill();
                Thread.Sleep(Timeout.Infinite);
                break;
            case "throw":
                throw new IOException($"Failpoint {name}: no space left on device");
            case "spin":
                while (true) Thread.SpinWait(1000);
            case "delay":
                Thread.Sleep(TimeSpan.FromSeconds(5));
                break;
        }
    }

    private static (string, long, string)? Parse(string? text)
    {
        if (text?.Split('=') is not [var place, ("kill" or "throw" or "delay" or "spin") and var action]) return null;
        var parts = place.Split(':');
        return (parts[0], parts.Length > 1 && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var n) ? n : 1, action);
    }
}
