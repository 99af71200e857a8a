using Adversa.Data.Tests.Trees;
using Adversa.Formats.Tests;

namespace Adversa.Data.Tests.Files;

public class IdxLayoutTests
{
    [Theory]
    [InlineData("", "-images-idx3-ubyte", "-labels-idx1-ubyte", "t10k")]                                              // as published
    [InlineData("", "-images-idx3-ubyte.gz", "-labels-idx1-ubyte.gz", "t10k")]
    [InlineData("", "-images.idx3-ubyte", "-labels.idx1-ubyte", "t10k")]                                              // as unpacked by some programs
    [InlineData("MNIST/raw/", "-images-idx3-ubyte", "-labels-idx1-ubyte", "t10k")]                                    // torchvision
    [InlineData("data/FashionMNIST/raw/", "-images-idx3-ubyte.gz", "-labels-idx1-ubyte.gz", "t10k")]
    [InlineData("archive/@/", "-images-idx3-ubyte", "-labels-idx1-ubyte", "t10k")]                                    // Kaggle: each in a folder of its name
    [InlineData("@/", "-images.idx3-ubyte", "-labels.idx1-ubyte", "t10k")]
    [InlineData("gzip/emnist-letters-", "-images-idx3-ubyte.gz", "-labels-idx1-ubyte.gz", "test")]                    // EMNIST
    [InlineData("#/", "-images-idx3-ubyte", "-labels-idx1-ubyte", "t10k")]                                            // sorted into train and test
    [InlineData("MNIST/#_set/@/", "-images-idx3-ubyte", "-labels-idx1-ubyte", "t10k")]
    [InlineData("", "-images.idx", "-labels.idx", "t10k")]
    [InlineData("raw/", "-images.idx3", "-labels.idx1", "test")]
    [InlineData("", "-images-idx3-ubyte.idx", "-labels-idx1-ubyte.idx", "t10k")]
    [InlineData("", "-images-idx3-ubyte (1).gz", "-labels-idx1-ubyte (1).gz", "t10k")]                                // downloaded twice
    [InlineData("", "-images-idx3-ubyte(2)", "-labels-idx1-ubyte(2)", "t10k")]
    public void Mnist_is_found_as_people_have_it_alike_in_folder_zip_and_tar(string before, string images, string labels, string test)
    {
        (string, byte[])[] files = [("train" + images, Idx(images, 5, 2, 3)), ("train" + labels, Idx(labels, 5)), (test + images, Idx(images, 3, 2, 3)), (test + labels, Idx(labels, 3))];
        foreach (var kind in new[] { "folder", "zip", "tar" })
        {
            using var folder = new TemporaryFolder();
            var path = Write(folder, kind, [("notes.txt", [65]), .. files.Select(file => (before.Replace("@", file.Item1, StringComparison.Ordinal).Replace("#", file.Item1.StartsWith("train", StringComparison.Ordinal) ? "train" : "test", StringComparison.Ordinal) + file.Item1, file.Item2))]);
            var (train, judging) = (Known.Open(path), Known.Open(path, new(Split: Split.Test)));
            train.Read(2, new float[6], out var label);

            Assert.Equal((kind, 5, 5, 2), (kind, train.Count, train.Schema.Classes, label));
            Assert.Equal((kind, 3, 3), (kind, judging.Count, judging.Schema.Classes));
            Assert.Equal(train.Fingerprint, Known.Open($"idx:{path}").Fingerprint);
        }
    }

    [Fact]
    public void The_same_files_twice_are_one_set()
    {
        using var folder = new TemporaryFolder();
        var bytes = TemporaryFolder.Idx(5, 2, 3);
        folder.Write("train-images.idx3-ubyte", bytes);
        folder.Write("train-images-idx3-ubyte/train-images-idx3-ubyte", bytes);
        folder.Write("train-images-idx3-ubyte.gz", TemporaryFolder.Gzipped(bytes));

        Assert.Equal(5, Known.Open(folder.Root).Count);
    }

