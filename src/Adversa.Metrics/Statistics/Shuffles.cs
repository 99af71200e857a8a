namespace Adversa.Metrics.Statistics;

/// <summary>Random choices without replacement.</summary>
internal static class Shuffles
{
    /// <summary>Some of the numbers from 0 to <paramref name="from"/> - 1, in random order.</summary>
    internal static int[] Draw(Rng rng, int from, int count)
    {
        int[] all = [.. Enumerable.Range(0, from)];
        for (var i = 0; i < count; i++)                    // Fisher, Yates: the first ones are drawn
        {
            var j = i + rng.NextInt(from - i);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all[..count];
    }
}
