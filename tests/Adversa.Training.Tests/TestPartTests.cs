using Adversa.Data;
using Adversa.Training.Evaluations;
using Adversa.Training.Judges;

namespace Adversa.Training.Tests;

public sealed class TestPartTests : IDisposable
{
    private readonly TemporaryFolder _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void A_set_has_a_test_part_only_where_other_samples_of_its_shape_are_found()
    {
        Pictures("train", 28);
        var train = DataSpec.Open(_here.Root);
        Assert.Null(TestPart.Of(_here.Root, 0, train));                              // no t10k files: that is no error
        Pictures("t10k", 20);
        Assert.Null(TestPart.Of(_here.Root, 0, train));                              // of another side
        Pictures("t10k", 28);
        Assert.Equal(10, TestPart.Of(_here.Root, 0, train)!.Count);
        File.WriteAllBytes(_here["t10k-images-idx3-ubyte"], [0, 0, 8, 3, 0]);
        Assert.Null(TestPart.Of(_here.Root, 0, train));                              // cut off

        var world = DataSpec.Open("digits");
        Assert.NotEqual(world.Fingerprint, TestPart.Of("digits", 0, world)!.Fingerprint);
        Assert.Null(TestPart.Of("digits", 0, DataSpec.Open("digits", new(Split: Split.Test))));
    }

    [Fact]
    public void Training_files_alone_have_no_judge_and_are_compared_with_themselves()
    {
        Pictures("train", 28);
        File.WriteAllBytes(_here["train-labels-idx1-ubyte"], [0, 0, 8, 1, 0, 0, 0, 10, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);

        Assert.Null(JudgeBench.Open(_here.Root, 0, DataSpec.Open(_here.Root).Schema));
        Assert.Null(HeldOut.Open(_here.Root, 0).Test);
        Assert.Equal(5, HeldOut.Open(_here.Root, 0).Half(100));
    }

    /// <summary>Ten pictures in MNIST's layout.</summary>
    private void Pictures(string part, byte side) => File.WriteAllBytes(_here[$"{part}-images-idx3-ubyte"],
        [0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, side, 0, 0, 0, side, .. Enumerable.Range(0, 10 * side * side).Select(i => (byte)(i * (part.Length + 1)))]);
}
