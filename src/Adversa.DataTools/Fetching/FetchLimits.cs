namespace Adversa.DataTools.Fetching;

/// <summary>How patient a download is.</summary>
/// <param name="Connect">Longest wait for a connection.</param>
/// <param name="Silence">Longest wait for an answer, or for more of it.</param>
/// <param name="Tries">Tries at one mirror that bring next to nothing before the next mirror is asked.</param>
/// <param name="Worthwhile">Bytes that make a try count as progress, so that a line that is cut again and again still comes to its end.</param>
/// <param name="FirstPause">The pause after the first failure; it doubles with each further one.</param>
internal sealed record FetchLimits(TimeSpan Connect, TimeSpan Silence, int Tries, long Worthwhile, TimeSpan FirstPause)
{
    /// <summary>The longest pause that a server may ask for.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    internal static FetchLimits Usual { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), Tries: 3, Worthwhile: 1 << 16, TimeSpan.FromSeconds(1));
}