    [Fact]
    public void Several_sets_are_named_and_one_of_them_opens_as_the_message_says()
    {
        using var folder = new TemporaryFolder();
        folder.Write("MNIST/raw/train-images-idx3-ubyte", TemporaryFolder.Idx(5, 2, 3));
        folder.Write("FashionMNIST/raw/train-images-idx3-ubyte", TemporaryFolder.Idx(4, 2, 3));
        var refusal = Assert.Throws<AdversaException>(() => Known.Open(folder.Root));

        Assert.Equal((3047, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains("FashionMNIST/raw/, MNIST/raw/", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"--data idx:{folder["FashionMNIST/raw"]}.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(4, Known.Open($"idx:{folder["FashionMNIST/raw"]}").Count);
    }

    [Fact]
    public void Pictures_beside_the_files_are_asked_about()
    {
        using var folder = new TemporaryFolder();
        folder.Write("MNIST/raw/train-images-idx3-ubyte", TemporaryFolder.Idx(5, 2, 3));
        folder.WritePng("cats/1.png", 24, 0);
        var refusal = Assert.Throws<AdversaException>(() => Known.Open(folder.Root));

        Assert.Equal(3047, refusal.Code);
        Assert.Equal(1, Known.Open($"folder:{folder.Root}").Count);
        Assert.Equal(5, Known.Open($"idx:{folder["MNIST/raw"]}").Count);
    }

    [Fact]
    public void A_file_of_pictures_alone_finds_its_labels_in_every_spelling()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/train-images.idx3-ubyte", TemporaryFolder.Idx(5, 2, 3));
        folder.Write("a/train-labels.idx1-ubyte", TemporaryFolder.Idx(5));
        folder.Write("b/train-images-idx3-ubyte/train-images-idx3-ubyte", TemporaryFolder.Idx(5, 2, 3));
        folder.Write("b/train-labels-idx1-ubyte/train-labels-idx1-ubyte", TemporaryFolder.Idx(5));

        Assert.Equal(5, Known.Open(folder["a/train-images.idx3-ubyte"]).Schema.Classes);
        Assert.Equal(5, Known.Open(folder["b/train-images-idx3-ubyte/train-images-idx3-ubyte"]).Schema.Classes);
        Assert.Equal(5, Known.Open(folder["b/train-images-idx3-ubyte"]).Schema.Classes);                  // Kaggle's folder of that name
        Assert.Empty(Known.Open(folder["b/train-images-idx3-ubyte"]).Notes);
    }

    [Fact]
    public void Pictures_whose_labels_are_not_found_say_so()
    {
        using var folder = new TemporaryFolder();
        folder.Write("train-images-idx3-ubyte", TemporaryFolder.Idx(5, 2, 3));
        folder.Write("train-images-idx3-ubyte (1)", TemporaryFolder.Idx(5, 2, 3));
        folder.Write("train-labels-idx1-ubyte (1)", TemporaryFolder.Idx(5));                                  // of another set, as browsers count downloads
        folder.Write("other/t10k-labels-idx1-ubyte", TemporaryFolder.Idx(5));
        folder.Write("other/train-images-idx3-ubyte", TemporaryFolder.Idx(5, 2, 3));

        foreach (var path in new[] { "train-images-idx3-ubyte", "other", "other/train-images-idx3-ubyte" })
        {
            var source = Known.Open(folder[path]);

            Assert.Equal(0, source.Schema.Classes);
            Assert.StartsWith("No labels were found for ", Assert.Single(source.Notes).English, StringComparison.Ordinal);
        }

        Assert.Equal(5, Known.Open(folder["train-images-idx3-ubyte (1)"]).Schema.Classes);
    }

    [Fact]
    public void Of_several_sets_one_with_a_training_part_is_proposed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/t10k-images-idx3-ubyte", TemporaryFolder.Idx(5, 2, 3));
        folder.Write("b/train-images-idx3-ubyte", TemporaryFolder.Idx(5, 2, 3));

        Assert.Contains($"--data idx:{folder["b"]}.", Assert.Throws<AdversaException>(() => Known.Open(folder.Root)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_files_alone_are_not_learned_from()
    {
        using var folder = new TemporaryFolder();
        folder.Write("raw/t10k-images-idx3-ubyte", TemporaryFolder.Idx(5, 2, 3));

        Assert.Equal(3042, Assert.Throws<AdversaException>(() => Known.Open(folder.Root)).Code);
    }

    private static byte[] Idx(string name, params int[] shape) => name.EndsWith(".gz", StringComparison.Ordinal) ? TemporaryFolder.Gzipped(TemporaryFolder.Idx(shape)) : TemporaryFolder.Idx(shape);

    private static string Write(TemporaryFolder folder, string kind, (string Name, byte[] Bytes)[] files)
    {
        if (kind == "folder")
        {
            foreach (var (name, bytes) in files) folder.Write($"data/{name}", bytes);
            return folder["data"];
        }

        var (zip, tar) = (new ZipBuilder(), new TarBuilder());
        foreach (var (name, bytes) in files)
        {
            zip.Add(name, bytes);
            tar.Add(name, bytes);
        }

        return folder.Write("data", kind == "zip" ? zip.Build() : tar.Build());
    }
}
