using Adversa.Formats.Disk;

namespace Adversa.Formats.Tests.Disk;

public class DiskTroubleTests
{
    [Theory]
    [InlineData("/dev/full", "the disk is full", "el disco está lleno")]
    [InlineData("/no/such/folder/file", "it is not there", "no está")]
    [InlineData("/proc", "permission is denied", "no hay permiso")]                        // a folder cannot be written as a file
    public void What_the_system_refuses_is_said_in_both_languages(string path, string english, string spanish)
    {
        var refusal = Assert.ThrowsAny<Exception>(() => File.WriteAllBytes(path, [1]));

        Assert.Equal(new(english, spanish), DiskTrouble.Of(refusal));
    }

    [Fact]
    public void A_name_that_is_too_long_is_said_to_be()
    {
        var refusal = Assert.ThrowsAny<IOException>(() => File.WriteAllBytes($"/tmp/{new string('n', 300)}", [1]));

        Assert.Equal("the name is too long", DiskTrouble.Of(refusal).English);
    }

    [Fact]
    public void What_is_not_known_keeps_its_own_words_without_the_full_stop() =>
        Assert.Equal(new("Odd things happen", "Odd things happen"), DiskTrouble.Of(new IOException("Odd things happen.")));

    // The base library throws ArgumentOutOfRangeException for EFBIG: no file system holds a file of 2^63 bytes.
    [Fact]
    public void A_file_beyond_the_limit_is_trouble_of_the_disk_though_its_exception_is_no_IOException()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var file = File.OpenWrite(path);
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => RandomAccess.Write(file.SafeFileHandle, [1], long.MaxValue - 1));

            Assert.True(DiskTrouble.Is(refusal));
            Assert.Equal(ExitCode.Resource, DiskTrouble.Exit(refusal, ExitCode.Usage));
            Assert.Contains("ulimit -f", DiskTrouble.Of(refusal).English, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(5, ExitCode.Resource, "the disk reports a fault")]
    [InlineData(12, ExitCode.Resource, "memory is exhausted")]
    [InlineData(24, ExitCode.Resource, "too many files are open")]
    [InlineData(27, ExitCode.Resource, "it would be larger than the limit for a file (ulimit -f, or the disk's own)")]
    [InlineData(28, ExitCode.Resource, "the disk is full")]
    [InlineData(30, ExitCode.Resource, "the disk is read-only")]
    [InlineData(122, ExitCode.Resource, "the disk quota is used up")]
    [InlineData(2, ExitCode.Usage, "it is not there")]
    [InlineData(13, ExitCode.Usage, "permission is denied")]
    [InlineData(20, ExitCode.Usage, "a part of the path is no folder")]
    [InlineData(36, ExitCode.Usage, "the name is too long")]
    [InlineData(40, ExitCode.Usage, "links lead round in a circle")]
    public void Each_error_of_the_system_has_its_exit_code_and_its_words(int error, ExitCode exit, string words)
    {
        var refusal = new IOException("as the system says it", error);

        Assert.Equal((true, exit, words), (DiskTrouble.Is(refusal), DiskTrouble.Exit(refusal, ExitCode.Usage), DiskTrouble.Of(refusal).English));
    }

    [Fact]
    public void What_several_threads_met_is_what_one_met()
    {
        var refusal = new AggregateException(new IOException("full", 28), new IOException("full", 28));

        Assert.Equal((true, ExitCode.Resource, "the disk is full"), (DiskTrouble.Is(refusal), DiskTrouble.Exit(refusal, ExitCode.Data), DiskTrouble.Of(refusal).English));
        Assert.False(DiskTrouble.Is(new AggregateException(new IOException("full", 28), new InvalidOperationException("a bug"))));
    }

    [Fact]
    public void Our_own_call_keeps_the_number_of_the_error()
    {
        var refusal = Assert.ThrowsAny<IOException>(() => Posix.Rename(Path.GetTempPath(), $"/tmp/{new string('n', 300)}"));

        Assert.Equal("the name is too long", DiskTrouble.Of(refusal).English);
    }

    [Fact]
    public void A_bug_of_ours_is_no_trouble_of_the_disk() => Assert.False(DiskTrouble.Is(new ArgumentOutOfRangeException("value", "Specified argument was out of the range of valid values.")));
}
