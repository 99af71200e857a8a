using System.IO.Compression;
using Adversa.Formats.Arrays;
using Adversa.Formats.Tests;

namespace Adversa.Data.Tests.Files;

public class NpzTests
{
    [Fact]
    public void Keras_s_four_arrays_are_two_parts()
    {
        using var folder = new TemporaryFolder();
        var path = Npz(folder, ("x_train", Pictures(6)), ("y_train", Labels(0, 1, 2, 0, 1, 2)), ("x_test", Pictures(2)), ("y_test", Labels(2, 1)));
        var (train, test) = (Known.Open(path), Known.Open(path, new(Split: Split.Test)));
        test.Read(0, new float[16], out var label);

        Assert.Equal((6, 2, "2"), (train.Count, test.Count, test.ClassNames[label]));
        Assert.Equal(["0", "1", "2"], train.ClassNames);
        Assert.Equal(["1", "2"], test.ClassNames);
        Assert.Equal(new SampleSchema(FieldKind.Image, 1, 4, 4, Classes: 3), train.Schema);
    }

    [Fact]
    public void Numbers_that_no_sample_has_are_no_classes()
    {
        using var folder = new TemporaryFolder();
        var source = Known.Open(Npz(folder, ("images", Pictures(4)), ("labels", Labels(2, 100, 10, 2))));
        var other = Known.Open(Npz(folder, ("images", Pictures(4)), ("labels", Labels(0, 2, 1, 0))));

        Assert.Equal(["2", "10", "100"], source.ClassNames);
        Assert.Equal(3, source.Schema.Classes);
        Assert.Equal([0, 2, 1, 0], Enumerable.Range(0, 4).Select(i => Label(source, i)));
        Assert.NotEqual(other.Fingerprint, source.Fingerprint);
    }

    [Fact]
    public void Labels_that_do_not_belong_are_refused()
    {
        using var folder = new TemporaryFolder();
        foreach (var labels in new[] { Labels(0, 1), new NpyFile([6], new float[6]), new NpyFile(NpyType.Int64, [6], Enumerable.Repeat((byte)255, 48).ToArray()) })
            Assert.Equal(3003, Assert.Throws<AdversaException>(() => Known.Open(Npz(folder, ("images", Pictures(6)), ("labels", labels)))).Code);
        Assert.Contains("x_train", Assert.Throws<AdversaException>(() => Known.Open(Npz(folder, ("weights", Pictures(6))))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_are_labels_when_they_are_whole_numbers_and_named_when_they_are_not()
    {
        using var folder = new TemporaryFolder();
        var labelled = Known.Open(Npz(folder, ("X", Pictures(3)), ("targets", Labels(1, 0, 1))));
        var unlabelled = Known.Open(Npz(folder, ("data", Pictures(3)), ("targets", new NpyFile([3], new float[] { 0.5f, 1, 2 })), ("ids", Labels(7, 8, 9))));

        Assert.Equal([1, 0, 1], Enumerable.Range(0, 3).Select(i => Label(labelled, i)));
        Assert.Equal(0, unlabelled.Schema.Classes);
        Assert.Contains("has no labels; ids, targets stay unused", Assert.Single(unlabelled.Notes).English, StringComparison.Ordinal);
    }

    private static int Label(ISampleSource source, int index)
    {
        source.Read(index, new float[source.Schema.Values], out var label);
        return label;
    }

    private static NpyFile Pictures(int count) => new(NpyType.UInt8, [count, 4, 4], [.. Enumerable.Range(0, count * 16).Select(i => (byte)i)]);

    private static NpyFile Labels(params byte[] labels) => new(NpyType.UInt8, [labels.Length], labels);

    private static string Npz(TemporaryFolder folder, params (string Name, NpyFile Array)[] arrays)
    {
        using (var zip = ZipFile.Open(Path.Join(folder.Root, "a.npz"), File.Exists(folder["a.npz"]) ? ZipArchiveMode.Update : ZipArchiveMode.Create))
        {
            if (zip.Mode == ZipArchiveMode.Update) foreach (var entry in zip.Entries.ToList()) entry.Delete();
            foreach (var (name, array) in arrays)
            {
                using var stream = zip.CreateEntry(name + ".npy").Open();
                array.Write(stream);
            }
        }

        return folder["a.npz"];
    }
}
