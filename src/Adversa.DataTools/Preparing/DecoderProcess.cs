using System.Diagnostics;
using Adversa.Imaging.Codecs;

namespace Adversa.DataTools.Preparing;

/// <summary>Decodes in a process of its own, so that a picture that brings the native codecs down, hangs them or swells costs one picture.</summary>
/// <remarks>A picture may take 2 s of computing and a minute by the clock, and 256 MB beside the codecs' own. A decoder that ends by itself is started again and
/// gets the same picture once more; only then the picture is called bad.</remarks>
internal sealed class DecoderProcess : IPictureDecoder
{
    private const int MostTries = 2;
    private const long MostMemory = 256L << 20;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MostComputing = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MostWaiting = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<string> _command;
    private readonly PictureTarget _target;
    private readonly Timer _watch;
    private readonly object _gate = new();
    private readonly Stopwatch _since = new();
    private Process? _process;
    private byte[] _file = [];
    private string _name = "";
    private bool _isSent;                        // the present picture reached the process
    private TimeSpan _computed;                  // the process's computing time before the present picture
    private long _memory;                        // and its memory
    private Text? _verdict;                      // why the watch ended it

    /// <summary>Prepares to start a decoder; the first picture starts it.</summary>
    /// <param name="command">Program and arguments of something that calls <see cref="DecoderServer.Run"/>.</param>
    /// <param name="target">What each picture becomes.</param>
    public DecoderProcess(IReadOnlyList<string> command, PictureTarget target)
    {
        (_command, _target) = (command, target);
        _watch = new Timer(_ => Watch(), null, Look, Look);
    }

    /// <inheritdoc/>
    public void Send(byte[] file, string name)
    {
        (_file, _name) = (file, name);
        _isSent = TrySend();
    }

    /// <inheritdoc/>
    public void Receive(Span<byte> destination)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (!_isSent && !(_isSent = TrySend())) throw new EndOfStreamException();
                Answer(destination);
                return;
            }
            catch (Exception e) when (e is EndOfStreamException or IOException)
            {
                var verdict = Stop();
                _isSent = false;
                if (verdict is { } text) throw DataError.Damaged(_name, text);
                if (attempt == MostTries) throw DataError.Damaged(_name, Words.DecoderBrokeDownOnTwice);
            }
            finally
            {
                lock (_gate) _since.Reset();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watch.Dispose();
        Stop();
    }

    private void Answer(Span<byte> destination)
    {
        var output = _process!.StandardOutput.BaseStream;
        var code = DecoderServer.ReadNumber(output);
        if (code == 0) output.ReadExactly(destination);
        else throw new AdversaException(code, ExitCode.Data, Text.Same(DecoderServer.ReadText(output)));
    }

    private bool TrySend()
    {
        try
        {
            if (_process is null) Start();
            lock (_gate)
            {
                _process!.Refresh();
                (_computed, _memory) = (_process.TotalProcessorTime, _process.WorkingSet64);
                _since.Restart();
            }

            var input = _process!.StandardInput.BaseStream;
            DecoderServer.WriteText(input, _name);
            DecoderServer.WriteNumber(input, _file.Length);
            input.Write(_file);
            input.Flush();
            return true;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            Stop();
            return false;
        }
    }

    private void Start()
    {
        var start = new ProcessStartInfo(_command[0], _command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_EnableDiagnostics"] = "0";                     // its pipes in TMPDIR stay behind when it is killed
        var process = Process.Start(start) ?? throw new IOException($"{_command[0]} did not start.");
        process.ErrorDataReceived += (_, _) => { };      // codecs talk; what they say of a picture comes with the answer
        process.BeginErrorReadLine();
        foreach (var number in new[] { _target.Size.Width, _target.Size.Height, _target.Channels, (int)_target.Fit, (int)_target.Background }) DecoderServer.WriteNumber(process.StandardInput.BaseStream, number);
        lock (_gate) (_process, _verdict) = (process, null);
    }

    /// <summary>Ends the process and says why the watch did, if it did.</summary>
    private Text? Stop()
    {
        lock (_gate)
        {
            if (_process is null) return null;
            _since.Reset();
            try
            {
                _process.Kill();
                _process.WaitForExit();
            }
            catch (InvalidOperationException)
            {
                // It has ended by itself.
            }

            _process.Dispose();
            _process = null;
            return _verdict;
        }
    }

    private void Watch()
    {
        lock (_gate)
        {
            if (_process is null || !_since.IsRunning || _verdict is not null) return;
            try
            {
                _process.Refresh();
                if (_process.TotalProcessorTime - _computed > MostComputing || _since.Elapsed > MostWaiting) _verdict = Words.DecodingTookMoreThanS(MostComputing.TotalSeconds);
                else if (_process.WorkingSet64 - _memory > MostMemory) _verdict = Words.DecodingTookMoreThanMB(MostMemory >> 20);
                if (_verdict is not null) _process.Kill();
            }
            catch (InvalidOperationException)
            {
                // It has ended by itself; the reader will see.
            }
        }
    }
}
