using Adversa.Data.Files;
using Adversa.Formats.Tests;

namespace Adversa.Data.Tests.Files;

public class IdxSourceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pictures_and_labels_are_read_plain_and_packed(bool isPacked)
    {
        using var folder = Mnist(isPacked);
        var source = IdxSource.Open(folder.Root);
        var pixels = new float[6];
        source.Read(2, pixels, out var label);

        Assert.Equal(new SampleSchema(FieldKind.Image, 1, 2, 3, Classes: 5), source.Schema);
        Assert.Equal(5, source.Count);
        Assert.Equal(2, label);
        Assert.Equal(Enumerable.Range(12, 6).Select(b => (float)(b / 127.5 - 1)), pixels);
    }

    /// <summary>The labels of EMNIST's letters begin with 1.</summary>
    [Fact]
    public void Letters_from_1_to_26_are_26_classes_named_by_their_numbers()
    {
        using var folder = new TemporaryFolder();
        folder.Write("train-images-idx3-ubyte", TemporaryFolder.Idx(26, 2, 3));
        var labels = TemporaryFolder.Idx(26);
        for (var i = 0; i < 26; i++) labels[8 + i] = (byte)(26 - i);
        folder.Write("train-labels-idx1-ubyte", labels);
        var source = IdxSource.Open(folder.Root);
        source.Read(0, new float[6], out var first);
        source.Read(25, new float[6], out var last);

        Assert.Equal(Enumerable.Range(1, 26).Select(k => $"{k}"), source.ClassNames);
        Assert.Equal((26, 25, 0), (source.Schema.Classes, first, last));
    }

    [Fact]
    public void The_split_chooses_the_files_and_the_fingerprint_sees_the_content()
    {
        using var folder = Mnist(isPacked: false);
        folder.Write("t10k-images-idx3-ubyte", TemporaryFolder.Idx(2, 2, 3));
        var (train, test) = (IdxSource.Open(folder.Root), IdxSource.Open(folder.Root, Split.Test));
        var changed = TemporaryFolder.Idx(5, 2, 3);
        changed[^1] ^= 1;
        folder.Write("train-images-idx3-ubyte", changed);

        Assert.Equal((2, 0), (test.Count, test.Schema.Classes));
        Assert.NotEqual(train.Fingerprint, IdxSource.Open(folder.Root).Fingerprint);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_cut_off_anywhere_is_refused(bool isPacked)
    {
        using var folder = new TemporaryFolder();
        var whole = isPacked ? TemporaryFolder.Gzipped(TemporaryFolder.Idx(5, 2, 3)) : TemporaryFolder.Idx(5, 2, 3);
        for (var length = 0; length < whole.Length; length++)
        {
            var path = folder.Write("x", whole[..length]);

            var refusal = Assert.Throws<AdversaException>(() => IdxSource.Open(path));
            Assert.Equal((3002, ExitCode.Data), (refusal.Code, refusal.Exit));
            Assert.Contains(path, refusal.Message);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Trailing_bytes_are_refused(bool isPacked)
    {
        using var folder = new TemporaryFolder();
        var whole = isPacked ? TemporaryFolder.Gzipped(TemporaryFolder.Idx(5, 2, 3)) : TemporaryFolder.Idx(5, 2, 3);

        Assert.Equal(3002, Refusal(folder.Write("x", [.. whole, 0])).Code);
        Assert.Equal(3002, Refusal(folder.Write("y", TemporaryFolder.Gzipped([.. TemporaryFolder.Idx(5, 2, 3), 0]))).Code);
    }

    [Fact]
    public void A_changed_bit_of_a_packed_file_never_goes_unnoticed()
    {
        using var folder = new TemporaryFolder();
        var sound = TemporaryFolder.Gzipped(TemporaryFolder.Idx(5, 2, 3));
        for (var at = 10; at < sound.Length; at++)
        {
            var damaged = sound.ToArray();
            damaged[at] ^= 4;

            Assert.Equal(ExitCode.Data, Refusal(folder.Write("x", damaged)).Exit);
        }
    }

    [Theory]
    [InlineData(0, 1, "magic")]
    [InlineData(2, 0x0D, "magic")]
    [InlineData(3, 1, "magic")]
    [InlineData(4, 0x7F, "bytes")]
    [InlineData(8, 0x7F, "dimension 2")]
    [InlineData(12, 0xFF, "dimension 3")]
    public void Absurd_headers_are_refused_with_the_field(int at, byte value, string field)
    {
        using var folder = new TemporaryFolder();
        var bytes = TemporaryFolder.Idx(5, 2, 3);
        bytes[at] = value;

        Assert.Contains(field, Refusal(folder.Write("x", bytes)).Message);
        Assert.Contains(field, Refusal(folder.Write("y", TemporaryFolder.Gzipped(bytes))).Message);
    }

    [Fact]
    public void Labels_and_pictures_must_be_as_many()
    {
        using var folder = Mnist(isPacked: false);
        folder.Write("train-labels-idx1-ubyte", TemporaryFolder.Idx(4));

        Assert.Contains("5 pictures", Refusal(folder.Root).Message);
    }

    [Fact]
    public void The_real_MNIST_is_read_when_it_is_there()
    {
        var shared = Environment.GetEnvironmentVariable("ADVERSA_SHARED") ?? Ancestors().Select(p => Path.Join(p, "shared")).FirstOrDefault(Directory.Exists);
        var mnist = Path.Join(shared, "data", "mnist");
        if (!Directory.Exists(mnist)) Assert.Skip($"No MNIST: set ADVERSA_SHARED to a folder with data/mnist (looked at {mnist}).");

        var source = IdxSource.Open(mnist, Split.Test);
        source.Read(0, new float[784], out var label);

        Assert.Equal((10_000, 10, 28, 28), (source.Count, source.Schema.Classes, source.Schema.Height, source.Schema.Width));
        Assert.Equal(7, label);                                  // the first test picture is a seven
    }

    private static IEnumerable<string> Ancestors()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent) yield return folder.FullName;
    }

    private static TemporaryFolder Mnist(bool isPacked)
    {
        var folder = new TemporaryFolder();
        foreach (var (name, bytes) in new[] { ("train-images-idx3-ubyte", TemporaryFolder.Idx(5, 2, 3)), ("train-labels-idx1-ubyte", TemporaryFolder.Idx(5)) })
            folder.Write(isPacked ? name + ".gz" : name, isPacked ? TemporaryFolder.Gzipped(bytes) : bytes);
        return folder;
    }

    private static AdversaException Refusal(string path) => Assert.Throws<AdversaException>(() => IdxSource.Open(path));
}
