namespace Adversa;

/// <summary>Some samples, side by side, as plain numbers.</summary>
/// <param name="Schema">What one sample is.</param>
/// <param name="Count">Samples in the batch; 1 or more.</param>
/// <param name="Values">The samples one after another, each <see cref="SampleSchema.Values"/> long, pictures in [-1, 1].</param>
/// <param name="Labels">The class of each sample, or null when the source has none.</param>
/// <param name="Position">Samples that the stream has given out once this batch is consumed: what a checkpoint saves.</param>
/// <param name="Attributes">What is known about each sample beside its class, one after another, each as long as <see cref="SampleSchema.Attributes"/>; null when
/// nobody asked or the source has none.</param>
public sealed record Batch(SampleSchema Schema, int Count, float[] Values, int[]? Labels, long Position, float[]? Attributes = null);
