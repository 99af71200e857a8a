using System.Runtime.InteropServices;
using Adversa.Training;

namespace Adversa.Cli;

/// <summary>SIGINT, SIGTERM, SIGHUP and SIGUSR1 ask for an orderly end; a second SIGINT leaves at once. Handlers set a flag and nothing else.</summary>
internal sealed class Signals : IDisposable
{
    private const PosixSignal SIGUSR1 = (PosixSignal)10;
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <param name="stop">Gets the wish.</param>
    internal Signals(StopRequest stop)
    {
        foreach (var (signal, exit) in new[]
        {
            (PosixSignal.SIGINT, ExitCode.Interrupted), (PosixSignal.SIGTERM, ExitCode.Terminated), (PosixSignal.SIGHUP, ExitCode.Terminated), (SIGUSR1, ExitCode.Requeue),
        })
            _registrations.Add(PosixSignalRegistration.Create(signal, context => context.Cancel = stop.Ask(exit) || context.Signal != PosixSignal.SIGINT));
    }

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
    }
}
