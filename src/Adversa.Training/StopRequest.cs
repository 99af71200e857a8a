namespace Adversa.Training;

/// <summary>Asks a training to finish its step, save and end. Signal handlers set it; the loop reads it.</summary>
public sealed class StopRequest : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private int _exit = -1;

    /// <summary>Cancelled when somebody asks: for work that takes a token.</summary>
    public CancellationToken Token => _cancel.Token;

    /// <summary>How the command should end, or null while nobody asked.</summary>
    public ExitCode? Exit => Volatile.Read(ref _exit) is >= 0 and var exit ? (ExitCode)exit : null;

    /// <summary>Asks; the first one counts.</summary>
    /// <param name="exit">How the command should end.</param>
    /// <returns>Whether this was the first.</returns>
    public bool Ask(ExitCode exit)
    {
        if (Interlocked.CompareExchange(ref _exit, (int)exit, -1) != -1) return false;
        _cancel.Cancel();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _cancel.Dispose();
}
