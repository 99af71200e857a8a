using Adversa.Data.Opening;
using Adversa.DataTools.Fetching;
using Adversa.Imaging;
using Adversa.Worlds.Catalog;

namespace Adversa.Data.Tests;

/// <summary>Opens data as the program does, worlds and downloads by their names.</summary>
internal static class Known
{
    private static readonly INamedData[] All = [new NamedWorlds(), new NamedDownloads()];

    internal static ISampleSource Open(string spec, DataOptions? options = null) => DataSpec.Open(spec, options, All);

    internal static string FullPath(string spec) => DataSpec.FullPath(spec, All);

    internal static string On(string spec, Background background) => DataSpec.On(spec, background, All);

    internal static ISampleSource? TestOf(string spec, DataOptions options, ISampleSource train, IReadOnlyList<string>? names = null) => TestSamples.Of(spec, options, train, names, All);

    internal static ISampleSource? EndingTestOf(string spec, DataOptions options, ISampleSource train) => TestSamples.Ending(spec, options, train, All);
}
