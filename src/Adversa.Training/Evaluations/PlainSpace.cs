using Adversa.Imaging.Views;
using Adversa.Metrics;
using Adversa.Metrics.Evaluation;

namespace Adversa.Training.Evaluations;

/// <summary>The numbers of the samples themselves: coordinates of points, or pixels. Nothing is trained.</summary>
/// <param name="schema">The samples.</param>
internal sealed class PlainSpace(SampleSchema schema) : IFeatureExtractor
{
    public string Name => schema.View().HasCells ? "pixels" : "points";

    public Text About => schema.View().HasCells ? Words.PixelsThemselves
        : Words.CoordinatesThemselvesInDatasUnits;

    public FeatureSet Features(float[] samples) => FeatureSet.From(samples, schema.Values);

    public void Dispose() { }
}
