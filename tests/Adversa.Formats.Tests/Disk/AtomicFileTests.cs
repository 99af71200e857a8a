using Adversa.Formats.Disk;

namespace Adversa.Formats.Tests.Disk;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("adversa-core-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // As root, a device would be replaced by a file of its name.
    [Fact]
    public void A_device_is_written_as_it_stands_and_says_that_it_is_full()
    {
        var refusal = Assert.ThrowsAny<IOException>(() => AtomicFile.Write("/dev/full", durable: false, stream => stream.Write(new byte[10_000])));

        Assert.Equal("the disk is full", DiskTrouble.Of(refusal).English);
        Assert.True(Posix.IsStream("/dev/full"));
        Assert.False(File.Exists($"/dev/full.tmp-{Environment.ProcessId}"));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        var path = Path.Join(_folder, "page.html");
        File.WriteAllText(path, "old");

        Assert.Throws<IOException>(() => AtomicFile.Write(path, durable: false, stream =>
        {
            stream.Write(new byte[10_000]);
            throw new IOException("full", 28);
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_path_through_a_folder_that_is_not_there_and_back_is_the_file_itself()
    {
        AtomicFile.Write(Path.Join(_folder, "no", "..", "page.html"), durable: true, stream => stream.WriteByte(1));

        Assert.True(File.Exists(Path.Join(_folder, "page.html")));
    }

    [Theory]
    [InlineData("/dev/null", true)]
    [InlineData("/dev/stdout", true)]
    [InlineData("/proc/self/fd/1", true)]
    [InlineData("/tmp", false)]
    [InlineData("/no/such/file", false)]
    [InlineData("/dev/shm/file", false)]
    public void Devices_and_pipes_are_told_from_files(string path, bool isStream) => Assert.Equal(isStream, Posix.IsStream(path));

    [Fact]
    public void What_cannot_fit_is_refused_with_both_numbers()
    {
        var refusal = Assert.Throws<AdversaException>(() => DiskSpace.Check(Path.Join(_folder, "not", "yet", "s.npy"), 1L << 60));

        Assert.Equal((5009, ExitCode.Resource), (refusal.Code, refusal.Exit));
        Assert.Contains($"needs {1L << 40} MB, and ", refusal.Text.English, StringComparison.Ordinal);
        DiskSpace.Check(_folder, 1);
    }
}
