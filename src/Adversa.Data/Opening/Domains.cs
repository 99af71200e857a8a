using Adversa.Data.Files;
using Adversa.Data.Splits;

namespace Adversa.Data.Opening;

/// <summary><c>domains:A,B</c>, two collections without pairs of any kind of data; or <c>domains:FOLDER</c> with folders trainA, trainB, testA and testB, as CycleGAN's sets are published.</summary>
internal static class Domains
{
    internal const string Prefix = "domains:";

    /// <summary>Opens both; the second one at the size and with the colours of the first.</summary>
    /// <exception cref="AdversaException">ADV3001: there are no two; ADV3049: they do not fit each other.</exception>
    internal static ISampleSource Open(string specs, DataOptions options, IReadOnlyList<INamedData> known)
    {
        if (Apart(specs) is var (a, b)) return Both(side => DataSpec.Open(side.Spec, side.Options, known), a, b, options);
        var tree = FileTree.Open(specs);
        try
        {
            if (SideFolders.Find(tree, options.Split) is not { } sides) throw DataError.Of(DataError.Pairs, Words.HoldsNoTwoCollections(specs));
            return Both(side => PictureSource.Open(side.Spec == "A" ? sides.A : sides.B, side.Options), "A", "B", options);
        }
        catch
        {
            tree.Dispose();
            throw;
        }
    }

    /// <summary>The same specification with each of its parts changed.</summary>
    internal static string Each(string specs, Func<string, string> change) => Apart(specs) is var (a, b) ? $"{change(a)},{change(b)}" : change(specs);

    private static UnpairedSource Both(Func<(string Spec, DataOptions Options), ISampleSource> open, string a, string b, DataOptions options)
    {
        var given = open((a, options));
        try
        {
            if (given.Schema.Kind != FieldKind.Image) return new(given, open((b, options)));
            var like = options with { Size = options.Size ?? new PictureSize(given.Schema.Width, given.Schema.Height), Channels = options.Channels ?? given.Schema.Channels };
            var made = open((b, like with { Channels = options.Channels }));
            if (made.Schema.Channels == given.Schema.Channels) return new(given, made);
            (made as IDisposable)?.Dispose();                                     // grey beside colour: both in colour
            (given as IDisposable)?.Dispose();
            given = open((a, like with { Channels = 3 }));
            return new(given, open((b, like with { Channels = 3 })));
        }
        catch
        {
            (given as IDisposable)?.Dispose();
            throw;
        }
    }

    /// <summary>The two specifications; null for one path. A comma in a path is told by what is there.</summary>
    private static (string A, string B)? Apart(string specs)
    {
        if (Path.Exists(specs)) return null;
        for (var comma = specs.IndexOf(',', StringComparison.Ordinal); comma > 0 && comma < specs.Length - 1; comma = specs.IndexOf(',', comma + 1))
            if (specs.IndexOf(',', comma + 1) < 0 || Path.Exists(specs[..comma])) return (specs[..comma], specs[(comma + 1)..]);
        return null;
    }
}
