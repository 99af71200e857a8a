namespace Adversa;

/// <summary>Finds what the user probably meant.</summary>
public static class Nearest
{
    /// <summary>The known name closest to a mistyped one, whatever its capitals, or null when none is close.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="known">The names that exist.</param>
    public static string? To(string text, IEnumerable<string> known) =>
        known.Select(name => (name, distance: Distance(text.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(pair => pair.distance <= Math.Max(1, Math.Min(3, text.Length / 2)))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.name, StringComparer.Ordinal)
            .Select(pair => pair.name).FirstOrDefault();

    /// <summary>Damerau and Levenshtein's distance: insertions, deletions, replacements, and two neighbours that changed places.</summary>
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                cost[i, j] = Math.Max(i, j);
                if (i == 0 || j == 0) continue;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }

        return cost[a.Length, b.Length];
    }
}
