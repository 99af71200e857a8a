namespace Adversa.DataTools.Fetching;

/// <summary>A mirror that did not give a file, and why.</summary>
internal sealed record Failure(Uri Url, TransferEnd End, Text Reason);

/// <summary>Brings one file: mirror after mirror, try after try, until one gives it whole and with the published hash.</summary>
/// <param name="web">The way out.</param>
/// <param name="limits">How patient to be.</param>
/// <param name="file">The file.</param>
/// <param name="part">What is here of it.</param>
/// <param name="unreachable">Gets the hosts that no connection leads to, so that later files need not wait for them again.</param>
/// <param name="watch">Told what happens.</param>
/// <param name="progress">Called when more has come.</param>
internal sealed class FileFetch(HttpClient web, FetchLimits limits, DownloadFile file, PartFile part, HashSet<string> unreachable, Action<FetchEvent> watch, Action progress)
{
    private readonly Transfer _transfer = new(web, limits, file, part, progress);

    /// <summary>Asks the mirrors in order.</summary>
    /// <param name="mirrors">Addresses of the file.</param>
    /// <param name="stop">Ends it; what came is kept.</param>
    /// <returns>Null when the file is whole; else what each mirror came to.</returns>
    internal async Task<IReadOnlyList<Failure>?> Bring(IEnumerable<Uri> mirrors, CancellationToken stop)
    {
        var failures = new List<Failure>();
        foreach (var url in mirrors)
        {
            var result = await Visit(url, stop).ConfigureAwait(false);
            if (result.End == TransferEnd.Full) return null;
            watch(new FetchTrouble(file.Name, url.AbsoluteUri, result.Reason, null));
            if (result.End == TransferEnd.Unreachable) unreachable.Add(url.Authority);
            failures.Add(new(url, result.End, result.Reason));
        }

        return failures;
    }

    /// <summary>Asks one mirror until it gives the file, refuses, or brings nothing any more.</summary>
    private async Task<TransferResult> Visit(Uri url, CancellationToken stop)
    {
        var fresh = part.Length == 0;                // whether all of the part came from this mirror
        for (var vain = 0; ;)
        {
            var before = part.Length;
            watch(new FileStarted(file.Name, url.AbsoluteUri, before, file.Bytes));
            var result = await _transfer.Ask(url, stop).ConfigureAwait(false);
            if (result.End == TransferEnd.Full) result = Check();
            if (result.End == TransferEnd.Wrong && !fresh && part.Length == 0)
            {
                fresh = true;                        // somebody else's beginning may be the wrong half
                watch(new FetchTrouble(file.Name, url.AbsoluteUri, result.Reason, TimeSpan.Zero));
                continue;
            }

            if (result.End != TransferEnd.Cut) return result;
            vain = part.Length - before >= limits.Worthwhile ? 0 : vain + 1;
            if (vain == limits.Tries) return result;
            var pause = result.Pause ?? limits.FirstPause * Math.Pow(2, Math.Max(0, vain - 1));
            watch(new FetchTrouble(file.Name, url.AbsoluteUri, result.Reason, pause));
            await Task.Delay(pause, stop).ConfigureAwait(false);
        }
    }

    private TransferResult Check()
    {
        var hash = part.Sha256();
        if (hash == file.Sha256) return new(TransferEnd.Full, default);
        part.Restart();
        progress();
        return new(TransferEnd.Wrong, Words.ArchiveIsNotThePublishedOne(hash[..12], file.Sha256[..12]));
    }
}
