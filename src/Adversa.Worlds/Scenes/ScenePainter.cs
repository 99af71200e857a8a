namespace Adversa.Worlds.Scenes;

/// <summary>Paints a scene from back to front.</summary>
internal static class ScenePainter
{
    /// <summary>Paints everything.</summary>
    public static void Paint(SceneEasel easel)
    {
        var truth = easel.Truth;
        SceneGround.Sky(easel);
        SceneGround.Land(easel);
        foreach (var house in truth.Houses) SceneGround.Shadow(easel, house.X + house.Depth * house.Scale / 2, house.Y,
            (house.Width + Math.Abs(house.Depth)) * house.Scale * 0.56);
        foreach (var tree in truth.Trees) SceneGround.Shadow(easel, tree.X, tree.Y, 5 * tree.Scale);
        if (truth.Object is { Kind: not SceneObjectKind.Balloon } standing) SceneGround.Shadow(easel, standing.X, standing.Y, 8.4 * standing.Scale);

        for (int h = 0, t = 0; h < truth.Houses.Count || t < truth.Trees.Count;)
        {
            if (t == truth.Trees.Count || (h < truth.Houses.Count && truth.Houses[h].Y <= truth.Trees[t].Y)) SceneThings.House(easel, truth.Houses[h++]);
            else SceneThings.Tree(easel, truth.Trees[t++]);
        }

        if (truth.Object is null) return;
        easel.Relight(truth.ObjectLight ?? truth.Light);
        SceneThings.Object(easel, truth.Object);
    }
}
