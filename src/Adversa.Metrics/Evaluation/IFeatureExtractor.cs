namespace Adversa.Metrics.Evaluation;

/// <summary>The space in which samples are compared. Scores of two spaces have nothing to do with each other, so its name is part of every score's name.</summary>
public interface IFeatureExtractor : IDisposable
{
    /// <summary>Its name, such as <c>lenet-1a2b3c4d</c>: what it is, and a hash of what it was trained on.</summary>
    string Name { get; }

    /// <summary>What it is, for people.</summary>
    Text About { get; }

    /// <summary>Features of samples.</summary>
    /// <param name="samples">Samples one after another, as the data's schema has them.</param>
    /// <exception cref="MetricException">ADV3081: a feature is NaN or infinite.</exception>
    FeatureSet Features(float[] samples);

    /// <summary>The features, and what it reads in each sample as probabilities of classes, from one pass; no probabilities when it knows no classes.</summary>
    /// <param name="samples">Samples one after another.</param>
    /// <exception cref="MetricException">ADV3081: a number is NaN or infinite.</exception>
    (FeatureSet Features, FeatureSet? Probabilities) Read(float[] samples) => (Features(samples), null);
}
