using System.Runtime.InteropServices;
using System.Text;

namespace Adversa.Cli.Output;

/// <summary>Writes to stdout or stderr, and falls silent at the first error: a closed, full or stuck terminal is no reason to end a training.</summary>
internal sealed partial class SafeWriter : TextWriter
{
    private const int F_GETFD = 1, FD_CLOEXEC = 1;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly Stream? _stream;
    private readonly Lock _gate = new();
    private bool _silent;

    internal SafeWriter(int descriptor, Func<Stream> open)
    {
        // A descriptor that was closed at start is now one of the runtime's own, and those close on exec: never write to it.
        var flags = fcntl(descriptor, F_GETFD, 0);
        _silent = flags < 0 || (flags & FD_CLOEXEC) != 0;
        if (!_silent) _stream = open();
    }

    public override Encoding Encoding => Utf8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        if (_silent || string.IsNullOrEmpty(value)) return;
        lock (_gate)
            try
            {
                _stream!.Write(Utf8.GetBytes(value));
                _stream.Flush();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException or ArgumentException)
            {
                _silent = true;
            }
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void WriteLine() => Write("\n");

    [LibraryImport("libc")]
    private static partial int fcntl(int descriptor, int command, int argument);
}
