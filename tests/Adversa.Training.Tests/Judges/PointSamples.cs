using Adversa.Data;

namespace Adversa.Training.Tests.Judges;

/// <summary>Real samples, one after another.</summary>
internal static class PointSamples
{
    public static float[] Of(ISampleSource source, int count)
    {
        var width = source.Schema.Values;
        var samples = new float[count * width];
        for (var i = 0; i < count; i++) source.Read(i, samples.AsSpan(i * width, width), out _);
        return samples;
    }
}
