using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Adversa.DataTools.Tests.Fetching;

/// <summary>A web server on loopback that does what it is told: serves parts, cuts connections, lies about lengths, falls silent.</summary>
internal sealed class LyingServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Request, Answer> _answer;
    private readonly CancellationTokenSource _stop = new();

    public LyingServer(Func<Request, Answer> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Task.Run(Serve);
    }

    /// <summary>Its address with a slash at the end.</summary>
    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Requests so far.</summary>
    public List<Request> Log { get; } = [];

    /// <summary>Answers with a file: whole, or the part that was asked for.</summary>
    public static Answer Part(Request request, byte[] file) => request.From is { } from
        ? new(206, file[from..], $"Content-Range: bytes {from}-{file.Length - 1}/{file.Length}")
        : new(200, file);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Serve()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = Task.Run(() => Talk(client));
        }
    }

    private async Task Talk(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                var first = await reader.ReadLineAsync(_stop.Token) ?? "";
                int? from = null;
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
                    if (line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase)) from = int.Parse(line[13..].TrimEnd('-'), CultureInfo.InvariantCulture);
                var request = new Request(first.Split(' ')[1], from);
                Answer answer;
                lock (Log)
                {
                    Log.Add(request);
                    answer = _answer(request);
                }

                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer.Status} X\r\nContent-Length: {answer.Length ?? answer.Body.Length}\r\nETag: \"1\"\r\nConnection: close\r\n{(answer.Header.Length > 0 ? answer.Header + "\r\n" : "")}\r\n"), _stop.Token);
                await stream.WriteAsync(answer.Body.AsMemory(0, Math.Min(answer.CutAfter, answer.Body.Length)), _stop.Token);
                if (answer.Silent) await Task.Delay(Timeout.Infinite, _stop.Token);
                if (answer.CutAfter < answer.Body.Length) client.Client.LingerState = new(true, 0);      // a hard cut
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side has gone.
        }
    }

    /// <summary>What was asked: the path, and the first byte of a part.</summary>
    internal sealed record Request(string Path, int? From);

    /// <summary>What is answered.</summary>
    internal sealed record Answer(int Status, byte[] Body, string Header = "", long? Length = null, int CutAfter = int.MaxValue, bool Silent = false);
}
