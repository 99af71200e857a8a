using Adversa.Worlds.Painting;

namespace Adversa.Worlds.Maps;

/// <summary>Paints a place from the ground up; a canvas's part is the class.</summary>
internal sealed class MapPainter(ShapeCanvas canvas, MapTruth truth, MapView view)
{
    private const double Far = 60;

    /// <summary>Paints everything.</summary>
    public void Paint()
    {
        var (sin, cos) = Deterministic.SinCosTurns(truth.Turn);
        canvas.Within = -1;
        canvas.Place(sin, cos, 32, 32);
        Box(0, 0, Far, Far);
        Fill(MapClass.Block, MapPalette.Yard);
        foreach (var cell in truth.Cells.Where(cell => cell.Kind == MapClass.Park)) Box(cell.X + cell.Width / 2, cell.Y + cell.Height / 2, cell.Width / 2,
            cell.Height / 2);
        Fill(MapClass.Park, MapPalette.Grass);
        if (view == MapView.Satellite) Details();
        foreach (var pond in truth.Ponds) canvas.Ellipse(pond.X, pond.Y, pond.HalfWidth, pond.HalfHeight);
        Fill(MapClass.Water, MapPalette.Water);
        Streets(isMain: false);
        River();
        canvas.Place(sin, cos, 32, 32);
        Streets(isMain: true);
    }

    /// <summary>Houses with their shadows, and trees.</summary>
    private void Details()
    {
        foreach (var house in truth.Houses) Box(house.X + 0.6, house.Y + 0.6, house.HalfWidth, house.HalfHeight);
        Fill(MapClass.Block, MapPalette.Shade);
        for (var i = 0; i < MapPalette.Roofs.Count; i++)
        {
            foreach (var house in truth.Houses.Where(house => house.Colour == i)) Box(house.X, house.Y, house.HalfWidth, house.HalfHeight);
            Fill(MapClass.Block, MapPalette.Roofs[i]);
        }

        foreach (var tree in truth.Trees)
        {
            canvas.Ellipse(tree.X, tree.Y, tree.HalfWidth, tree.HalfHeight);
            Fill(MapClass.Park, MapPalette.Trees[tree.Colour]);
        }
    }

    private void Streets(bool isMain)
    {
        foreach (var street in truth.Upright.Where(street => street.IsMain == isMain)) Box(street.At, 0, street.Width / 2, Far);
        Fill(MapClass.Street, MapPalette.Asphalt);
        foreach (var street in truth.Across.Where(street => street.IsMain == isMain)) Box(0, street.At, Far, street.Width / 2);
        Fill(MapClass.Street, MapPalette.Asphalt);
    }

    private void River()
    {
        if (truth.River.Count == 0) return;
        canvas.Place(0, 1, 32, 32);
        Bed(truth.RiverWidth);
        Fill(MapClass.Water, MapPalette.Water);
        if (view == MapView.Map) return;
        Bed(truth.RiverWidth * 0.5);
        Fill(MapClass.Water, MapPalette.DeepWater);

        void Bed(double width) => canvas.Stroke([.. truth.River], width, width, width);
    }

    private void Fill(MapClass one, Colour above)
    {
        canvas.Part = (int)one;
        canvas.Fill(ShapePaint.Flat(view == MapView.Map ? MapPalette.Map[(int)one] : above));
    }

    private void Box(double x, double y, double halfWidth, double halfHeight) => canvas.Polygon(
        [(x - halfWidth, y - halfHeight), (x + halfWidth, y - halfHeight), (x + halfWidth, y + halfHeight), (x - halfWidth, y + halfHeight)]);
}
