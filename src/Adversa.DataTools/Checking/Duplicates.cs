namespace Adversa.DataTools.Checking;

/// <summary>Groups of files that are the same, or look the same.</summary>
internal static class Duplicates
{
    /// <summary>Files with the same bytes.</summary>
    /// <param name="facts">All files in order.</param>
    /// <returns>Groups of two or more indices, each in order, by their first.</returns>
    public static List<List<int>> Exact(FileFacts[] facts) =>
        [.. Enumerable.Range(0, facts.Length).Where(i => facts[i].Header is not null).GroupBy(i => facts[i].Hash).Select(group => group.ToList()).Where(group => group.Count > 1)];

    /// <summary>Files that look like the first of their group.</summary>
    /// <remarks>In order, each file joins the group whose first member is nearest, or begins one. So no chain of small steps ties different pictures together, and
    /// one file is compared with first members alone.</remarks>
    /// <param name="facts">All files in order.</param>
    /// <param name="exact">What <see cref="Exact"/> found; of each of its groups only the first takes part.</param>
    /// <param name="near">Bits in which hashes may differ, 0 to 16.</param>
    /// <param name="cancel">Ends the search.</param>
    public static List<List<int>> Near(FileFacts[] facts, List<List<int>> exact, int near, CancellationToken cancel)
    {
        var copies = exact.SelectMany(group => group.Skip(1)).ToHashSet();
        var index = new HammingIndex(near);
        var groups = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < facts.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (!facts[i].Look.IsTelling || copies.Contains(i)) continue;
            var look = facts[i].Look;
            var nearest = (Distance: int.MaxValue, First: -1);
            index.Find(look.Hash, (first, distance) =>
            {
                if ((distance, first).CompareTo(nearest) < 0 && look.IsLike(facts[first].Look, near)) nearest = (distance, first);
            });
            if (nearest.First < 0) index.Add(look.Hash, i);
            else if (groups.TryGetValue(nearest.First, out var group)) group.Add(i);
            else groups[nearest.First] = [nearest.First, i];
        }

        return [.. groups.Values];
    }
}
