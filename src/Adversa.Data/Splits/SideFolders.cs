using Adversa.Data.Names;
using Adversa.Formats.Trees;

namespace Adversa.Data.Splits;

/// <summary>Finds the two sides of a set, A and B, by the names of folders: <c>A/</c> and <c>B/</c>, <c>trainA/</c>, <c>trainB/</c>, <c>testA/</c>, <c>testB/</c>, or <c>train/A/</c> and so on.</summary>
internal static class SideFolders
{
    /// <summary>The pictures of one part of a set by side, each tree named from its side's folder on; null where there are no two sides.</summary>
    /// <param name="tree">The set; owned by what is returned.</param>
    /// <param name="split">Which part; the training part where there is no other.</param>
    public static (IFileTree A, IFileTree B)? Find(IFileTree tree, Split split)
    {
        var places = PictureNames.Of(tree).Select(file => Place(file.Name)).OfType<(string Folder, char Side, bool IsTest)>().Distinct().ToList();
        var isTest = split == Split.Test && "ab".All(side => places.Exists(place => place.Side == side && place.IsTest));
        PartTree? Of(char side) => places.Where(place => place.Side == side && place.IsTest == isTest).Select(place => (place.Folder, "")).ToList() is { Count: > 0 } folders ? new(tree, folders) : null;
        return Of('a') is { } a && Of('b') is { } b ? (a, b) : null;
    }

    /// <summary>Where a picture lies: the folders down to the one that says its side, or its part within the side.</summary>
    private static (string Folder, char Side, bool IsTest)? Place(string name)
    {
        var (end, side, isTest) = (0, '\0', false);
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', slash + 1))
        {
            var word = SplitName.Of(name[(name.LastIndexOf('/', Math.Max(0, slash - 1)) + 1)..slash]);
            if (side == '\0' && word.Rest is "a" or "b") (side, end) = (word.Rest[0], slash + 1);
            if (word.Word != SplitWord.None) (isTest, end) = (isTest || word.IsTest, slash + 1);
        }

        return side == '\0' ? null : (name[..end], side, isTest);
    }
}
