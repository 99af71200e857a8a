using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Scenes;

/// <summary>Paints houses, trees and the object in front.</summary>
internal static class SceneThings
{
    private static readonly Colour[] Walls = [new(246, 236, 214), new(242, 214, 170), new(238, 192, 158), new(214, 206, 214)];
    private static readonly Colour[] Roofs = [new(196, 84, 64), new(164, 62, 60), new(128, 74, 66), new(104, 78, 98)];
    private static readonly Colour[] Round = [new(62, 132, 62), new(96, 150, 58)];
    private static readonly Colour[] Firs = [new(34, 92, 78), new(46, 106, 66)];
    private static readonly Colour[] Paints = [new(222, 62, 58), new(240, 168, 44), new(52, 168, 190), new(76, 92, 196), new(196, 76, 166)];
    private static readonly Colour Trunk = new(110, 78, 56), Door = new(122, 78, 54), Frame = new(250, 246, 236);

    /// <summary>Paints one house.</summary>
    public static void House(SceneEasel easel, SceneHouse house)
    {
        var (canvas, air) = (easel.Canvas, easel.Air);
        var (half, height, gable, side) = (house.Width / 2, house.Height, house.Width * 0.42, house.Depth > 0 ? 1 : -1);
        var (wall, roof, depth) = (Colour.Along(Walls, house.WallHue), Colour.Along(Roofs, house.RoofHue), Math.Abs(house.Depth));
        var dark = easel.DarkSide(house.X) == side;
        var (front, flank) = dark ? (1.0, air.Shade) : (0.5 + 0.5 * air.Shade, 1.0);
        canvas.Place(0, house.Scale, house.X, house.Y);

        easel.Begin(ScenePart.Wall);
        canvas.Polygon([(side * half, 0), (side * (half + depth), -0.8), (side * (half + depth), -height - 0.3), (side * half, -height)]);
        easel.Flat(wall.Times(flank * 0.97));
        canvas.Polygon([(-half, 0), (half, 0), (half, -height), (0, -height - gable), (-half, -height)]);
        easel.Blend(wall.Times(front), wall.Times(front * 0.93), Gradient.Linear(0, -height, 0, 0));

        easel.Begin(ScenePart.Roof);
        var chimney = side * (half * 0.5 + depth * 0.6);
        canvas.Polygon([(chimney - 1, -height - gable + 2), (chimney - 1, -height - gable - 2.2), (chimney + 1, -height - gable - 2.2),
            (chimney + 1, -height - gable + 2)]);
        easel.Flat(roof.Times(0.8));
        canvas.Polygon([(0, -height - gable - 0.5), (side * (half + 1.2), -height + 0.9), (side * (half + depth + 1), -height + 0.5),
            (side * (depth + 0.2), -height - gable - 0.7)]);
        easel.Blend(roof.Times(flank * 1.04), roof.Times(flank * 0.92), Gradient.Linear(0, -height - gable, 0, -height));
        canvas.Polygon([(0, -height - gable - 0.9), (half + 1.3, -height + 0.6), (half + 0.6, -height + 1.5), (0, -height - gable + 1),
            (-half - 0.6, -height + 1.5), (-half - 1.3, -height + 0.6)]);
        easel.Flat(roof.Times(0.88));

        easel.Begin(ScenePart.Wall);
        Box(canvas, 0, 0, 1.35, 4.2);
        easel.Flat(Door);
        Windows(easel, house, half, height, side, depth);
    }

    /// <summary>Paints one tree.</summary>
    public static void Tree(SceneEasel easel, SceneTree tree)
    {
        var canvas = easel.Canvas;
        var light = -easel.DarkSide(tree.X);
        canvas.Place(0, tree.Scale, tree.X, tree.Y);
        easel.Begin(ScenePart.Tree);
        canvas.Polygon([(-0.7, 0), (0.7, 0), (0.5, -5), (-0.5, -5)]);
        easel.Flat(Trunk);
        if (tree.IsFir)
        {
            var fir = Colour.Along(Firs, tree.Hue);
            for (var i = 0; i < 3; i++)
            {
                var (low, wide) = (-2.2 - 3.4 * i, 4.4 - 0.95 * i);
                canvas.Polygon([(-wide, low), (0, low - 5.4), (wide, low), (wide * 0.4, low + 0.5), (-wide * 0.4, low + 0.5)]);
                easel.Blend(fir.Times(1.22), fir.Times(0.82), Gradient.Linear(light * wide, 0, -light * wide, 0));
            }

            return;
        }

        var leaves = Colour.Along(Round, tree.Hue);
        canvas.Closed([(0, -3), (-3, -3.4), (-4.9, -5.6), (-4.6, -8.6), (-2.9, -10.6), (0, -11.9), (2.9, -10.6), (4.6, -8.6), (4.9, -5.6), (3, -3.4)]);
        easel.Blend(leaves.Times(1.2), leaves.Times(0.8), Gradient.Radial(light * 2, -9.4, 7.4, 7.4));
    }

