using Adversa.Data;
using Adversa.Worlds.Art;
using Adversa.Worlds.Avatars;
using Adversa.Worlds.Captions;
using Adversa.Worlds.Digits;
using Adversa.Worlds.Glyphs;
using Adversa.Worlds.Maps;
using Adversa.Worlds.Outlines;
using Adversa.Worlds.Points;
using Adversa.Worlds.Polygons;
using Adversa.Worlds.Scenes;

namespace Adversa.Worlds.Catalog;

/// <summary>The procedural worlds by name.</summary>
public static class WorldCatalog
{
    private static readonly SortedDictionary<string, Func<DataOptions, World>> Known = new(StringComparer.Ordinal)
    {
        ["art-folder"] = o => new ArtFolderWorld(o.Seed, WithSize(o, "art-folder", ArtFolderWorld.LeastSize, ArtFolderWorld.MostSize) ?? ArtFolderWorld.DefaultSize, o.Split),
        ["avatar-people"] = o => new AvatarPeopleWorld(o.Seed, ShapeSize(o, "avatar-people"), o.Split),
        ["avatar-views"] = o => new AvatarViewsWorld(o.Seed, ShapeSize(o, "avatar-views"), o.Split),
        ["avatars"] = o => new AvatarsWorld(o.Seed, ShapeSize(o, "avatars"), o.Split),
        ["captions"] = o => new CaptionsWorld(o.Seed, ShapeSize(o, "captions"), o.Split),
        ["day-night"] = o => ScenePairsWorld.DayNight(o.Seed, ShapeSize(o, "day-night"), o.Split),
        ["digits"] = o => new DigitsWorld(o.Seed, WithSize(o, "digits", 24, 64) ?? DigitsWorld.DefaultSize, o.Split),
        ["edges-photo"] = o => new EdgesPhotoWorld(o.Seed, ShapeSize(o, "edges-photo"), o.Split),
        ["gaussians"] = o => new GaussianWorld(o.Seed, o.Split),
        ["grid"] = o => new GridWorld(o.Seed, o.Split),
        ["glyphs"] = o => new GlyphsWorld(o.Seed, WithHalvedSize(o) ?? GlyphsWorld.DefaultSize, o.Split),
        ["grey-colour"] = o => ScenePairsWorld.GreyColour(o.Seed, ShapeSize(o, "grey-colour"), o.Split),
        ["map-satellite"] = o => new MapSatelliteWorld(o.Seed, ShapeSize(o, "map-satellite"), o.Split),
        ["polygons"] = o => new PolygonsWorld(o.Seed, WithSize(o, "polygons", 16, 64) ?? PolygonsWorld.DefaultSize, o.Split),
        ["ring"] = o => new RingWorld(o.Seed, o.Split),
        ["scenes"] = o => new ScenesWorld(o.Seed, ShapeSize(o, "scenes"), o.Split),
        ["stacked-digits"] = o => new StackedDigitsWorld(o.Seed, WithSize(o, "stacked-digits", 24, 64) ?? DigitsWorld.DefaultSize, o.Split, o.Channels ?? 3),
        ["sunny-cloudy"] = o => ScenePairsWorld.SunnyCloudy(o.Seed, ShapeSize(o, "sunny-cloudy"), o.Split),
        ["swiss-roll"] = o => new SwissRollWorld(o.Seed, o.Split),
    };

    /// <summary>The names, sorted.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Opens a world, or returns null when none has that name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="options">Seed, size and split; all defaults when null.</param>
    /// <exception cref="AdversaException">ADV2012: the size is outside what the world draws.</exception>
    public static World? Find(string name, DataOptions? options = null) =>
        Known.TryGetValue(name, out var open) ? open(options ?? new()) : null;

    private static int? WithSize(DataOptions options, string world, int low, int high, int step = 1) =>
        options.Size is not { } size || (size.IsSquare && size.Side >= low && size.Side <= high && (size.Side - low) % step == 0)
            ? options.Size?.Side
            : throw new AdversaException(2012, ExitCode.Usage, Words.AtMostOneSide(world, low, high, step > 1 ? Words.InSteps(step) : Text.None, size.Spelt));

    private static int ShapeSize(DataOptions options, string world) => WithSize(options, world, 32, 128, step: 8) ?? 64;

    private static int? WithHalvedSize(DataOptions options) => options.Size is not { } size || (size.IsSquare && size.Side is 7 or 14 or 28 or 56)
        ? options.Size?.Side
        : throw new AdversaException(2012, ExitCode.Usage, Words.GlyphsAreHalved(size.Spelt));
}
