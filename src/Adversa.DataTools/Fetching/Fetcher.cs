using System.Net;

namespace Adversa.DataTools.Fetching;

/// <summary>Downloads a data set into a folder: resumes what was cut, verifies every byte, and never gives a file its name before that.</summary>
/// <remarks>What is here already and verifies is not loaded again. A stopped download leaves <c>NAME.part</c> and goes on from there.
/// Proxies are those of the environment (<c>https_proxy</c>, <c>no_proxy</c>, ...). <c>ADVERSA_MIRROR</c> is asked first.</remarks>
public sealed class Fetcher
{
    private const long SpareBytes = 16 << 20;
    private readonly Download _download;
    private readonly FetchLimits _limits;
    private readonly Uri? _nearest;
    private readonly HashSet<string> _unreachable = [];         // hosts

    /// <summary>Prepares a download; nothing happens yet.</summary>
    /// <param name="download">The data set.</param>
    /// <param name="folder">Where its files go; created when it is not there. Null for <see cref="Downloads.FolderFor"/>.</param>
    /// <exception cref="AdversaException">ADV2045: <c>ADVERSA_MIRROR</c> is no address.</exception>
    public Fetcher(Download download, string? folder = null) : this(download, folder, FetchLimits.Usual, Mirror.Nearest) { }

    internal Fetcher(Download download, string? folder, FetchLimits limits, Uri? nearest = null)
    {
        ArgumentNullException.ThrowIfNull(download);
        (_download, Folder, _limits, _nearest) = (download, Path.GetFullPath(folder ?? Downloads.FolderFor(download)), limits, nearest);
    }

    /// <summary>Where the files go.</summary>
    public string Folder { get; }

    /// <summary>Downloads what is missing and verifies what is here.</summary>
    /// <param name="watch">Told what happens, in order, by one thread at a time.</param>
    /// <param name="stop">Ends it; what came is kept.</param>
    /// <exception cref="AdversaException">ADV3061: no mirror could be reached; ADV3062: what came is not the published file;
    /// ADV3064: another process downloads into the folder; ADV5009: the disk is full or forbids it.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Fetch(Action<FetchEvent> watch, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(watch);
        Directory.CreateDirectory(Folder);
        using var only = FetchLock.Take(Folder);
        var names = _download.Files.Select(file => PresentFile.Find(Folder, file, stop)).ToArray();
        foreach (var (file, name) in _download.Files.Zip(names)) if (name is not null) watch(new FileVerified(name, file.Bytes, Loaded: false));
        var missing = Enumerable.Range(0, names.Length).Where(i => names[i] is null).ToList();
        if (missing.Count > 0) Bring(missing, names, watch, stop).GetAwaiter().GetResult();
        Receipt.Write(Folder, _download, names!);
    }

    private async Task Bring(List<int> missing, string?[] names, Action<FetchEvent> watch, CancellationToken stop)
    {
        CheckSpace(missing.Sum(i => Math.Max(0, _download.Files[i].Bytes - PartFile.LengthOf(Target(_download.Files[i])))));
        using var web = Web();
        foreach (var i in missing)
        {
            var file = _download.Files[i];
            using var part = new PartFile(Target(file), stop);
            var rest = Elsewhere(i, names);
            var fetch = new FileFetch(web, _limits, file, part, _unreachable, watch, () => watch(new FileProgress(file.Name, part.Length, file.Bytes, rest + part.Length, _download.Bytes)));
            if (await fetch.Bring(Mirrors(file), stop).ConfigureAwait(false) is { } failures)
                throw FetchErrors.Of(_download, Folder, [.. missing.Where(m => names[m] is null).Select(m => _download.Files[m])], failures);
            if (part.Finish() is { } kept) watch(new FileSetAside(file.Name, Path.GetFileName(kept)));
            names[i] = file.Name;
            watch(new FileVerified(file.Name, file.Bytes, Loaded: true));
        }
    }

    /// <summary>The addresses of a file; a host that could not be reached is asked only when there is no other.</summary>
    private List<Uri> Mirrors(DownloadFile file)
    {
        var all = file.Mirrors.Select(mirror => new Uri(mirror)).ToList();
        if (_nearest is not null) all.Insert(0, new Uri(_nearest, $"{_download.Name}/{file.Name}"));
        return all.Exists(url => !_unreachable.Contains(url.Authority)) ? all.FindAll(url => !_unreachable.Contains(url.Authority)) : all;
    }

    /// <summary>Bytes of the other files that are here, whole or in part.</summary>
    private long Elsewhere(int except, string?[] names) => Enumerable.Range(0, names.Length).Where(i => i != except)
        .Sum(i => names[i] is not null ? _download.Files[i].Bytes : Math.Min(_download.Files[i].Bytes, PartFile.LengthOf(Target(_download.Files[i]))));

    private string Target(DownloadFile file) => Path.Join(Folder, file.Name);

    private void CheckSpace(long needed)
    {
        var free = new DriveInfo(Folder).AvailableFreeSpace;
        if (free >= needed + SpareBytes) return;
        throw new AdversaException(5009, ExitCode.Resource, Words.NeedsMBMBAreFree(_download.Name, (needed + SpareBytes) >> 20, Folder, free >> 20));
    }

    private HttpClient Web()
    {
        var web = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = _limits.Connect,
            AllowAutoRedirect = false,               // Transfer follows, with its own rules
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            MaxResponseDrainSize = 0,
            Proxy = new DirectLoopback(HttpClient.DefaultProxy),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        web.DefaultRequestHeaders.UserAgent.ParseAdd("adversa");
        return web;
    }
}
