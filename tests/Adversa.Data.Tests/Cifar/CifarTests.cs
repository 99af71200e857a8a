using Adversa.Data.Cifar;
using Adversa.Data.Tests.Trees;
using Adversa.Formats.Tests;

namespace Adversa.Data.Tests.Cifar;

public class CifarTests
{
    private static readonly string Pickled = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "../../../..", "tests", "golden", "pickles", "cifar-10-batches-py"));

    [Fact]
    public void Python_s_batches_and_binary_ones_give_the_same_pictures()
    {
        using var folder = new TemporaryFolder();
        for (var number = 1; number <= 5; number++) folder.Write($"cifar-10-batches-bin/data_batch_{number}.bin", [(byte)number, .. Row(number), (byte)(9 - number), .. Row(number + 1)]);
        folder.Write("cifar-10-batches-bin/test_batch.bin", [3, .. Row(50), 0, .. Row(51), 9, .. Row(52)]);
        folder.Write("cifar-10-batches-bin/batches.meta.txt", "airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n\n"u8.ToArray());
        var (pickled, binary) = (Known.Open(Pickled), Known.Open(folder.Root));

        Assert.IsType<CifarSource>(pickled);
        Assert.Equal((10, 10), (pickled.Count, binary.Count));
        Assert.Equal(pickled.Fingerprint, binary.Fingerprint);
        Assert.Equal(pickled.ClassNames, binary.ClassNames);
        Assert.Equal(["automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship"], binary.ClassNames);          // those that occur
        var sample = new float[3072];
        var test = Known.Open(Pickled, new(Split: Split.Test));
        test.Read(2, sample, out var label);
        Assert.Equal(["airplane", "cat", "truck"], test.ClassNames);          // the three that occur
        Assert.Equal(2, label);
        Assert.Equal((float)(52 / 127.5 - 1), sample[0]);
        Assert.Equal((float)((52 + 2000 * 7) % 256 / 127.5 - 1), sample[2000]);
    }

    [Fact]
    public void The_published_archive_is_opened_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var tar = new TarBuilder();
        foreach (var path in Directory.GetFiles(Pickled).Order(StringComparer.Ordinal)) tar.Add($"cifar-10-batches-py/{Path.GetFileName(path)}", File.ReadAllBytes(path));
        var source = Known.Open(folder.Write("cifar-10-python.tar", tar.Build()), new(Size: 16));

        Assert.Equal(new SampleSchema(FieldKind.Image, 3, 16, 16, 8), source.Schema);
        Assert.Equal(10, source.Count);
    }

    [Fact]
    public void Damaged_batches_are_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("data_batch_1.bin", [3, .. Row(1)[..^1]]);
        Assert.Contains("whole number of rows", Assert.Throws<AdversaException>(() => CifarSource.Open(folder.Root)).Message, StringComparison.Ordinal);
        folder.Write("data_batch_1.bin", [10, .. Row(1)]);
        Assert.Contains("label of row 0 is 10", Assert.Throws<AdversaException>(() => CifarSource.Open(folder.Root)).Message, StringComparison.Ordinal);
        Assert.Equal(3042, Assert.Throws<AdversaException>(() => CifarSource.Open(folder.Root, Split.Test)).Code);
    }

    [Fact]
    public void A_hundred_classes_take_the_fine_label()
    {
        using var folder = new TemporaryFolder();
        folder.Write("train.bin", [4, 77, .. Row(1)]);
        folder.Write("test.bin", [4, 78, .. Row(2)]);
        folder.Write("fine_label_names.txt", System.Text.Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Range(0, 100).Select(i => $"class{i}"))));
        var source = Known.Open(folder.Root);
        source.Read(0, new float[3072], out var label);

        Assert.Equal((0, 1, "class77"), (label, source.Schema.Classes, source.ClassNames[0]));
    }

    private static byte[] Row(int first) => [.. Enumerable.Range(0, 3072).Select(i => (byte)((first + i * 7) % 256))];
}
