using Adversa.Data;
using Adversa.Data.Opening;
using Adversa.Data.Packed;
using Adversa.Data.Tests;
using Adversa.DataTools.Preparing;
using Adversa.Formats.Tests;

namespace Adversa.DataTools.Tests.Preparing;

public class PackedPartsTests
{
    [Fact]
    public void A_set_of_two_parts_is_packed_into_two_files_of_which_one_finds_the_other()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, i) in new[] { "train/cat/1", "train/dog/2", "train/dog/3", "test/cat/4", "test/dog/5" }.Select((name, i) => (name, i))) folder.WritePng($"set/{name}.png", 24 + (i == 4 ? 100 : 0), (byte)(10 * i));
        Pack(folder["set"], folder["out.safetensors"]);
        using var train = (PackedSource)Known.Open(folder["out-train.safetensors"]);
        using var test = (PackedSource)Known.Open(folder["out-train.safetensors"], new(Split: Split.Test));

        Assert.Equal((3, 2), (train.Count, test.Count));
        Assert.Equal(train.Schema, test.Schema);                              // the size of the training part, though one test picture is larger
        Assert.Equal(["cat/4.png", "dog/5.png"], Enumerable.Range(0, 2).Select(i => test.NameOf(i)));
        Assert.False(File.Exists(folder["out.safetensors"]));
    }

    [Fact]
    public void The_files_of_mnist_are_packed_with_their_test_part_and_alone_without()
    {
        using var folder = new TemporaryFolder();
        folder.Write("m/train-images-idx3-ubyte", TemporaryFolder.Idx(3, 28, 28));
        Assert.Null(Known.EndingTestOf(folder["m"], new(), Known.Open(folder["m"])));

        folder.Write("m/t10k-images-idx3-ubyte", TemporaryFolder.Idx(2, 28, 28));
        Assert.Equal(2, Known.EndingTestOf(folder["m"], new(), Known.Open(folder["m"]))?.Count);
    }

    [Fact]
    public void What_was_left_out_of_a_part_is_said_and_stays_known_in_its_file()
    {
        using var folder = new TemporaryFolder();
        foreach (var i in Enumerable.Range(1, 4)) folder.WritePng($"set/train/{i}.png", 24, (byte)i);
        folder.Write("set/train/2.png", TemporaryFolder.Png(24, 2)[..60]);
        foreach (var i in Enumerable.Range(5, 2)) folder.WritePng($"set/test/{i}.png", 24, (byte)i);
        folder.Write("set/train/labels.csv", "file_name,label\n1.png,a\n2.png,a\n3.png,b\n"u8.ToArray());
        folder.Write("set/test/labels.csv", "file_name,label\n5.png,a\n"u8.ToArray());
        var train = Known.Open(folder["set"]);
        var test = Known.TestOf(folder["set"], new(), train)!;
        const string left = "1 picture has no row in labels.csv and is left out of training, such as";
        Preparation.Run(train, folder["out-train.safetensors"], new(MostBad: 0.5));
        using var packed = PackedSource.Open(folder["out-train.safetensors"]);

        Assert.Equal([(3046, $"Test part: {left} 6.png."), (3048, "There are no samples to examine on of b.")], TestSamples.Said(test, train).Select(said => (said.Code, said.Note.English)));
        Assert.Equal($"When out-train was packed: {left} 4.png.", packed.Notes[0].English);
        Assert.StartsWith("When out-train was packed: 1 bad file was left out, such as 2.png (", packed.Notes[1].English, StringComparison.Ordinal);
        Assert.Equal(2, packed.Notes.Count);
    }

    [Fact]
    public void A_damaged_test_part_is_an_error_and_not_missing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("m/train-images-idx3-ubyte", TemporaryFolder.Idx(3, 28, 28));
        folder.Write("m/t10k-images-idx3-ubyte", TemporaryFolder.Idx(2, 28, 28)[..^1]);

        Assert.Equal(3002, Assert.Throws<AdversaException>(() => Known.EndingTestOf(folder["m"], new(), Known.Open(folder["m"]))).Code);
    }

    [Fact]
    public void A_set_of_one_part_or_without_end_has_no_other()
    {
        using var folder = new TemporaryFolder();
        folder.WritePng("p/1.png", 24, 0);

        Assert.Null(Known.EndingTestOf(folder["p"], new(), Known.Open(folder["p"])));
        Assert.Null(Known.EndingTestOf("digits", new(), Known.Open("digits")));
        Assert.Null(Known.EndingTestOf("first:9:digits", new(), Known.Open("first:9:digits")));
    }

    [Fact]
    public void A_file_of_another_set_with_a_fitting_name_is_no_test_part()
    {
        using var folder = new TemporaryFolder();
        folder.WritePng("a/1.png", 24, 0);
        folder.WritePng("b/1.png", 24, 50);
        Preparation.Run(Known.Open(folder["a"]), folder["x-train.safetensors"], new());
        Preparation.Run(Known.Open(folder["b"]), folder["x-test.safetensors"], new());

        Assert.Equal(Known.Open(folder["x-train.safetensors"]).Fingerprint, Known.Open(folder["x-train.safetensors"], new(Split: Split.Test)).Fingerprint);
    }

    private static void Pack(string spec, string target)
    {
        var train = Known.Open(spec);
        Preparation.Run(train, PackedParts.FileOf(target, Split.Train), new());
        Preparation.Run(Known.EndingTestOf(spec, new(), train)!, PackedParts.FileOf(target, Split.Test), new());
    }
}
