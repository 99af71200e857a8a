using Adversa.Data;
using Adversa.Worlds.Glyphs;

namespace Adversa.Worlds.Tests.Glyphs;

public class GlyphsTests
{
    [Fact]
    public void The_small_picture_is_the_exact_mean_of_the_large_one()
    {
        var (large, small) = (new GlyphsWorld(size: 56), new GlyphsWorld(size: 28));
        var (whole, half, expected) = (new float[3136], new float[784], new float[784]);
        for (var i = 0; i < 200; i++)
        {
            large.Read(i, whole, out var label);
            small.Read(i, half, out var same);
            GlyphsWorld.Reduce(whole, 56, expected);
            Assert.Equal(label, same);
            Assert.Equal(expected, half);
        }

        GlyphsWorld.Reduce([-1, 1, -1, -1], 2, expected.AsSpan(0, 1));
        Assert.Equal((float)(64 / 127.5 - 1), expected[0]);                    // (0 + 255 + 0 + 0 + 2) / 4
    }

    [Fact]
    public void The_28_forms_come_equally_often_and_each_is_nearest_to_itself()
    {
        ISampleSource world = new GlyphsWorld();
        var counts = new int[28];
        var (picture, right) = (new float[784], 0);
        var templates = Enumerable.Range(0, 28).Select(form =>
        {
            var (whole, half) = (new float[3136], new float[784]);
            GlyphsWorld.Render(GlyphsWorld.Plain(form), whole);
            GlyphsWorld.Reduce(whole, 56, half);
            return half;
        }).ToArray();
        for (var i = 0; i < 5600; i++)
        {
            world.Read(i, picture, out var label);
            counts[label]++;
            if (i < 400 && Nearest(templates, picture) == label) right++;
        }

        Assert.Equal("?", world.ClassNames[^1]);
        Assert.All(counts, count => Assert.InRange(count, 140, 262));           // 200 +- 4.3 deviations
        Assert.True(right > 160, $"{right} of 400 are nearest to their own plain form, against 14 by chance");
        Assert.All(Enumerable.Range(0, 28), form => Assert.Equal(form, Nearest(templates, templates[form])));
    }

    [Fact]
    public void The_mask_tells_limb_ring_and_pupil_and_lies_where_the_ink_is()
    {
        var truth = new GlyphsWorld().Truth(3);
        var (mask, picture) = (GlyphsWorld.Mask(truth), new float[3136]);
        GlyphsWorld.Render(truth, picture);

        Assert.Equal(4, mask.Distinct().Count());
        for (var i = 0; i < mask.Length; i++) Assert.True(mask[i] == 0 || picture[i] > -0.05, $"pixel {i} is marked and dark");
    }

    private static int Nearest(float[][] templates, float[] picture) => Enumerable.Range(0, templates.Length).MinBy(form => templates[form].Zip(picture, (a, b) => (a - b) * (a - b)).Sum());
}
