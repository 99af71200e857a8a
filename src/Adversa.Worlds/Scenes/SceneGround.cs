using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Scenes;

/// <summary>Paints sky, hills and meadow.</summary>
internal static class SceneGround
{
    private static readonly Colour[] Far = [new(96, 142, 148), new(112, 158, 128)];
    private static readonly Colour[] Near = [new(72, 142, 104), new(126, 168, 80)];
    private static readonly Colour[] Grass = [new(120, 186, 92), new(166, 204, 92)];
    private static readonly Colour Sand = new(226, 204, 154);

    /// <summary>The same stars over every scene: x, y and size.</summary>
    private static readonly (double X, double Y, double Size)[] Stars =
    [
        (5, 5, 0.62), (12, 14, 0.5), (17, 4, 0.72), (24, 11, 0.5), (29, 5, 0.55), (34, 16, 0.66), (40, 7, 0.5), (46, 13, 0.7), (51, 4, 0.55), (58, 9, 0.66),
            (61, 18, 0.5), (7, 21, 0.6), (21, 20, 0.5), (53, 20, 0.55),
    ];

    /// <summary>The sky with sun or moon, stars and clouds.</summary>
    public static void Sky(SceneEasel easel)
    {
        var (canvas, air, truth) = (easel.Canvas, easel.Air, easel.Truth);
        easel.Begin(ScenePart.Sky);
        easel.Place(0, 0);
        canvas.Polygon([(0, 0), (64, 0), (64, 64), (0, 64)]);
        canvas.Fill(ShapePaint.Blend(air.Top, air.Low, Gradient.Linear(0, -6, 0, 38)));
        if (truth.Light == SceneLight.Night)
            foreach (var (x, y, size) in Stars)
            {
                canvas.Ellipse(x, y, size, size);
                canvas.Fill(ShapePaint.Flat(new(232, 236, 255), 0.9));
            }

        Sun(canvas, truth, truth.Light == SceneLight.Dusk ? truth.SunY + 14 : truth.SunY);
        if (truth.Light == SceneLight.Cloudy) Overcast(canvas, air);
        foreach (var cloud in truth.Clouds) Cloud(easel, cloud);
    }

    /// <summary>Two rows of hills and the meadow.</summary>
    public static void Land(SceneEasel easel)
    {
        var (canvas, air, truth) = (easel.Canvas, easel.Air, easel.Truth);
        easel.Place(0, 0);
        easel.Begin(ScenePart.Hill);
        Ridge(canvas, truth.FarHills);
        var far = Colour.Along(Far, truth.Green);
        canvas.Fill(ShapePaint.Blend(Colour.Mix(air.On(far), air.Low, air.Haze * 0.7), Colour.Mix(air.On(far), air.Low, air.Haze * 1.3),
            Gradient.Linear(0, 20, 0, 42)));
        Ridge(canvas, truth.NearHills);
        var near = Colour.Along(Near, truth.Green);
        canvas.Fill(ShapePaint.Blend(Colour.Mix(air.On(near), air.Low, air.Haze * 0.25), Colour.Mix(air.On(near), air.Low, air.Haze * 0.6),
            Gradient.Linear(0, 29, 0, 44)));

        easel.Begin(ScenePart.Ground);
        Ridge(canvas, truth.Meadow);
        var grass = Colour.Along(Grass, truth.Green);
        easel.Blend(grass.Times(1.06), grass.Times(0.84), Gradient.Linear(0, 39, 0, 66));
        if (truth.Houses.Count > 0) Path(easel, truth.Houses[^1]);
    }

    /// <summary>A shadow on the ground.</summary>
    public static void Shadow(SceneEasel easel, double x, double y, double radius)
    {
        easel.Begin(ScenePart.Ground);
        easel.Place(0, 0);
        var away = easel.DarkSide(x) * radius * 0.3;
        easel.Canvas.Ellipse(x + away, y, radius, radius * 0.24);
        easel.Canvas.Fill(ShapePaint.Flat(new(14, 30, 46), easel.Air.Shadow));
    }

