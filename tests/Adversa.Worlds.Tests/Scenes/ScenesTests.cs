using Adversa.Data;
using Adversa.Data.Opening;
using Adversa.Imaging.Codecs;
using Adversa.Worlds.Catalog;
using Adversa.Worlds.Scenes;

namespace Adversa.Worlds.Tests.Scenes;

public class ScenesTests
{
    private const int Area = 64 * 64;

    private static readonly ScenesWorld World = new();

    [Fact]
    public void A_pair_is_one_scene_in_two_domains()
    {
        var world = ScenePairsWorld.DayNight();
        var batch = new Batch(world.Schema, 1);
        world.Read(5, batch.Row(0));

        Assert.Equal(Paint(world.Truth(5), SceneDomain.Sunny), batch.Floats(Field.Input));
        Assert.Equal(Paint(world.Truth(5), SceneDomain.Night), batch.Floats(Field.Image));
        Assert.Equal(Paint(world.Truth(5) with { Light = SceneLight.Dusk }, SceneDomain.Night), batch.Floats(Field.Image));
    }

    [Fact]
    public void What_nobody_asks_for_is_not_needed()
    {
        var world = ScenePairsWorld.SunnyCloudy();
        var (whole, alone) = (new Batch(world.Schema, 1), new Batch(world.Schema.Only(Field.Input)!, 1));
        world.Read(9, whole.Row(0));
        world.Read(9, alone.Row(0));

        Assert.Equal(whole.Floats(Field.Input), alone.Floats(Field.Input));
        Assert.NotEqual(whole.Floats(Field.Image), alone.Floats(Field.Input));
    }

    [Fact]
    public void A_pair_turns_round_and_what_is_no_pair_is_refused()
    {
        using var swapped = (SwappedSource)DataSpec.Open("pairs-ba:day-night", known: [new NamedWorlds()]);
        var batch = new Batch(swapped.Schema, 1);
        swapped.Read(5, batch.Row(0));
        var truth = ScenePairsWorld.DayNight().Truth(5);

        Assert.Equal(Paint(truth, SceneDomain.Night), batch.Floats(Field.Input));
        Assert.Equal(Paint(truth, SceneDomain.Sunny), batch.Floats(Field.Image));
        Assert.NotEqual(ScenePairsWorld.DayNight().Fingerprint, swapped.Fingerprint);
        Assert.Equal("pairs-ba:day-night", DataSpec.FullPath("pairs-ba:day-night", [new NamedWorlds()]));
        Assert.Equal(3049, Assert.Throws<AdversaException>(() => DataSpec.Open("pairs-ba:digits", known: [new NamedWorlds()])).Code);
    }

    [Fact]
    public void Grey_is_the_brightness_of_the_coloured_picture_byte_for_byte()
    {
        var (grey, colour) = (Paint(World.Truth(2), SceneDomain.Grey), Paint(World.Truth(2), SceneDomain.Sunny));

        for (var i = 0; i < Area; i++)
        {
            var expected = (299 * PixelBytes.ToByte(colour[i]) + 587 * PixelBytes.ToByte(colour[Area + i]) + 114 * PixelBytes.ToByte(colour[2 * Area + i]) + 500) / 1000;
            Assert.Equal((expected, expected, expected), (PixelBytes.ToByte(grey[i]), PixelBytes.ToByte(grey[Area + i]), PixelBytes.ToByte(grey[2 * Area + i])));
        }
    }

    [Fact]
    public void The_shares_of_a_pixel_sum_to_one_in_every_light_and_the_label_is_the_largest()
    {
        var seen = new HashSet<byte>();
        for (var index = 0; index < 8; index++)
        {
            var truth = World.Truth(index);
            var (shares, labels) = (ScenesWorld.Shares(truth, 64), ScenesWorld.Labels(truth, 64));
            for (var i = 0; i < Area; i++)
            {
                Assert.Equal(1, Enumerable.Range(0, ScenesWorld.Parts).Sum(part => (double)shares[part * Area + i]), 1e-4);
                Assert.Equal(Enumerable.Range(0, ScenesWorld.Parts).Max(part => shares[part * Area + i]), shares[labels[i] * Area + i]);
            }

            Assert.Equal(labels, ScenesWorld.Labels(truth with { Light = SceneLight.Night }, 64));
            seen.UnionWith(labels);
        }

        Assert.Equal(ScenesWorld.Parts, seen.Count);
    }

