namespace Adversa.Core.Tests.Disk;

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
}
