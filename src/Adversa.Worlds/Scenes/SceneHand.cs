namespace Adversa.Worlds.Scenes;

/// <summary>Draws what a scene holds.</summary>
internal static class SceneHand
{
    /// <summary>Draws a scene.</summary>
    /// <param name="rng">The sample's generator at its beginning.</param>
    public static SceneTruth Draw(Rng rng)
    {
        var light = (SceneLight)rng.NextInt(4);
        var (sunX, sunY) = (rng.Uniform(7, 57), rng.Uniform(7, 15));
        var clouds = Several(1 + rng.NextInt(3), _ => new SceneCloud(rng.Uniform(4, 60), rng.Uniform(8, 21), rng.Uniform(6, 10), rng.Uniform(-1, 1)));
        var far = Several(7, _ => rng.Uniform(21, 32));
        var near = Several(7, _ => rng.Uniform(30, 36.5));
        var meadow = Several(3, _ => rng.Uniform(38, 41.5));
        var green = rng.NextDouble();
        var count = 1 + rng.NextInt(3);
        var houses = Several(count, i => House(rng, 64 * (i + 0.5 + rng.Uniform(-0.22, 0.22) * (count == 1 ? 1.6 : 1)) / count, count));
        var trees = Several(2 + rng.NextInt(4), _ => Tree(rng));
        var kind = (SceneObjectKind)rng.NextInt(3);
        var thing = new SceneObject(kind, rng.Uniform(9, 55), kind == SceneObjectKind.Balloon ? rng.Uniform(11, 19) : rng.Uniform(57.5, 61),
            rng.Uniform(0.85, 1.15), rng.NextDouble());
        return new(light, sunX, sunY, clouds, far, near, meadow, green, [.. houses.OrderBy(house => house.Y)], [.. trees.OrderBy(tree => tree.Y)], thing);
    }

    private static SceneHouse House(Rng rng, double x, int of)
    {
        var y = rng.Uniform(44.5, 52);
        var side = rng.NextInt(2) == 0 ? -1 : 1;
        return new(x, y, (0.9 + (y - 44.5) * 0.06) * (of == 3 ? 0.82 : 1), rng.Uniform(11, 14), rng.Uniform(8, 12), side * rng.Uniform(6, 11),
            1 + rng.NextInt(2), rng.NextDouble(), rng.NextDouble());
    }

    private static SceneTree Tree(Rng rng)
    {
        var y = rng.Uniform(42, 56);
        return new(rng.Uniform(2, 62), y, 0.8 + (y - 42) * 0.04, rng.NextInt(2) == 0, rng.NextDouble());
    }

    private static T[] Several<T>(int count, Func<int, T> draw)
    {
        var drawn = new T[count];
        for (var i = 0; i < count; i++) drawn[i] = draw(i);
        return drawn;
    }
}
