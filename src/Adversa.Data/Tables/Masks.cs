using Adversa.Data.Names;
using Adversa.Formats.Tables;
using Adversa.Formats.Trees;

namespace Adversa.Data.Tables;

/// <summary>The masks of pictures: a column <c>mask</c> of their table names a picture for each, bright inside and dark outside.</summary>
internal sealed class Masks
{
    private readonly Dictionary<string, TreeFile> _files;                  // by the name of the picture

    private Masks(Dictionary<string, TreeFile> files) => _files = files;

    /// <summary>The files that are masks, and so no samples.</summary>
    internal IEnumerable<TreeFile> Files => _files.Values;

    /// <summary>The mask of a picture.</summary>
    internal TreeFile this[TreeFile picture] => _files[picture.Name];

    /// <summary>Whether a column of a table names masks.</summary>
    internal static bool IsColumn(string name) => name.ToLowerInvariant() is "mask" or "mask_file_name";

    /// <summary>Whether a value of such a column names a file, and is no yes or no.</summary>
    internal static bool IsFile(string value) => PictureNames.HasEnding(value);

    /// <summary>Finds the masks of some pictures; null where there are none.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="pictures">Its pictures, masks among them.</param>
    /// <param name="table">Their table, if there is one.</param>
    /// <exception cref="AdversaException">ADV3045: a mask is not there, or some pictures have none.</exception>
    internal static Masks? Find(IFileTree tree, IReadOnlyList<TreeFile> pictures, SampleTable? table)
    {
        if (table is null) return null;
        var within = table.FileName[..(table.FileName.LastIndexOf('/') + 1)];
        var byName = pictures.GroupBy(picture => TableRow.Key(picture.Name)).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var found = new Dictionary<string, TreeFile>(StringComparer.Ordinal);
        foreach (var picture in pictures)
            if (table.TextsOf(picture.Name, IsColumn) is [var mask, ..] && IsFile(mask))
                found[picture.Name] = byName.GetValueOrDefault(within + TableRow.Key(mask))
                    ?? throw RawTable.Damaged(table.FileName, 1, Words.MaskIsNoPictureOfSet(picture.Shown, mask));
        if (found.Count == 0) return null;
        var masks = found.Values.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        return pictures.FirstOrDefault(picture => !found.ContainsKey(picture.Name) && !masks.Contains(picture.Name)) is not { } bare ? new(found)
            : throw RawTable.Damaged(table.FileName, 1, Words.HasNoMaskOtherPicturesHave(bare.Shown));
    }
}
