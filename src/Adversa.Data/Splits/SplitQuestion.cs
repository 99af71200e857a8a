using Adversa.Data.Names;
using Adversa.Formats.Trees;

namespace Adversa.Data.Splits;

/// <summary>The errors that ask the user what the folders of a set mean: both readings, and the SPEC that forces each.</summary>
internal static class SplitQuestion
{
    private const int Named = 6;

    /// <summary>The folders can be read in two ways.</summary>
    /// <param name="layout">The parts, if they are parts.</param>
    /// <param name="root">All pictures.</param>
    /// <param name="path">What the user opened.</param>
    /// <param name="isFolder">A folder; else an archive.</param>
    public static AdversaException Of(SplitLayout layout, FolderNode root, string path, bool isFolder)
    {
        var trains = layout.Folders.Where(folder => folder.Word == SplitWord.Train).ToList();
        var tests = layout.Folders.Where(folder => folder.Word is not (SplitWord.Train or SplitWord.Further)).ToList();
        var (train, test) = (SplitFolders.Listed(trains), SplitFolders.Listed(tests));
        var classes = Classes(root);
        var why = Why(layout, root);
        var one = isFolder && layout.Doubt is (SplitDoubt.Domains or SplitDoubt.Folds) ? Spec("folder:", Path.Join(path, Alone(layout))) : null;
        return DataError.Of(DataError.TwoReadings,
            Words.CanBeReadInTwoWays(path, why, trains.Count > 0 ? Words.Learn(train) : Words.NothingToLearn, test, Spec("parts:", path), classes, Spec("classes:", path), Text.Join("", [one is null ? Text.None : Words.OneOfThemAlone(one), layout.Doubt == SplitDoubt.Domains ? Words.BothCollections(Spec("domains:", path)) : Text.None])));
    }

    /// <summary><c>parts:</c> was said of folders that are none.</summary>
    public static AdversaException NoParts(string path) => DataError.Of(DataError.TwoReadings, Words.HoldsNoFoldersNamedLikeTrain(path));

    /// <summary>There are test parts and nothing else.</summary>
    public static AdversaException NoTrain(SplitLayout layout, string path) => DataError.Of(DataError.TwoReadings,
        Words.HoldsAndNoTrainingPart(path, SplitFolders.Listed(layout.Folders), Spec("classes:", path)));

    private static Text Why(SplitLayout layout, FolderNode root)
    {
        var folders = Names(layout.Folders.OrderBy(folder => folder.Word).Select(folder => folder.Node.Path.TrimEnd('/')));
        switch (layout.Doubt)
        {
            case SplitDoubt.Domains:
                return Words.HoldsTwoCollectionsWithoutPairs(folders);
            case SplitDoubt.NoTrain:
                var tests = Names(layout.Folders.Where(folder => folder.Word != SplitWord.Train).Select(folder => folder.Node.Path.TrimEnd('/')));
                return Words.IsTestPartOrClass(tests);
            case SplitDoubt.Folds:
                return Words.FoldersAreFoldsOfCrossValidation(folders);
            case SplitDoubt.Several:
                return Words.PartIsMoreThanOnce(folders);
            case SplitDoubt.Mixed:
                return Words.NamesHoldPartAndSomethingElse(folders);
            default:
                var outside = Outside(root, [.. layout.Folders.Select(folder => folder.Node.Path)]);
                return Words.AreNamedLikePartsLiesBeside(folders, outside);
        }
    }

    /// <summary>What is no part: the uppermost folders outside of all parts, or the pictures of the folder itself.</summary>
    private static string Outside(FolderNode root, HashSet<string> parts)
    {
        List<string> found = [];
        void Walk(FolderNode node)
        {
            if (parts.Contains(node.Path)) return;
            if (!parts.Any(part => part.StartsWith(node.Path, StringComparison.Ordinal))) found.Add($"{node.Path} ({node.Count})");
            else
            {
                if (node.Loose > 0) found.Add($"{(node.Path.Length > 0 ? node.Path : "./")}* ({node.Loose})");
                foreach (var child in node.Children) Walk(child);
            }
        }

        Walk(root);
        return Names(found);
    }

    /// <summary>The classes, where the folders are read as such.</summary>
    private static string Classes(FolderNode root)
    {
        var node = root;
        while (node.Loose == 0 && node.Children is [{ } only]) node = only;
        return node.Loose > 0 ? "-" : Names(node.Children.Select(child => $"{child.Name} ({child.Count})"));
    }

    /// <summary>The folder that would be taken alone: the first collection, or the first fold.</summary>
    private static string Alone(SplitLayout layout)
    {
        var first = layout.Folders.First(folder => folder.Word == SplitWord.Train).Node.Path.TrimEnd('/');
        return layout.Doubt == SplitDoubt.Folds ? first[..first.LastIndexOf('/')] : first;
    }

    private static string Names(IEnumerable<string> names)
    {
        List<string> all = [.. names];
        return string.Join(", ", all.Take(Named)) + (all.Count > Named ? ", …" : "");
    }

    private static string Spec(string prefix, string path) => path.Any(char.IsWhiteSpace) ? $"\"{prefix}{path}\"" : prefix + path;
}
