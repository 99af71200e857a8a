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

    public Text About => Words.LastHiddenLayerOfClassifierTrained(100 * judge.Accuracy);

    public FeatureSet Features(float[] samples)
    {
        var features = judge.Features(samples);
        return FeatureSet.From(features, features.Length / (samples.Length / schema.Values));
    }

    public (FeatureSet Features, FeatureSet? Probabilities) Read(float[] samples) => (Features(samples), FeatureSet.From(judge.Probabilities(samples), schema.Classes));      // small: a second pass costs little

    public void Dispose() { }
}
