namespace Adversa.Worlds.Maps;

/// <summary>Draws a place.</summary>
internal static class MapHand
{
    private const double Reach = 47;                     // the turned streets fill every corner

    /// <summary>Draws a place.</summary>
    /// <param name="rng">The sample's generator at its beginning.</param>
    public static MapTruth Draw(Rng rng)
    {
        var turn = rng.Uniform(-0.07, 0.07);
        var (upright, across) = (Streets(rng), Streets(rng));
        var (cells, houses, trees, ponds) = (new List<MapCell>(), new List<MapSpot>(), new List<MapSpot>(), new List<MapSpot>());
        for (var i = 0; i + 1 < upright.Count; i++)
            for (var j = 0; j + 1 < across.Count; j++)
            {
                var cell = new MapCell(rng.NextInt(3) == 0 ? MapClass.Park : MapClass.Block, upright[i].At, across[j].At, upright[i + 1].At - upright[i].At,
                    across[j + 1].At - across[j].At);
                cells.Add(cell);
                if (cell.Kind == MapClass.Block) Houses(rng, cell, houses);
                else Park(rng, cell, trees, ponds);
            }

        var width = rng.NextInt(3) == 0 ? 0 : rng.Uniform(7, 12);
        return new(turn, upright, across, cells, houses, trees, ponds, width > 0 ? River(rng) : [], width);
    }

    private static List<MapStreet> Streets(Rng rng)
    {
        var streets = new List<MapStreet>();
        var main = rng.NextInt(2);
        for (var at = -Reach - rng.Uniform(0, 14); at < Reach + 14; at += rng.Uniform(12.5, 20))
        {
            var isMain = (streets.Count + main) % 2 == 0;
            streets.Add(new(at, isMain ? rng.Uniform(3.8, 5) : rng.Uniform(2.6, 3.4), isMain));
        }

        return streets;
    }

    /// <summary>Rows of houses with yards between them.</summary>
    private static void Houses(Rng rng, MapCell cell, List<MapSpot> houses)
    {
        const double kerb = 2.6;
        var (width, height) = (cell.Width - 2 * kerb, cell.Height - 2 * kerb);
        var (columns, rows) = (Math.Max(1, (int)(width / 4.8)), Math.Max(1, (int)(height / 4.8)));
        var (stepX, stepY) = (width / columns, height / rows);
        for (var i = 0; i < columns; i++)
            for (var j = 0; j < rows; j++)
            {
                var (w, h, colour) = (rng.Uniform(0.66, 0.9), rng.Uniform(0.66, 0.9), rng.NextInt(MapPalette.Roofs.Count));
                if (rng.NextInt(7) > 0) houses.Add(new(cell.X + kerb + (i + 0.5) * stepX, cell.Y + kerb + (j + 0.5) * stepY, stepX / 2 * w, stepY / 2 * h,
                    colour));
            }
    }

    private static void Park(Rng rng, MapCell cell, List<MapSpot> trees, List<MapSpot> ponds)
    {
        var (x, y) = (cell.X + cell.Width / 2, cell.Y + cell.Height / 2);
        if (rng.NextInt(3) == 0) ponds.Add(new(x + rng.Uniform(-1.5, 1.5), y + rng.Uniform(-1.5, 1.5), cell.Width * rng.Uniform(0.2, 0.26),
            cell.Height * rng.Uniform(0.2, 0.26)));
        var count = (int)(cell.Width * cell.Height / 14);
        for (var i = 0; i < count; i++)
        {
            var radius = rng.Uniform(0.9, 1.8);
            trees.Add(new(x + rng.Uniform(-0.5, 0.5) * (cell.Width - 6), y + rng.Uniform(-0.5, 0.5) * (cell.Height - 6), radius, radius,
                rng.NextInt(MapPalette.Trees.Count)));
        }
    }

    /// <summary>From one side to the other, in five points.</summary>
    private static List<(double X, double Y)> River(Rng rng)
    {
        var isUpright = rng.NextInt(2) == 0;
        var (from, to) = (rng.Uniform(-24, 24), rng.Uniform(-24, 24));
        var points = new List<(double X, double Y)>();
        for (var i = 0; i < 5; i++)
        {
            var (along, aside) = (-46 + 23 * i, from + (to - from) * i / 4 + rng.Uniform(-6, 6));
            points.Add(isUpright ? (aside, along) : (along, aside));
        }

        return points;
    }
}
