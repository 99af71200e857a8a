using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;

namespace Adversa.Imaging.Views;

/// <summary>Points: one plot of all, in their first two coordinates.</summary>
internal sealed class PointsView : IFieldView
{
    public bool HasPlot => true;

    public int AtOnce => 1024;

    public Raster Plot(float[] real, float[] drawn, Func<double, float[]>? surface = null)
    {
        var shown = real.Length > 0 ? real : drawn;
        var range = shown.Length == 0 ? 1.5 : Math.Max(1.25 * shown.Max(Math.Abs), 1e-6);
        return ScatterPlot.Draw(real, drawn, range, 400, surface?.Invoke(range) ?? []);
    }
}