    /// <summary>Paints the object.</summary>
    public static void Object(SceneEasel easel, SceneObject thing)
    {
        easel.Place(thing.X, thing.Y, thing.Scale);
        easel.Begin(ScenePart.Object);
        var paint = Colour.Around(Paints, thing.Hue);
        switch (thing.Kind)
        {
            case SceneObjectKind.Balloon: Balloon(easel, paint, -easel.DarkSide(thing.X)); break;
            case SceneObjectKind.Car: Car(easel, paint); break;
            default: Tent(easel, paint, easel.DarkSide(thing.X)); break;
        }
    }

    private static void Windows(SceneEasel easel, SceneHouse house, double half, double height, int side, double depth)
    {
        var canvas = easel.Canvas;
        for (var floor = 0; floor < house.Floors; floor++)
        {
            var y = house.Floors == 1 ? -height * 0.36 : -height * (floor == 0 ? 0.14 : 0.58);
            foreach (var x in (ReadOnlySpan<double>)[-half * 0.62, half * 0.62]) Pane(easel, canvas, x, y, 1.25, 2.7);
            Pane(easel, canvas, side * (half + depth * 0.5), y - 0.4, Math.Min(1.5, depth * 0.2), 2.6);
        }

        Pane(easel, canvas, 0, -height - 0.6, 1.1, 2.3);
    }

    private static void Pane(SceneEasel easel, ShapeCanvas canvas, double x, double low, double half, double height)
    {
        var air = easel.Air;
        easel.Begin(ScenePart.Wall);
        Box(canvas, x, low + 0.4, half + 0.4, height + 0.8);
        easel.Flat(Frame);
        easel.Begin(ScenePart.Window);
        Box(canvas, x, low, half, height);
        canvas.Fill(ShapePaint.Blend(air.Pane, air.PaneLow, Gradient.Linear(0, low - height, 0, low)));
    }

    private static void Balloon(SceneEasel easel, Colour paint, int light)
    {
        var canvas = easel.Canvas;
        canvas.Polygon([(-2.1, 4.8), (-1.2, 8.6), (-0.9, 8.6), (-1.5, 4.8)]);
        canvas.Polygon([(2.1, 4.8), (1.2, 8.6), (0.9, 8.6), (1.5, 4.8)]);
        easel.Flat(new(120, 96, 72));
        Box(canvas, 0, 10.6, 1.5, 2.3);
        easel.Flat(new(146, 100, 60));
        canvas.Closed([(0, -7.6), (-4.4, -6.2), (-6.6, -2.2), (-5.6, 1.8), (-2.2, 5.4), (-1.6, 5.9), (1.6, 5.9), (2.2, 5.4), (5.6, 1.8), (6.6, -2.2),
            (4.4, -6.2)]);
        easel.Blend(paint.Times(1.12), paint.Times(0.82), Gradient.Radial(light * 3, -3, 10, 10));
        canvas.Closed([(0, -7.6), (-1.9, -5.4), (-2.4, -1.6), (-1.6, 3), (-0.7, 5.9), (0.7, 5.9), (1.6, 3), (2.4, -1.6), (1.9, -5.4)]);
        easel.Flat(new(250, 240, 216));
    }

    private static void Car(SceneEasel easel, Colour paint)
    {
        var canvas = easel.Canvas;
        canvas.Closed([(-4.6, -3.6), (-4.6, -3.6), (-3.1, -6.6), (-2.4, -7), (2, -7), (2.9, -6.6), (5, -3.6), (5, -3.6)]);
        easel.Flat(paint.Times(0.94));
        canvas.Polygon([(-3.7, -3.9), (-2.6, -6.1), (-0.4, -6.1), (-0.4, -3.9)]);
        canvas.Polygon([(0.4, -3.9), (0.4, -6.1), (2.2, -6.1), (3.8, -3.9)]);
        easel.Flat(new(176, 206, 222));
        canvas.Closed([(-8, -1), (-8, -1), (-8, -3), (-6.8, -4), (7, -4), (8.2, -2.9), (8.2, -1), (8.2, -1)]);
        easel.Blend(paint.Times(1.1), paint.Times(0.84), Gradient.Linear(0, -4, 0, -1));
        foreach (var x in (ReadOnlySpan<double>)[-4.6, 4.6])
        {
            canvas.Ellipse(x, -1, 1.9, 1.9);
            easel.Flat(new(44, 42, 48));
            canvas.Ellipse(x, -1, 0.85, 0.85);
            easel.Flat(new(196, 196, 200));
        }
    }

    private static void Tent(SceneEasel easel, Colour paint, int dark)
    {
        var canvas = easel.Canvas;
        canvas.Polygon([(-7, 0), (0, -8.4), (7, 0)]);
        easel.Flat(paint);
        canvas.Polygon([(0, -8.4), (dark * 7, 0), (dark * 2.3, 0)]);
        easel.Flat(paint.Times(0.8));
        canvas.Polygon([(-2.3, 0), (0, -6.2), (2.3, 0)]);
        easel.Flat(new(78, 60, 66));
    }

    private static void Box(ShapeCanvas canvas, double x, double low, double half, double height) =>
        canvas.Polygon([(x - half, low), (x + half, low), (x + half, low - height), (x - half, low - height)]);
}
