using Adversa.Data;
using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Training.Evaluations;
using Adversa.Training.Judges;
using Adversa.Training.Recipes;

namespace Adversa.Training.Tests;

public sealed class TestPartTests : IDisposable
{
    private readonly TemporaryFolder _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void A_set_has_no_test_part_where_no_other_samples_are_found()
    {
        Pictures("train", 28);
        Assert.Null(new RunData(_here.Root, train: DataSets.Open(_here.Root)).Test);           // no t10k files: that is no error
        Pictures("t10k", 28);
        Assert.Equal(10, new RunData(_here.Root, train: DataSets.Open(_here.Root)).Test!.Count);

        var world = DataSets.Open("digits");
        Assert.NotEqual(world.Fingerprint, new RunData("digits", train: world).Test!.Fingerprint);
        Assert.Null(new RunData("digits", train: DataSets.Open("digits", new(Split: Split.Test))).Test);
        Assert.Null(new RunData("first:100:first:100:ring", train: DataSets.Open("first:100:first:100:ring")).Test);
    }

    [Fact]
    public void It_is_opened_with_the_size_and_the_colours_of_what_is_learned_from()
    {
        Pictures("train", 28);
        Pictures("t10k", 20);
        Assert.Equal((10, 28), new RunData(_here.Root, train: DataSets.Open(_here.Root)).Test is { } idx ? (idx.Count, idx.Schema.Height) : default);

        Draw("set/train/a/1.png", 64, channels: 3);
        Draw("set/test/a/1.png", 40, channels: 1);                                   // smaller, and grey
        var test = new RunData(_here["set"], train: DataSets.Open(_here["set"])).Test;
        Assert.Equal((3, 64), (test!.Schema.Channels, test.Schema.Height));
    }

    [Fact]
    public void An_error_in_it_is_an_error_and_no_missing_part()
    {
        Pictures("train", 28);
        File.WriteAllBytes(_here["t10k-images-idx3-ubyte"], [0, 0, 8, 3, 0]);         // cut off
        Assert.Equal(ExitCode.Data, Assert.Throws<AdversaException>(() => new RunData(_here.Root, train: DataSets.Open(_here.Root)).Test).Exit);
        Assert.Equal(ExitCode.Data, Assert.Throws<AdversaException>(() => new HeldOut(new(_here.Root))).Exit);

        Draw("set/train/a/1.png", 32, 3);
        Draw("set/test/1.png", 32, 3);
        File.WriteAllText(_here["set/test/labels.csv"], "file_name,label\n\"1.png,a\n");      // a damaged table
        Assert.Equal(3045, Assert.Throws<AdversaException>(() => new RunData(_here["set"], train: DataSets.Open(_here["set"])).Test).Code);
    }

    // evaluate asked for the data, its notes, a judge and what its numbers are called, and opened both parts for each.
    [Fact]
    public void Each_part_is_opened_once_however_often_it_is_asked_for()
    {
        var data = new Recipe(Data: "digits", Size: 24).OpenData();

        Assert.Same(data.Train, data.Train);
        Assert.Same(data.Test, data.TestOfSameClasses);
        Assert.NotSame(data.Train, data.Test);
        Assert.Equal((24, "on-white:digits"), (data.Train.Schema.Height, new Recipe(Data: "on-white:digits").OpenData().Spec));
        Assert.Same(data.Train, new HeldOut(data).Train);
    }

