using Adversa.Data;

namespace Adversa.Training;

/// <summary>The part of a data set that nobody learns from. What counts as one is decided here.</summary>
internal static class TestPart
{
    /// <summary>Opens it.</summary>
    /// <param name="data">The data as a recipe names it.</param>
    /// <param name="size">Side of the pictures; 0 takes the data's own.</param>
    /// <param name="train">What is learned from.</param>
    /// <returns>Samples of the same shape that are others; null when there are none: the part is missing, cannot be read, or is the training part itself.
    /// Its classes may differ: who needs labels compares the schemas.</returns>
    internal static ISampleSource? Of(string data, int size, ISampleSource train)
    {
        try
        {
            var test = DataSpec.Open(data, new DataOptions(size > 0 ? size : null, Split: Split.Test));
            return test.Fingerprint != train.Fingerprint && Shape(test.Schema) == Shape(train.Schema) ? test : null;
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            return null;                         // MNIST's training files alone, say
        }
    }

    /// <summary>Opens it where its classes are the training part's, too; null otherwise.</summary>
    /// <inheritdoc cref="Of"/>
    internal static ISampleSource? OfSameClasses(string data, int size, ISampleSource train) => Of(data, size, train) is { } test && test.Schema == train.Schema ? test : null;

    private static (SampleKind, int, int, int) Shape(SampleSchema schema) => (schema.Kind, schema.Channels, schema.Height, schema.Width);
}
