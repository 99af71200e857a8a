using System.Diagnostics;
using System.Runtime.InteropServices;
using Adversa.Formats.Disk;
using Adversa.Training;

namespace Adversa.Cli;

/// <summary>SIGINT, SIGTERM, SIGHUP and SIGUSR1 ask for an orderly end; a second one of any of them leaves at once. Handlers set a flag and nothing else.</summary>
internal sealed partial class Signals : IDisposable
{
    private const PosixSignal SIGUSR1 = (PosixSignal)10;
    private const int SIGXFSZ = 25;
    private const nint SIG_IGN = 1;
    private readonly List<PosixSignalRegistration> _registrations = [];
    private static readonly (PosixSignal Signal, ExitCode Exit)[] Endings =
        [(PosixSignal.SIGINT, ExitCode.Interrupted), (PosixSignal.SIGTERM, ExitCode.Terminated), (PosixSignal.SIGHUP, ExitCode.Terminated), (SIGUSR1, ExitCode.Requeue)];

    private static int _held;                    // how many end in an order of their own
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(100);      // timeout(1) signals a process and its group: that is one wish
    private long _first;

    /// <param name="stop">Gets the wish.</param>
    internal Signals(StopRequest stop)
    {
        Interlocked.Increment(ref _held);
        foreach (var (signal, exit) in Endings)
            _registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                stop.Ask(exit);
                var first = Interlocked.CompareExchange(ref _first, Stopwatch.GetTimestamp(), 0);
                context.Cancel = first == 0 || Stopwatch.GetElapsedTime(first) < Together;
            }));
    }

    /// <summary>Lets a file-size limit be an error of writing instead of the end of the process.</summary>
    internal static void IgnoreFileSizeLimit() => _ = signal(SIGXFSZ, SIG_IGN);

    public void Dispose()
    {
        if (_registrations.Count == 0) return;
        foreach (var registration in _registrations) registration.Dispose();
        _registrations.Clear();
        Interlocked.Decrement(ref _held);
    }

    /// <summary>From here on every command ends at once with the code of the signal, where it has no order of its own to end in: a half-written file goes, and nothing else is left to save.</summary>
    /// <remarks>By <c>_exit</c>: the compute thread is within libtorch, whose memory the usual way out would take from under it.</remarks>
    internal static void LeaveAtOnce()
    {
        foreach (var (signal, exit) in Endings)
            Leaving.Add(PosixSignalRegistration.Create(signal, _ =>
            {
                if (Volatile.Read(ref _held) > 0) return;
                AtomicFile.Abandon();
                _exit((int)exit);
            }));
    }

    /// <summary>A place in which signals are somebody else's.</summary>
    internal static IDisposable Hold() => new Held();

    private static readonly List<PosixSignalRegistration> Leaving = [];

    private sealed class Held : IDisposable
    {
        internal Held() => Interlocked.Increment(ref _held);

        public void Dispose() => Interlocked.Decrement(ref _held);
    }

    [LibraryImport("libc")]
    private static partial void _exit(int code);

    [LibraryImport("libc")]
    private static partial nint signal(int number, nint handler);
}