    [Fact]
    public void A_test_part_of_another_kind_is_refused_by_name()
    {
        var pictures = DataSets.Open("digits");

        var error = Assert.Throws<AdversaException>(() => new RunData("ring", train: pictures).Test);

        Assert.Equal((3048, ExitCode.Data), (error.Code, error.Exit));
        Assert.Contains("2 coordinates", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_of_train_and_test_are_matched_by_name()
    {
        foreach (var k in (string[])["ant", "bee", "cow"]) for (var i = 0; i < 3; i++) Draw($"set/train/{k}/{i}.png", 32, 3);
        foreach (var k in (string[])["bee", "cow", "dog"]) for (var i = 0; i < 2; i++) Draw($"set/test/{k}/{i}.png", 32, 3);
        var train = DataSets.Open(_here["set"]);

        var test = new RunData(_here["set"], train: train).TestOfSameClasses!;

        Assert.Equal([1, 1, 2, 2], SpreadSamples.Labels(test, 100).Labels);
        Assert.Contains("dog", MatchedClasses.SaidOf(test)!.Value.English, StringComparison.Ordinal);
        Assert.Contains("ant", MatchedClasses.SaidOf(test)!.Value.English, StringComparison.Ordinal);
        Assert.Equal([1, 1, 2, 2], new HeldOut(new(_here["set"])) is var held ? held.Labelled(held.Test!, 100).Labels.Order() : []);      // what gan_train and gan_test are examined on
    }

    [Fact]
    public void An_exam_names_the_classes_that_one_side_lacks_and_counts_none_of_them()
    {
        foreach (var k in (string[])["ant", "bee", "cow"]) for (var i = 0; i < 3; i++) Draw($"set/train/{k}/{i}.png", 32, 3);
        foreach (var k in (string[])["bee", "cow", "dog"]) for (var i = 0; i < 2; i++) Draw($"set/test/{k}/{i}.png", 32, 3);
        foreach (var k in (string[])["x", "y"]) Draw($"other/{k}/1.png", 32, 3);
        var train = DataSets.Open(_here["set"]);
        using var scope = new TensorScope();
        using var init = new Generator(1);
        using var noise = new Generator(2);
        using var classifier = (Classifier)CnnClassifierVariant.Descriptor.Build(new CnnClassifierOptions(4, 16), new BuildContext(train.Schema, init, noise));

        var exam = ClassifierExam.Take(classifier, ClassifierExam.Open(new(_here["set"]), null, train.Fingerprint, train.Schema), null, 100);

        Assert.Equal(["accuracy", "recall_1", "recall_2"], exam.Values.Select(pair => pair.Name));
        Assert.Equal(4, exam.Count);
        Assert.Contains("left out: dog", exam.Sentence.English, StringComparison.Ordinal);
        Assert.Contains("examine on of ant", exam.Sentence.English, StringComparison.Ordinal);
        Assert.Equal(3048, Assert.Throws<AdversaException>(() => ClassifierExam.Open(new(_here["set"]), _here["other"], train.Fingerprint, train.Schema)).Code);
        Assert.Equal(3014, Assert.Throws<AdversaException>(() => ClassifierExam.Open(new(_here["other"]), null, "", DataSets.Open(_here["other"]).Schema)).Code);
    }

    [Fact]
    public void Training_files_alone_have_no_judge_and_are_compared_with_themselves()
    {
        Pictures("train", 28);
        File.WriteAllBytes(_here["train-labels-idx1-ubyte"], [0, 0, 8, 1, 0, 0, 0, 10, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);

        Assert.Null(JudgeBench.Open(new(_here.Root), DataSets.Open(_here.Root).Schema));
        Assert.Null(new HeldOut(new(_here.Root)).Test);
        Assert.Equal(5, new HeldOut(new(_here.Root)).Half(100));
    }

    /// <summary>Ten pictures in MNIST's layout.</summary>
    private void Pictures(string part, byte side) => File.WriteAllBytes(_here[$"{part}-images-idx3-ubyte"],
        [0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, side, 0, 0, 0, side, .. Enumerable.Range(0, 10 * side * side).Select(i => (byte)(i * (part.Length + 1)))]);

    private void Draw(string name, int side, int channels)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_here[name])!);
        using var file = File.Create(_here[name]);
        PngWriter.Write(file, ImageGrid.Plain([.. Enumerable.Range(0, side * side * channels).Select(i => (float)Math.Sin(i * (1 + name.Sum(c => c) % 7)))], new(FieldKind.Image, channels, side, side)));
    }
}
