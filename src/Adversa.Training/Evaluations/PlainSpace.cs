using Adversa.Imaging.Views;
using Adversa.Metrics;
using Adversa.Metrics.Evaluation;

namespace Adversa.Training.Evaluations;

/// <summary>The numbers of the samples themselves: coordinates of points, or pixels. Nothing is trained.</summary>
/// <param name="schema">The samples.</param>
internal sealed class PlainSpace(SampleSchema schema) : IFeatureExtractor
{
    public string Name => schema.View().HasCells ? "pixels" : "points";

    public Text About => schema.View().HasCells ? new("the pixels themselves, in [-1, 1]; likeness of pixels is not likeness to the eye", "los propios píxeles, en [-1, 1]; parecerse en píxeles no es parecerse a la vista")
        : new("the coordinates themselves, in the data's units", "las propias coordenadas, en las unidades de los datos");

    public FeatureSet Features(float[] samples) => FeatureSet.From(samples, schema.Values);

    public void Dispose() { }
}