    [Fact]
    public void A_pasted_object_changes_its_place_alone_and_its_light_changes_the_object_alone()
    {
        var (target, source) = (World.Truth(3) with { Light = SceneLight.Night }, World.Truth(1) with { Light = SceneLight.Sunny });
        var (pasted, true_) = (Paint(ScenesWorld.Paste(target, source, isRelit: false)), Paint(ScenesWorld.Paste(target, source)));
        var mask = ScenesWorld.Mask(source, 64);
        var shares = ScenesWorld.Shares(source, 64).AsSpan((int)ScenePart.Object * Area, Area).ToArray();
        var changed = Enumerable.Range(0, Area).Where(i => Enumerable.Range(0, 3).Any(c => pasted[c * Area + i] != true_[c * Area + i])).ToList();

        Assert.True(changed.Count > 40, $"only {changed.Count} pixels changed");
        Assert.All(changed, i => Assert.True(shares[i] > 0, $"pixel ({i % 64}, {i / 64}) changed and holds no object"));
        Assert.All(Enumerable.Range(0, Area).Where(i => mask[i] == 1), i => Assert.True(shares[i] >= 0.5f));
        Assert.Equal(true_, Paint(target with { Object = source.Object }));
        Assert.DoesNotContain((byte)1, ScenesWorld.Mask(target with { Object = null }, 64));
    }

    [Fact]
    public void The_same_scene_comes_in_every_size()
    {
        for (var index = 0; index < 4; index++)
        {
            var (large, small) = (new float[3 * 128 * 128], new float[3 * Area]);
            new ScenesWorld(size: 128).Read(index, large, out _);
            World.Read(index, small, out _);
            var error = 0.0;
            for (var i = 0; i < small.Length; i++)
            {
                var at = (i / 64 * 2 * 128) + (i % 64 * 2);
                error += Math.Abs((large[at] + large[at + 1] + large[at + 128] + large[at + 129]) / 4 - small[i]);
            }

            Assert.InRange(error / small.Length, 0, 0.012);
        }
    }

    [Fact]
    public void What_a_picture_shows_is_read_beside_the_truth()
    {
        var (own, noisy, day, other) = (0.0, 0.0, 0.0, 0.0);
        var rng = new Rng(3);
        for (var i = 0; i < 20; i++)
        {
            var (truth, labels) = (World.Truth(i), ScenesWorld.Labels(World.Truth(i), 64));
            var night = Paint(truth, SceneDomain.Night);
            own += Iou(night) / 20;
            noisy += Iou([.. night.Select(value => value + (float)rng.Uniform(-0.03, 0.03))]) / 20;
            day += Iou(Paint(truth, SceneDomain.Sunny)) / 20;
            other += Iou(Paint(World.Truth(i + 1), SceneDomain.Night)) / 20;

            double Iou(float[] picture) => LabelMaps.Iou(ScenesWorld.Read(picture, truth, SceneDomain.Night, 64), labels);
        }

        Assert.True(own > 0.999 && noisy > 0.9 && day < 0.4 && other < 0.5, $"own {own}, with noise {noisy}, by day {day}, another {other}");
    }

    private static float[] Paint(SceneTruth truth, SceneDomain? domain = null)
    {
        var picture = new float[3 * Area];
        if (domain is { } chosen) ScenesWorld.Render(truth, chosen, 64, picture);
        else ScenesWorld.Render(truth, 64, picture);
        return picture;
    }
}
