using Adversa.Data;
using Adversa.Worlds.Maps;

namespace Adversa.Worlds.Tests.Maps;

public class MapSatelliteTests
{
    private static readonly MapSatelliteWorld World = new();

    [Theory]
    [InlineData(MapView.Map, 64, 0.995)]
    [InlineData(MapView.Satellite, 64, 0.985)]
    [InlineData(MapView.Map, 32, 0.99)]
    [InlineData(MapView.Satellite, 32, 0.97)]
    public void The_classes_are_read_from_a_true_picture_of_either_view(MapView view, int size, double least)
    {
        var sum = 0.0;
        var picture = new float[3 * size * size];
        for (var i = 0; i < 100; i++)
        {
            var truth = World.Truth(i);
            MapSatelliteWorld.Render(truth, view, size, picture);
            sum += LabelMaps.Iou(MapSatelliteWorld.Read(picture, size, view), MapSatelliteWorld.Labels(truth, size));
        }

        Assert.True(sum / 100 >= least, $"IoU {sum / 100}");
    }

    [Fact]
    public void Another_place_or_the_other_view_is_not_taken_for_it()
    {
        var (other, view) = (0.0, 0.0);
        var picture = new float[3 * 64 * 64];
        for (var i = 0; i < 50; i++)
        {
            var labels = MapSatelliteWorld.Labels(World.Truth(i), 64);
            MapSatelliteWorld.Render(World.Truth(i + 1), MapView.Satellite, 64, picture);
            other += LabelMaps.Iou(MapSatelliteWorld.Read(picture, 64, MapView.Satellite), labels) / 50;
            MapSatelliteWorld.Render(World.Truth(i), MapView.Map, 64, picture);
            view += LabelMaps.Iou(MapSatelliteWorld.Read(picture, 64, MapView.Satellite), labels) / 50;
        }

        Assert.True(other < 0.35 && view < 0.35, $"another place {other}, the map itself {view}");
    }

    [Fact]
    public void Houses_and_trees_change_the_satellite_picture_and_neither_map_nor_labels()
    {
        var truth = World.Truth(4);
        var bare = truth with { Houses = [], Trees = [] };

        Assert.Equal(Paint(truth, MapView.Map), Paint(bare, MapView.Map));
        Assert.Equal(MapSatelliteWorld.Labels(truth, 64), MapSatelliteWorld.Labels(bare, 64));
        Assert.NotEqual(Paint(truth, MapView.Satellite), Paint(bare, MapView.Satellite));
    }

    [Fact]
    public void A_sample_is_the_map_and_the_place_from_above_and_every_class_comes()
    {
        var batch = new Batch(World.Schema, 1);
        World.Read(7, batch.Row(0));

        Assert.Equal(Paint(World.Truth(7), MapView.Map), batch.Floats(Field.Input));
        Assert.Equal(Paint(World.Truth(7), MapView.Satellite), batch.Floats(Field.Image));
        Assert.Equal(MapSatelliteWorld.Classes, Enumerable.Range(0, 20).SelectMany(i => MapSatelliteWorld.Labels(World.Truth(i), 64)).Distinct().Count());
    }

    [Fact]
    public void Iou_counts_what_agrees_by_class()
    {
        Assert.Equal((1.0 / 2 + 2.0 / 3) / 2, LabelMaps.Iou([0, 0, 1, 1], [0, 1, 1, 1]), 1e-12);        // class 0: 1 of 2; class 1: 2 of 3
        Assert.Equal(1, LabelMaps.Iou([2, 3], [2, 3]));
        Assert.Equal(0, LabelMaps.Iou([2, 2], [3, 3]));
    }

    private static float[] Paint(MapTruth truth, MapView view)
    {
        var picture = new float[3 * 64 * 64];
        MapSatelliteWorld.Render(truth, view, 64, picture);
        return picture;
    }
}
