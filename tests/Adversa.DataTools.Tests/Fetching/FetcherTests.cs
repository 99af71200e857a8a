using System.Diagnostics;
using System.Security.Cryptography;
using Adversa.DataTools.Fetching;
using Adversa.Formats.Tests;
using static Adversa.DataTools.Tests.Fetching.LyingServer;

namespace Adversa.DataTools.Tests.Fetching;

public class FetcherTests
{
    private static readonly FetchLimits Hasty = new(TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(800), Tries: 3, Worthwhile: 1 << 16, TimeSpan.FromMilliseconds(5));
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 31 / 7 & 255))];

    [Fact]
    public void A_file_is_brought_verified_and_not_brought_twice()
    {
        using var folder = new TemporaryFolder();
        using var server = new LyingServer(request => Part(request, Content));
        var events = Fetch(folder, server.Url);
        var again = Fetch(folder, server.Url);

        Assert.Equal(Content, File.ReadAllBytes(folder["set/a.bin"]));
        Assert.Equal(new FileVerified("a.bin", Content.Length, Loaded: true), events[^1]);
        Assert.Equal([new FileVerified("a.bin", Content.Length, Loaded: false)], again);
        Assert.Single(server.Log);
    }

    [Fact]
    public void Cut_again_and_again_it_goes_on_at_the_right_byte()
    {
        using var folder = new TemporaryFolder();
        using var server = new LyingServer(request => Part(request, Content) with { CutAfter = 90_000 });
        Fetch(folder, server.Url);

        Assert.Equal(Content, File.ReadAllBytes(folder["set/a.bin"]));
        Assert.True(server.Log.Count >= 4, $"{server.Log.Count} requests");
        Assert.Null(server.Log[0].From);
        for (var i = 1; i < server.Log.Count; i++) Assert.True(server.Log[i].From > (server.Log[i - 1].From ?? 0) && server.Log[i].From <= 90_000 * i, $"{i}: {server.Log[i].From}");
    }

    [Fact]
    public void A_server_that_knows_no_parts_starts_again_and_the_file_is_whole()
    {
        using var folder = new TemporaryFolder();
        var first = true;
        using var server = new LyingServer(_ =>
        {
            var answer = new Answer(200, Content) with { CutAfter = first ? 100_000 : int.MaxValue };
            first = false;
            return answer;
        });
        Fetch(folder, server.Url);

        Assert.Equal(Content, File.ReadAllBytes(folder["set/a.bin"]));
    }

    [Fact]
    public void Wrong_content_sends_it_to_the_next_mirror()
    {
        using var folder = new TemporaryFolder();
        var wrong = (byte[])Content.Clone();
        wrong[1000] ^= 1;
        using var bad = new LyingServer(request => Part(request, wrong));
        using var good = new LyingServer(request => Part(request, Content));
        var events = Fetch(folder, bad.Url, good.Url);

        Assert.Equal(Content, File.ReadAllBytes(folder["set/a.bin"]));
        Assert.Contains(events.OfType<FetchTrouble>(), trouble => trouble.Reason.English.Contains("SHA-256", StringComparison.Ordinal));
        Assert.Single(bad.Log);
    }

    [Fact]
    public void When_every_mirror_sends_something_else_nothing_is_left_that_looks_whole()
    {
        using var folder = new TemporaryFolder();
        using var bad = new LyingServer(_ => new(200, new byte[Content.Length]));
        var refusal = Assert.Throws<AdversaException>(() => Fetch(folder, bad.Url));

        Assert.Equal((3062, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.DoesNotContain(Directory.GetFiles(folder["set"]), path => Path.GetFileName(path).StartsWith("a.bin", StringComparison.Ordinal) && new FileInfo(path).Length > 0);
    }

    [Theory]
    [InlineData(100_000L)]
    [InlineData(900_000_000_000L)]
    public void A_length_that_is_not_the_published_one_is_not_even_loaded(long length)
    {
        using var folder = new TemporaryFolder();
        using var liar = new LyingServer(_ => new(200, Content, Length: length));
        using var good = new LyingServer(request => Part(request, Content));
        Fetch(folder, liar.Url, good.Url);

        Assert.Equal(Content, File.ReadAllBytes(folder["set/a.bin"]));
    }

    [Fact]
    public void Silence_is_not_waited_for()
    {
        using var folder = new TemporaryFolder();
        using var mute = new LyingServer(_ => new(200, Content, CutAfter: 1000, Silent: true));
        using var good = new LyingServer(request => Part(request, Content));
        var clock = Stopwatch.StartNew();
        Fetch(folder, mute.Url, good.Url);

        Assert.Equal(Content, File.ReadAllBytes(folder["set/a.bin"]));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(503)]
    public void A_mirror_that_has_it_not_is_followed_by_the_next(int status)
    {
        using var folder = new TemporaryFolder();
        using var bad = new LyingServer(_ => new(status, []));
        using var good = new LyingServer(request => Part(request, Content));
        Fetch(folder, bad.Url, good.Url);

        Assert.Equal(Content, File.ReadAllBytes(folder["set/a.bin"]));
    }

    [Fact]
    public void Redirects_are_followed_but_not_for_ever()
    {
        using var folder = new TemporaryFolder();
        using var loop = new LyingServer(_ => new(302, [], "Location: /again"));
        using var good = new LyingServer(request => request.Path == "/real" ? Part(request, Content) : new(302, [], "Location: /real"));
        Fetch(folder, loop.Url, good.Url);

        Assert.Equal(Content, File.ReadAllBytes(folder["set/a.bin"]));
        Assert.True(loop.Log.Count <= 20, $"{loop.Log.Count} requests");
    }

    [Fact]
    public void Offline_says_quickly_which_files_to_bring_and_where()
    {
        using var folder = new TemporaryFolder();
        string closed;
        using (var server = new LyingServer(_ => new(200, []))) closed = server.Url;
        var clock = Stopwatch.StartNew();
        var refusal = Assert.Throws<AdversaException>(() => Fetch(folder, closed));

        Assert.Equal((3061, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains("a.bin", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(folder["set"], refusal.Message, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
        File.WriteAllBytes(folder["set/a.bin"], Content);                          // brought by hand
        Assert.Equal([new FileVerified("a.bin", Content.Length, Loaded: false)], Fetch(folder, closed));
    }

    [Fact]
    public void Stopped_it_keeps_what_came_and_goes_on_from_there()
    {
        using var folder = new TemporaryFolder();
        using var server = new LyingServer(request => Part(request, Content) with { CutAfter = request.From is null ? 150_000 : int.MaxValue, Silent = request.From is null });
        using var stop = new CancellationTokenSource();
        var slow = Hasty with { Silence = TimeSpan.FromSeconds(20) };
        Assert.ThrowsAny<OperationCanceledException>(() => new Fetcher(Set(server.Url), folder["set"], slow).Fetch(happened =>
        {
            if (happened is FileProgress { Done: >= 100_000 }) stop.Cancel();
        }, stop.Token));
        Assert.False(File.Exists(folder["set/a.bin"]));
        Fetch(folder, server.Url);

        Assert.Equal(Content, File.ReadAllBytes(folder["set/a.bin"]));
        Assert.True(server.Log[^1].From >= 100_000);
    }

    [Fact]
    public void A_file_of_the_same_name_with_other_content_is_moved_aside_and_never_deleted()
    {
        using var folder = new TemporaryFolder();
        folder.Write("set/a.bin", "mine"u8.ToArray());
        using var server = new LyingServer(request => Part(request, Content));
        var aside = Assert.Single(Fetch(folder, server.Url).OfType<FileSetAside>());

        Assert.Equal("mine", File.ReadAllText(Path.Join(folder["set"], aside.Kept)));
        Assert.Equal(Content, File.ReadAllBytes(folder["set/a.bin"]));
    }

    private static Download Set(params string[] mirrors) => new("test", new("t", "t"), new("l", "l"), "c", "h",
        [new("a.bin", Content.Length, Convert.ToHexStringLower(SHA256.HashData(Content)), [.. mirrors.Select(mirror => mirror + "a.bin")])]);

    private static List<FetchEvent> Fetch(TemporaryFolder folder, params string[] mirrors)
    {
        var events = new List<FetchEvent>();
        new Fetcher(Set(mirrors), folder["set"], Hasty).Fetch(events.Add, CancellationToken.None);
        return [.. events.Where(happened => happened is not (FileProgress or FileStarted))];
    }
}
