using System.Runtime.InteropServices;
using Adversa.Formats.Arrays;
using Adversa.Metrics.Evaluation;
using Adversa.Training.Evaluations;

namespace Adversa.Training.Tests.Evaluations;

/// <summary>Networks that the user brings, against numpy: tests/golden/make_onnx.py.</summary>
public sealed class OnnxSpaceTests : IDisposable
{
    private static readonly SampleSchema Schema = new(FieldKind.Image, 3, 12, 12, 0);
    private static readonly string Golden = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "../../../../tests/golden/onnx"));
    private readonly TemporaryFolder _here = new();

    public void Dispose() => _here.Dispose();

    [Theory]
    [InlineData("network.onnx", "features.npy")]
    [InlineData("two.onnx#largest", "largest.npy")]
    [InlineData("two.onnx@imagenet@8#features", "features.npy")]
    public void Features_are_those_of_numpy(string spec, string golden)
    {
        using var space = OnnxSpace.Open(At(spec), Schema);
        var expected = Floats(golden);

        var features = space.Features(Floats("pictures.npy"));

        Assert.Equal((3, 4), (features.Count, features.Width));
        for (var i = 0; i < 3; i++)
            for (var k = 0; k < 4; k++) Assert.Equal(expected[4 * i + k], features[i][k], tolerance: 1e-4);
        Assert.Contains("8x8", space.About.English, StringComparison.Ordinal);
        Assert.Contains("0.485 0.456 0.406", space.About.Spanish, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_tokens_the_first_is_taken_and_a_free_size_is_chosen()
    {
        using var own = OnnxSpace.Open(At("tokens.onnx@unit@12"), Schema);
        using var other = OnnxSpace.Open(At("tokens.onnx@half@12"), Schema);
        var pictures = Floats("pictures.npy");

        var features = own.Features(pictures);

        Assert.Equal((3, 3), (features.Count, features.Width));
        Assert.Equal(Enumerable.Range(0, 144).Average(i => (pictures[i] + 1) / 2), features[0][0], tolerance: 3e-3);       // rounded to bytes
        Assert.Equal(2 * features[1][2] - 1, other.Features(pictures)[1][2], tolerance: 1e-5);
        Assert.NotEqual(own.Name, other.Name);                                               // how pictures are prepared is part of the name
        Assert.NotEqual(MetricCatalog.PublishedInception, own.Name);
    }

    [Fact]
    public void Grey_is_repeated()
    {
        using var space = OnnxSpace.Open(At("network.onnx"), Schema with { Channels = 1 });
        using var colour = OnnxSpace.Open(At("network.onnx"), Schema);
        var grey = Floats("pictures.npy")[..144];

        Assert.Equal(colour.Features([.. grey, .. grey, .. grey])[0].ToArray(), space.Features(grey)[0].ToArray());
    }

    [Theory]
    [InlineData("text.onnx", "has ids Int64 [N, 16]")]
    [InlineData("flat.onnx", "has x Single [N, 192]")]
    [InlineData("two.onnx", "onnx:FILE#features")]
    [InlineData("two.onnx#logits", "\"logits\"")]
    [InlineData("network.onnx@224", "8x8")]
    [InlineData("nothing.onnx", "There is no file")]
    [InlineData("pictures.npy", "is no ONNX file, or is damaged")]
    [InlineData("cut", "is no ONNX file, or is damaged")]
    public void What_is_no_network_of_pictures_is_said_before_anything_is_opened(string spec, string words)
    {
        var path = spec == "cut" ? _here["cut.onnx"] : At(spec);
        if (spec == "cut") File.WriteAllBytes(path, File.ReadAllBytes(At("network.onnx"))[..300]);

        var error = Assert.Throws<AdversaException>(() => OnnxSpace.Check(path));

        Assert.Equal((6032, ExitCode.Data), (error.Code, error.Exit));
        Assert.Contains(words.Replace("FILE", At(spec).Split('#')[0], StringComparison.Ordinal), error.Text.English, StringComparison.Ordinal);
        Assert.NotEqual(error.Text.English, error.Text.Spanish);
    }

    private static string At(string name) => Path.Join(Golden, name);

    private static float[] Floats(string name) => MemoryMarshal.Cast<byte, float>(NpyFile.Read(At(name)).Data).ToArray();
}
