using System.Globalization;
using Adversa.Metrics;
using Adversa.Metrics.Evaluation;
using Adversa.Training.Judges;

namespace Adversa.Training.Evaluations;

/// <summary>The last hidden layer of the judge of labelled pictures.</summary>
/// <param name="judge">The judge; stays the caller's.</param>
/// <param name="schema">The pictures.</param>
internal sealed class ClassSpace(ClassJudge judge, SampleSchema schema) : IFeatureExtractor
{
    public string Name => $"lenet-{judge.Key[..8]}";

    public Text About => new(
        string.Create(CultureInfo.InvariantCulture, $"the last hidden layer of a classifier trained by Adversa on the same data, {100 * judge.Accuracy:F2} % right on held-out samples; pictures as they are, no resize"),
        string.Create(CultureInfo.InvariantCulture, $"la última capa oculta de un clasificador entrenado por Adversa con los mismos datos, acierta el {100 * judge.Accuracy:F2} % de muestras reservadas; imágenes tal cual, sin cambiar de tamaño"));

    public FeatureSet Features(float[] samples)
    {
        var features = judge.Features(samples);
        return FeatureSet.From(features, features.Length / (samples.Length / schema.Values));
    }

    public (FeatureSet Features, FeatureSet? Probabilities) Read(float[] samples) => (Features(samples), FeatureSet.From(judge.Probabilities(samples), schema.Classes));      // small: a second pass costs little

    public void Dispose() { }
}
