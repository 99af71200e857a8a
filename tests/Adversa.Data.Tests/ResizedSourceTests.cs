using Adversa.Data.Files;
using Adversa.Data.Packed;
using Adversa.Formats.Arrays;
using Adversa.Formats.Tests;
using Adversa.Worlds.Digits;

namespace Adversa.Data.Tests;

public class ResizedSourceTests
{
    [Fact]
    public void An_idx_file_can_be_read_at_another_size_and_in_colour()
    {
        using var folder = new TemporaryFolder();
        folder.Write("x-images-idx3-ubyte", TemporaryFolder.Idx(5, 24, 24));
        var own = Known.Open(folder["x-images-idx3-ubyte"]);
        var half = Known.Open(folder["x-images-idx3-ubyte"], new(Size: 12));
        var colour = Known.Open(folder["x-images-idx3-ubyte"], new(Channels: 3));

        Assert.IsType<IdxSource>(Known.Open(folder["x-images-idx3-ubyte"], new(Size: 24)));
        Assert.Equal(new SampleSchema(FieldKind.Image, 1, 12, 12), half.Schema);
        Assert.Equal(new SampleSchema(FieldKind.Image, 3, 24, 24), colour.Schema);
        Assert.Equal(own.Notes, half.Notes);                                  // that there are no labels
        Assert.Contains("--size 24 shows as much", Assert.Single(Known.Open(folder["x-images-idx3-ubyte"], new(Size: 64)).Notes.Except(own.Notes)).English, StringComparison.Ordinal);
        Assert.Equal(3, new[] { own, half, colour }.Select(source => source.Fingerprint).Distinct().Count());
        var (grey, rgb) = (new float[576], new float[1728]);
        own.Read(2, grey, out _);
        colour.Read(2, rgb, out _);
        Assert.Equal([.. grey, .. grey, .. grey], rgb);
    }

    [Fact]
    public void Colour_becomes_grey_by_the_usual_weights_and_an_even_picture_stays_even()
    {
        using var folder = new TemporaryFolder();
        var picture = Enumerable.Repeat(1f, 64).Concat(Enumerable.Repeat(-1f, 128)).ToArray();              // pure red
        using (var stream = File.Create(folder["red.npy"])) new NpyFile([1, 3, 8, 8], picture).Write(stream);
        var grey = new float[16];
        Known.Open(folder["red.npy"], new(Size: 4, Channels: 1)).Read(0, grey, out _);

        Assert.All(grey, value => Assert.Equal((float)(76 / 127.5 - 1), value));                            // 0.299 * 255
    }

    [Fact]
    public void Labels_attributes_and_names_pass_through()
    {
        using var folder = new TemporaryFolder();
        PackedSet.Write(new StackedDigitsWorld(), 10, folder["s"], workers: 1);
        using var packed = PackedSource.Open(folder["s"]);
        var small = Known.Open(folder["s"], new(Size: 14));
        var (expected, got) = (new float[3], new float[3]);
        packed.ReadAttributes(7, expected);
        small.ReadAttributes(7, got);
        packed.Read(7, new float[packed.Schema.Values], out var label);
        small.Read(7, new float[small.Schema.Values], out var same);

        Assert.Equal(expected, got);
        Assert.Equal(label, same);
        Assert.Equal(packed.Schema.Attributes, small.Schema.Attributes);
    }
}
