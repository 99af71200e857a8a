namespace Adversa.Data;

/// <summary>The two parts of a set when it is packed: each becomes a file of its own, <c>out-train.safetensors</c> and <c>out-test.safetensors</c>, and is found beside the other.</summary>
public static class PackedParts
{
    private const string Train = "-train", Test = "-test";

    /// <summary>Opens what a set holds beside the samples to learn from.</summary>
    /// <param name="spec">The set, as <see cref="DataSpec.Open"/> takes it.</param>
    /// <param name="options">How the training part was opened; the other one gets its size and channels.</param>
    /// <param name="train">The training part.</param>
    /// <returns>The test part; null when there is none, or it never ends.</returns>
    /// <exception cref="AdversaException">ADV3xxx: it is there and cannot be read.</exception>
    public static ISampleSource? TestOf(string spec, DataOptions options, ISampleSource train)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(train);
        if (train.IsEndless || TestSamples.Open(spec, options, train) is not { } test) return null;
        if (!test.IsEndless) return test;
        (test as IDisposable)?.Dispose();
        return null;
    }

    /// <summary>The file of a part.</summary>
    /// <param name="target">The file that the user named for the set.</param>
    /// <param name="split">Which part.</param>
    public static string FileOf(string target, Split split)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Path.Join(Path.GetDirectoryName(target), Path.GetFileNameWithoutExtension(target) + (split == Split.Train ? Train : Test) + Path.GetExtension(target));
    }

    /// <summary>The packed test part that lies beside a packed training part and comes from the same set; null when there is none.</summary>
    /// <param name="train">The training part's file.</param>
    /// <param name="source">What it was packed from.</param>
    internal static PackedSource? TestBeside(string train, string source)
    {
        var name = Path.GetFileNameWithoutExtension(train);
        if (!name.EndsWith(Train, StringComparison.Ordinal)) return null;
        var path = Path.Join(Path.GetDirectoryName(train), name[..^Train.Length] + Test + Path.GetExtension(train));
        if (!File.Exists(path)) return null;
        var test = PackedSource.Open(path);
        if (test.PackedFrom == source) return test;
        test.Dispose();
        return null;
    }
}
