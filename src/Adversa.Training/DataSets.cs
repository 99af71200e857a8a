using Adversa.Data;
using Adversa.Data.Opening;
using Adversa.DataTools.Fetching;
using Adversa.Imaging;
using Adversa.Worlds.Catalog;

namespace Adversa.Training;

/// <summary>All data that the program knows: files of every format that is read, and the worlds and downloads that have names.</summary>
public static class DataSets
{
    /// <summary>What is known by name. A new kind of named data is a line here.</summary>
    public static IReadOnlyList<INamedData> Named { get; } = [new NamedWorlds(), new NamedDownloads()];

    /// <inheritdoc cref="DataSpec.Open"/>
    public static ISampleSource Open(string spec, DataOptions? options = null) => DataSpec.Open(spec, options, Named);

    /// <inheritdoc cref="DataSpec.FullPath"/>
    public static string FullPath(string spec) => DataSpec.FullPath(spec, Named);

    /// <inheritdoc cref="DataSpec.On"/>
    public static string On(string spec, Background background) => DataSpec.On(spec, background, Named);

    /// <inheritdoc cref="TestSamples.Of"/>
    public static ISampleSource? TestOf(string spec, DataOptions options, ISampleSource train, IReadOnlyList<string>? names = null) => TestSamples.Of(spec, options, train, names, Named);

    /// <inheritdoc cref="TestSamples.Other"/>
    public static ISampleSource Other(string spec, SampleSchema schema, IReadOnlyList<string>? names) => TestSamples.Other(spec, schema, names, Named);

    /// <inheritdoc cref="TestSamples.Ending"/>
    public static ISampleSource? EndingTestOf(string spec, DataOptions options, ISampleSource train) => TestSamples.Ending(spec, options, train, Named);
}
