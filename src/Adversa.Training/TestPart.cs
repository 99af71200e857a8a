using Adversa.Data;
using Adversa.Data.Opening;

namespace Adversa.Training;

/// <summary>The part of a run's data that nobody learns from: <see cref="TestSamples"/>.</summary>
internal static class TestPart
{
    /// <summary>Opens it.</summary>
    /// <param name="data">The data as a recipe names it.</param>
    /// <param name="size">Side of the pictures; null takes the data's own.</param>
    /// <param name="train">What is learned from.</param>
    /// <returns>Samples of the same shape that are others; null when the data has no other part. Where they have classes, these are numbered as the training part's; they may have none.</returns>
    /// <exception cref="AdversaException">ADV3xxx: it is there and cannot be read; ADV3048: it does not fit.</exception>
    internal static ISampleSource? Of(string data, int? size, ISampleSource train) => DataSets.TestOf(data, new DataOptions(size), train);

    /// <summary>Opens it where its samples have classes if those that are learned from do; null otherwise.</summary>
    /// <inheritdoc cref="Of"/>
    internal static ISampleSource? OfSameClasses(string data, int? size, ISampleSource train) => Of(data, size, train) is { } test && test.Schema.Classes == train.Schema.Classes ? test : null;
}
