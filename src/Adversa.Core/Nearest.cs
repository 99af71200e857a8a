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

    /// <summary>Levenshtein's distance: insertions, deletions and replacements.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[b.Length];
    }
}