    private static void Sun(ShapeCanvas canvas, SceneTruth truth, double y)
    {
        var (glow, disc, strength, reach) = truth.Light switch
        {
            SceneLight.Sunny => (new Colour(255, 246, 200), new Colour(255, 236, 140), 0.75, 15.0),
            SceneLight.Cloudy => (new Colour(232, 234, 232), default, 0.75, 17.0),
            SceneLight.Dusk => (new Colour(255, 222, 150), new Colour(255, 232, 160), 0.85, 24.0),
            _ => (new Colour(150, 164, 214), new Colour(244, 242, 222), 0.45, 14.0),
        };
        canvas.Ellipse(truth.SunX, y, reach, reach);
        canvas.Fill(ShapePaint.Fade(glow, strength, 0, Gradient.Radial(truth.SunX, y, reach, reach)));
        if (truth.Light == SceneLight.Cloudy) return;
        canvas.Ellipse(truth.SunX, y, 4.2, 4.2);
        canvas.Fill(ShapePaint.Flat(disc));
        if (truth.Light != SceneLight.Night) return;
        canvas.Ellipse(truth.SunX - 1.2, y - 1, 1.1, 1);
        canvas.Ellipse(truth.SunX + 1.6, y + 1.4, 0.8, 0.7);
        canvas.Fill(ShapePaint.Flat(new(214, 212, 200)));
    }

    /// <summary>The lid of cloud that hides the sun.</summary>
    private static void Overcast(ShapeCanvas canvas, SceneAir air)
    {
        for (var i = 0; i < 7; i++) canvas.Ellipse(-2 + i * 11.5, (i & 1) == 0 ? -1.5 : -3.5, 9, 7.5);
        canvas.Fill(ShapePaint.Fade(air.CloudLow, 0.9, 0.65, Gradient.Linear(0, 0, 0, 7)));
    }

    private static void Cloud(SceneEasel easel, SceneCloud cloud)
    {
        var (canvas, air) = (easel.Canvas, easel.Air);
        easel.Place(cloud.X, cloud.Y, cloud.Size * (easel.Truth.Light == SceneLight.Cloudy ? 1.45 : 1));
        canvas.Closed([(-1, 0), (-1, 0), (-0.98, -0.2), (-0.72, -0.34), (-0.5, -0.36), (-0.34 + 0.1 * cloud.Lean, -0.62), (0.02 + 0.12 * cloud.Lean, -0.72),
            (0.32 + 0.1 * cloud.Lean, -0.54), (0.42, -0.38),
            (0.7, -0.38), (0.95, -0.2), (1, 0), (1, 0)]);
        canvas.Fill(ShapePaint.Blend(air.Cloud, air.CloudLow, Gradient.Linear(0, -0.6, 0, 0.05), 0.95));
    }

    private static void Ridge(ShapeCanvas canvas, IReadOnlyList<double> heights)
    {
        var n = heights.Count;
        Span<(double X, double Y)> points = stackalloc (double X, double Y)[n + 6];
        points[0] = points[1] = (-12, 66);
        for (var i = 0; i < n; i++) points[i + 2] = (-4 + 72.0 * i / (n - 1), heights[i]);
        points[n + 2] = (76, heights[n - 1]);
        points[n + 3] = points[n + 4] = (76, 66);
        points[n + 5] = (30, 70);
        canvas.Closed(points);
    }

    /// <summary>From the nearest door to the lower edge.</summary>
    private static void Path(SceneEasel easel, SceneHouse house)
    {
        var (canvas, y) = (easel.Canvas, house.Y - 0.3);
        var lean = house.X > 32 ? -1 : 1;
        canvas.Stroke([(house.X, y), (house.X + lean * 1.2, y + 0.3 * (66 - y)), (house.X + lean * 5.5, y + 0.65 * (66 - y)), (house.X + lean * 6.5, 67)],
            2.2 * house.Scale, 4.5, 7);
        easel.Blend(Sand, Sand.Times(0.92), Gradient.Linear(0, 44, 0, 64));
    }
}
