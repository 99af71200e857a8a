using Adversa.Data;
using Adversa.Worlds.Outlines;

namespace Adversa.Worlds.Tests.Outlines;

public class EdgesPhotoTests
{
    private static readonly EdgesPhotoWorld World = new();

    [Theory]
    [InlineData(64, 0.93)]
    [InlineData(32, 0.88)]
    public void The_photograph_has_the_lines_of_its_outline_and_not_those_of_another(int size, double least)
    {
        var (own, other) = (0.0, 0.0);
        for (var i = 0; i < 60; i++)
        {
            var edges = OutlineJudge.Edges(Paint(World.Truth(i), OutlineView.Edges, size), size);
            own += OutlineJudge.EdgeIou(OutlineJudge.Edges(Paint(World.Truth(i), OutlineView.Photo, size), size), edges, size) / 60;
            other += OutlineJudge.EdgeIou(OutlineJudge.Edges(Paint(World.Truth(i + 1), OutlineView.Photo, size), size), edges, size) / 60;
        }

        Assert.True(own >= least && other < 0.55, $"own {own}, another {other}");
    }

    [Fact]
    public void The_free_colour_is_read_whatever_it_is()
    {
        for (var i = 0; i < 60; i++)
        {
            var truth = World.Truth(i);
            var read = OutlineJudge.Read(Paint(truth, OutlineView.Photo), truth with { Hue = 0, Shade = 0 }, 64);
            var off = Math.Abs(read.Hue - truth.Hue);

            Assert.True(Math.Min(off, 1 - off) < 0.02 && Math.Abs(read.Shade - truth.Shade) < 0.06 && read.Unlawful < 1.5 && read.Residual < 0.6, $"sample {i}: {truth} read as {read}");
        }
    }

    [Fact]
    public void A_colour_against_the_law_and_two_colours_at_once_are_seen()
    {
        var truth = World.Truth(0);
        var photo = Paint(truth, OutlineView.Photo);
        var grey = photo.Select((_, i) => (photo[i % 4096] + photo[4096 + i % 4096] + photo[8192 + i % 4096]) / 3).ToArray();
        var (left, right) = (Paint(truth with { Hue = 0.1 }, OutlineView.Photo), Paint(truth with { Hue = 0.6 }, OutlineView.Photo));
        var halves = left.Select((value, i) => i % 64 < 32 ? value : right[i]).ToArray();

        Assert.True(OutlineJudge.Read(grey, truth, 64).Unlawful > 20, "grey is in the law");
        Assert.True(OutlineJudge.Read(halves, truth, 64).Residual > 5, "two colours are one");
        Assert.True(OutlineJudge.Read(Paint(World.Truth(1), OutlineView.Photo), truth, 64).Residual > 5, "another thing fits");
    }

    [Fact]
    public void The_outline_says_nothing_of_the_colour()
    {
        var truth = World.Truth(3);

        Assert.Equal(Paint(truth, OutlineView.Edges), Paint(truth with { Hue = truth.Hue + 0.4, Shade = 1 - truth.Shade }, OutlineView.Edges));
        Assert.NotEqual(Paint(truth, OutlineView.Photo), Paint(truth with { Hue = truth.Hue + 0.4 }, OutlineView.Photo));
    }

    [Fact]
    public void A_sample_is_the_outline_and_the_photograph()
    {
        var batch = new Batch(World.Schema, 1);
        World.Read(7, batch.Row(0));

        Assert.Equal(Paint(World.Truth(7), OutlineView.Edges), batch.Floats(Field.Input));
        Assert.Equal(Paint(World.Truth(7), OutlineView.Photo), batch.Floats(Field.Image));
    }

    private static float[] Paint(OutlineTruth truth, OutlineView view, int size = 64)
    {
        var picture = new float[3 * size * size];
        EdgesPhotoWorld.Render(truth, view, size, picture);
        return picture;
    }
}
