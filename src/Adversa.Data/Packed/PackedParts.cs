namespace Adversa.Data.Packed;

/// <summary>The two parts of a set when it is packed: each becomes a file of its own, <c>out-train.safetensors</c> and <c>out-test.safetensors</c>, and is found beside the other.</summary>
public static class PackedParts
{
    private const string Train = "-train", Test = "-test";

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
