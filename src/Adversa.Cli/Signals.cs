using System.Runtime.InteropServices;
using Adversa.Training;

namespace Adversa.Cli;

/// <summary>SIGINT, SIGTERM, SIGHUP and SIGUSR1 ask for an orderly end; a second SIGINT leaves at once. Handlers set a flag and nothing else.</summary>
internal sealed partial class Signals : IDisposable
{
    private const PosixSignal SIGUSR1 = (PosixSignal)10;
    private const int SIGXFSZ = 25;
    private const nint SIG_IGN = 1;
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _interrupts;

    /// <param name="stop">Gets the wish.</param>
    internal Signals(StopRequest stop)
    {
        foreach (var (signal, exit) in new[]
        {
            (PosixSignal.SIGINT, ExitCode.Interrupted), (PosixSignal.SIGTERM, ExitCode.Terminated), (PosixSignal.SIGHUP, ExitCode.Terminated), (SIGUSR1, ExitCode.Requeue),
        })
            _registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                stop.Ask(exit);
                context.Cancel = context.Signal != PosixSignal.SIGINT || Interlocked.Increment(ref _interrupts) == 1;
            }));
    }

    /// <summary>Lets a file-size limit be an error of writing instead of the end of the process.</summary>
    internal static void IgnoreFileSizeLimit() => _ = signal(SIGXFSZ, SIG_IGN);

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
    }

    [LibraryImport("libc")]
    private static partial nint signal(int number, nint handler);
}
