namespace Adversa.Data;

/// <summary>Labels and attributes beside pictures.</summary>
internal sealed class SampleTable
{
    /// <summary>The table's file.</summary>
    public string FileName { get; } = "";

    /// <summary>The classes.</summary>
    public IReadOnlyList<string> ClassNames { get; } = [];

    /// <summary>What is known about every sample beside its class.</summary>
    public IReadOnlyList<SampleAttribute> Attributes { get; } = [];

    /// <summary>What is worth a warning.</summary>
    public IReadOnlyList<Text> Notes { get; } = [];

    /// <summary>Finds the table in the root of a tree, or null.</summary>
    public static SampleTable? Find(IFileTree tree) => null;

    /// <summary>The row of a file.</summary>
    public bool TryGet(string file, out int label, Span<float> attributes)
    {
        label = -1;
        return false;
    }
}
