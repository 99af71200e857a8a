using Adversa.Data;
using Adversa.Worlds;
using Adversa.Worlds.Maps;
using Adversa.Worlds.Scenes;

namespace Adversa.Training.Judges;

/// <summary>Worlds that know what each pixel of an answer must show.</summary>
internal static class KnownLabels
{
    /// <summary>The share of each kind of thing that lies where it must, the mean over kinds (intersection over union): of a sample and an answer to it.</summary>
    /// <param name="source">The data.</param>
    /// <param name="side">Side of the answers.</param>
    /// <returns>Null where the data knows no labels.</returns>
    internal static Func<long, float[], double>? Of(ISampleSource source, int side) => source switch
    {
        MapSatelliteWorld map => (sample, answer) => LabelMaps.Iou(MapSatelliteWorld.Read(answer, side, MapView.Satellite), MapSatelliteWorld.Labels(map.Truth(sample), side)),
        ScenePairsWorld pairs => (sample, answer) => LabelMaps.Iou(ScenesWorld.Read(answer, pairs.Truth(sample), pairs.Made, side), ScenesWorld.Labels(pairs.Truth(sample), side)),
        _ => null,
    };
}
