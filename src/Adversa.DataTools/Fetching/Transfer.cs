using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Adversa.DataTools.Fetching;

/// <summary>How a try ended.</summary>
internal enum TransferEnd
{
    /// <summary>The part is as long as the file; its hash is still to be looked at.</summary>
    Full,

    /// <summary>The connection or the server failed; another try may help.</summary>
    Cut,

    /// <summary>The mirror does not give the file.</summary>
    Refused,

    /// <summary>There is no mirror at that address, or no network.</summary>
    Unreachable,

    /// <summary>The mirror has something else under that name.</summary>
    Wrong,
}

/// <summary>What a try came to.</summary>
internal sealed record TransferResult(TransferEnd End, Text Reason, TimeSpan? Pause = null);

/// <summary>One request for the rest of a file. Nothing a server says is trusted: at most the file's published size is ever read.</summary>
internal sealed class Transfer(HttpClient web, FetchLimits limits, DownloadFile file, PartFile part, Action progress)
{
    private const int MostRedirects = 5, Buffer = 1 << 16;

    /// <summary>Asks one address.</summary>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    internal async Task<TransferResult> Ask(Uri url, CancellationToken stop)
    {
        if (part.Length > file.Bytes) part.Restart();
        if (part.Length == file.Bytes) return new(TransferEnd.Full, default);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(limits.Silence);
        try
        {
            var (answer, problem) = await Follow(url, patience.Token).ConfigureAwait(false);
            if (answer is null) return problem!;
            using (answer) return Judge(url, answer) ?? await Read(answer, patience, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            return e.InnerException is TimeoutException
                ? new(TransferEnd.Unreachable, Words.NoConnectionWithinS(limits.Connect.TotalSeconds))
                : Silent();
        }
        catch (HttpRequestException e)
        {
            var end = e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                ? TransferEnd.Unreachable : TransferEnd.Cut;
            var words = OneLine((e.InnerException ?? e).Message);
            return new(end, Text.Same(words));
        }
    }

    /// <summary>Sends the request, and follows the mirror to where it points, but never from https to http.</summary>
    private async Task<(HttpResponseMessage?, TransferResult?)> Follow(Uri url, CancellationToken stop)
    {
        var at = url;
        for (var i = 0; i <= MostRedirects; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            request.Headers.AcceptEncoding.Add(new("identity"));
            if (part.Length > 0)
            {
                request.Headers.Range = new RangeHeaderValue(part.Length, null);
                request.Headers.IfRange = part.Condition(url);
            }

            var answer = await web.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location) return (answer, null);
            answer.Dispose();
            var next = new Uri(at, location);
            if (next.Scheme is not ("https" or "http") || (at.Scheme == "https" && next.Scheme == "http"))
                return (null, new(TransferEnd.Refused, Words.LeadsIsNotFollowed(at.Scheme, next.Scheme)));
            at = next;
        }

        return (null, new(TransferEnd.Refused, Words.LeadsOn));
    }

    /// <summary>Looks at the head of the answer; null when the body may be read.</summary>
    private TransferResult? Judge(Uri url, HttpResponseMessage answer)
    {
        var head = answer.Content.Headers;
        switch (answer.StatusCode)
        {
            case HttpStatusCode.PartialContent when part.Length > 0:
                if (head.ContentRange is not { From: { } from } range || from != part.Length) return new(TransferEnd.Refused, Words.SendsAnotherPartThanOneAsked);
                if (range.Length is { } total && total != file.Bytes) return OtherSize(total);
                return null;
            case HttpStatusCode.OK:
                if (head.ContentLength is { } length && length != file.Bytes) return OtherSize(length);
                if (part.Length > 0) part.Restart();                     // it knows no ranges, or its version changed
                part.Remember(url, answer);
                return null;
            case HttpStatusCode.RequestedRangeNotSatisfiable when part.Length > 0:
                part.Restart();
                return new(TransferEnd.Cut, Words.HasNoSuchPart);
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                return new(TransferEnd.Cut, Status(answer), Pause(answer));
            default:
                return new(TransferEnd.Refused, Status(answer));
        }
    }

    private async Task<TransferResult> Read(HttpResponseMessage answer, CancellationTokenSource patience, CancellationToken stop)
    {
        using var body = await answer.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
        var buffer = new byte[Buffer];
        while (part.Length < file.Bytes)
        {
            int got;
            try
            {
                patience.CancelAfter(limits.Silence);
                got = await body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(Buffer, file.Bytes - part.Length)), patience.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                return Silent();
            }
            catch (Exception e) when (e is IOException or HttpRequestException)
            {
                return Short();
            }

            if (got == 0) return Short();
            part.Append(buffer.AsSpan(0, got));
            progress();
        }

        return new(TransferEnd.Full, default);
    }

    private TransferResult Short() => new(TransferEnd.Cut, Words.ConnectionEndedAfterBytes(part.Length, file.Bytes));

    private TransferResult Silent() => new(TransferEnd.Cut, Words.NothingCameS(limits.Silence.TotalSeconds));

    private TransferResult OtherSize(long bytes) => new(TransferEnd.Wrong, Words.HasFileBytesPublishedOneHas(bytes, file.Bytes));

    private static Text Status(HttpResponseMessage answer)
    {
        var reason = OneLine(answer.ReasonPhrase ?? "");
        return Words.Answers((int)answer.StatusCode, reason.Length > 40 ? reason[..40] : reason).Each(text => text.TrimEnd());
    }

    private static TimeSpan? Pause(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter?.Delta is { } asked ? asked < FetchLimits.LongestPause ? asked : FetchLimits.LongestPause : null;

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
