namespace Adversa.Data;

/// <summary>Some samples of a source in memory, in random order, so that its first rows are as mixed as all of them.</summary>
/// <param name="Values">The samples one after another; empty where only their classes were asked for.</param>
/// <param name="Labels">The class of each, or -1.</param>
/// <param name="Indices">Where each stands in the source.</param>
public sealed record SamplesRead(float[] Values, int[] Labels, long[] Indices)
{
    /// <summary>How many.</summary>
    public int Count => Labels.Length;

    /// <summary>How many could not be read.</summary>
    public int Unread { get; init; }

    /// <summary>What the user should know: how many could not be read and were replaced, and one of them; null while all is well.</summary>
    public Text? Note { get; init; }
}
