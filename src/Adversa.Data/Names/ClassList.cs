using System.Globalization;
using Adversa.Formats;
using Adversa.Formats.Trees;

namespace Adversa.Data.Names;

/// <summary>Which classes a set has and how they are numbered, the same for every kind of data: those that occur, and no others; numbers in the order of their values, before texts in the order of their bytes.</summary>
public static class ClassList
{
    private static string[] _numbers = [];

    /// <summary>0, 1, 2, ... as names.</summary>
    /// <param name="count">How many; 0 or more.</param>
    public static IReadOnlyList<string> Numbers(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (_numbers.Length < count) _numbers = [.. Enumerable.Range(0, Math.Max(count, 16)).Select(k => k.ToString(CultureInfo.InvariantCulture))];
        return new ArraySegment<string>(_numbers, 0, count);
    }

    /// <summary>The number of a class that somebody names: by its name, by another way to write a name that is a number, or else by its number.</summary>
    /// <param name="names">All classes.</param>
    /// <param name="asked">A name or a number.</param>
    /// <returns>From 0; null when there is no such class.</returns>
    public static int? Find(IReadOnlyList<string> names, string asked)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(asked);
        var same = names.Index().Where(pair => pair.Item == asked).ToList();
        asked = ComposedName.Of(asked.Trim());
        if (same.Count == 0) same = [.. names.Index().Where(pair => ComposedName.Of(pair.Item.Trim()) == asked)];
        if (same.Count == 0 && WrittenNumber.Read(asked) is { } value) same = [.. names.Index().Where(pair => WrittenNumber.Read(pair.Item) == value)];
        if (same.Count > 0) return same[0].Index;
        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < names.Count ? number : null;
    }

    /// <summary>Names in their order.</summary>
    public static List<string> Sorted(IEnumerable<string> names) => [.. names.Select(name => (Name: name, Number: WrittenNumber.Read(name)))
        .OrderBy(pair => pair.Number is null).ThenBy(pair => pair.Number ?? default).ThenBy(pair => pair.Name, NameOrder.Instance).Select(pair => pair.Name)];

    /// <summary>Classes by the names of folders: each stays its own class, whatever number it may be, but accents may be signs of their own.</summary>
    /// <param name="folders">The folder of each sample.</param>
    internal static (IReadOnlyList<string> Names, int[] Labels) OfFolders(IReadOnlyList<string> folders)
    {
        folders = [.. folders.Select(ComposedName.Of)];
        var names = Sorted(folders.Distinct(StringComparer.Ordinal));
        var place = names.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return (names, [.. folders.Select(folder => place[folder])]);
    }

    /// <summary>Classes by a column of a table: in one that holds nothing but numbers, equal numbers are one class, named by its shortest form.</summary>
    /// <param name="values">What the column says of each sample, without spaces around it.</param>
    internal static (IReadOnlyList<string> Names, int[] Labels) OfColumn(IReadOnlyList<string> values)
    {
        var written = new Dictionary<string, WrittenNumber?>(StringComparer.Ordinal);
        foreach (var value in values) written.TryAdd(value, WrittenNumber.Read(value));
        return written.Values.All(number => number is not null) ? OfFolders([.. values.Select(value => written[value]!.Value.ToString())]) : OfFolders(values);
    }

    /// <summary>Classes by numbers that a file gives its samples.</summary>
    /// <param name="numbers">The number of each sample; 0 or more.</param>
    /// <param name="known">What the numbers are called, where that is known; else they are their own names.</param>
    internal static (IReadOnlyList<string> Names, int[] Labels) OfNumbers(IReadOnlyList<int> numbers, IReadOnlyList<string>? known = null)
    {
        List<int> used = [.. numbers.Distinct().Order()];
        if (used.Count == 0) return ([], []);
        if (used.Count - 1 == used[^1]) return ([.. (known is { Count: > 0 } ? known : Numbers(used.Count)).Take(used.Count)], [.. numbers]);
        var place = used.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return ([.. used.Select(number => known is { Count: > 0 } ? known[number] : number.ToString(CultureInfo.InvariantCulture))], [.. numbers.Select(number => place[number])]);      // a file may speak of class 2,000,000,000
    }
}
