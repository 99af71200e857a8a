using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Adversa.Cli.Output;

/// <summary>Writes to stdout or stderr, and falls silent at the first error: a closed, full or stuck terminal is no reason to end a training.</summary>
/// <remarks>By <c>write</c> itself: the base library's console puts a terminal into another mode (<c>ESC [?1h ESC =</c>) before its first byte, and its file
/// streams keep a position of their own, with which two streams into one file overwrite each other.</remarks>
internal sealed partial class SafeWriter : TextWriter
{
    private const int F_GETFD = 1, FD_CLOEXEC = 1, EINTR = 4, EAGAIN = 11;
    private const nuint TIOCGWINSZ = 0x5413;
    private const int MostPending = 4 << 20;               // bytes kept for a reader that does not read
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly int _descriptor;
    private readonly Lock _gate = new();
    private volatile bool _silent;
    private BlockingCollection<byte[]>? _queue;
    private Thread? _postman;
    private int _pending;

    internal SafeWriter(int descriptor)
    {
        _descriptor = descriptor;
        // A descriptor that was closed at start is now one of the runtime's own, and those close on exec: never write to it.
        var flags = fcntl(descriptor, F_GETFD, 0);
        _silent = flags < 0 || (flags & FD_CLOEXEC) != 0;
    }

    public override Encoding Encoding => Utf8;

    /// <summary>Whether a person looks at it.</summary>
    internal bool IsTerminal => !_silent && isatty(_descriptor) == 1;

    /// <summary>The terminal's columns and rows; 0 where it does not know them.</summary>
    internal (int Columns, int Rows) Size => IsTerminal && ioctl(_descriptor, TIOCGWINSZ, out var size) == 0 ? (size.Columns, size.Rows) : (0, 0);

    /// <summary>From here on nothing waits for whoever reads: a thread of its own writes, and what does not fit is dropped line by line.</summary>
    internal void NeverWait()
    {
        if (_silent || _queue is not null) return;
        var queue = _queue = [];
        _postman = new Thread(() =>
        {
            foreach (var bytes in queue.GetConsumingEnumerable())
            {
                Put(bytes);
                Interlocked.Add(ref _pending, -bytes.Length);
            }
        }) { IsBackground = true, Name = $"writer {_descriptor}" };
        _postman.Start();
    }

    /// <summary>Waits a little until what was said is out, so that another stream's next line stands behind it.</summary>
    internal void Settle()
    {
        for (var clock = Stopwatch.StartNew(); _queue is not null && !_silent && _pending > 0 && clock.Elapsed < Patience;) Thread.Sleep(5);
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        if (_silent || string.IsNullOrEmpty(value)) return;
        var bytes = Utf8.GetBytes(value);
        if (_queue is not { } queue)
        {
            Put(bytes);
            return;
        }

        if (_pending > MostPending) return;
        Interlocked.Add(ref _pending, bytes.Length);
        queue.Add(bytes);
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void WriteLine() => Write("\n");

    /// <summary>Waits a little for what is still on its way.</summary>
    public override void Flush()
    {
        if (_queue is not { } queue) return;
        queue.CompleteAdding();
        if (!_postman!.Join(Patience)) _silent = true;
        _queue = null;
    }

    private void Put(byte[] bytes)
    {
        if (_silent) return;
        lock (_gate)
            for (var rest = bytes.AsSpan(); rest.Length > 0;)
            {
                var written = write(_descriptor, rest, (nuint)rest.Length);
                if (written > 0) rest = rest[(int)written..];
                else if (!TryAgain())
                {
                    _silent = true;
                    return;
                }
            }
    }

    /// <summary>Whether a failed write was only interrupted, or met a stream that does not wait by itself.</summary>
    private static bool TryAgain()
    {
        var error = Marshal.GetLastPInvokeError();
        if (error == EAGAIN) Thread.Sleep(10);
        return error is EINTR or EAGAIN;
    }

    private struct WindowSize
    {
        public ushort Rows, Columns, Width, Height;
    }

    [LibraryImport("libc")]
    private static partial int fcntl(int descriptor, int command, int argument);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, ReadOnlySpan<byte> bytes, nuint count);

    [LibraryImport("libc")]
    private static partial int isatty(int descriptor);

    [LibraryImport("libc")]
    private static partial int ioctl(int descriptor, nuint request, out WindowSize size);
}
