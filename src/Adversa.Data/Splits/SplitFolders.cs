using Adversa.Data.Names;
using Adversa.Data.Tables;
using Adversa.Formats.Trees;

namespace Adversa.Data.Splits;

/// <summary>How folders named <c>train</c> and <c>test</c> are read.</summary>
internal enum SplitReading
{
    /// <summary>As parts where that is certain; refused where it is not.</summary>
    Detected,

    /// <summary><c>parts:</c>: as parts.</summary>
    Parts,

    /// <summary><c>classes:</c>: as classes, whatever their names.</summary>
    Classes,
}

/// <summary>The part of a tree that a split means.</summary>
/// <param name="Tree">The part; it owns the whole.</param>
/// <param name="Parts">Which folders are learned from and which judge; null when the set is not parted.</param>
/// <param name="Notes">What was left out, and what is odd.</param>
internal sealed record SplitChoice(IFileTree Tree, Text? Parts, IReadOnlyList<Text> Notes)
{
    /// <summary>Of a test part: where in the training part the classes lie, and their names; null where that has none.</summary>
    public (string Root, IReadOnlyList<string> Names)? Learned { get; init; }
}

/// <summary>Chooses the part of a set that is read: folders part it into what is learned from and what is judged with, at any depth and in any usual spelling.</summary>
/// <remarks>A table in a folder above the parts speaks for all of them.</remarks>
public static class SplitFolders
{
    private const int Named = 6;

    /// <summary>The part of a tree that a split means; the whole tree when it is not parted, and the training part when there is no other.</summary>
    /// <param name="tree">The tree; owned by what is returned.</param>
    /// <param name="split">Which part.</param>
    /// <param name="reading">What the user says of the folders.</param>
    /// <exception cref="AdversaException">ADV3047: the folders can be read in two ways.</exception>
    internal static SplitChoice Choose(IFileTree tree, Split split, SplitReading reading)
    {
        if (reading == SplitReading.Classes) return new(tree, null, []);
        var pictures = PictureNames.Of(tree);
        var root = FolderNode.Of(pictures);
        var layout = SplitLayout.Find(root);
        var column = layout is null ? SplitColumn.Find(tree, pictures) : null;
        if (column?.Parts is { } said) return new(column.Part(tree, split), said, column.Notes);
        if (layout is null) return reading == SplitReading.Parts ? throw SplitQuestion.NoParts(tree.Path) : new(tree, null, [.. OnlyTest(root), .. column?.Notes ?? []]);
        if (layout.Doubt != SplitDoubt.None && reading == SplitReading.Detected) throw SplitQuestion.Of(layout, root, tree.Path, tree is FolderTree);
        var trains = layout.Folders.Where(folder => folder.Word == SplitWord.Train).ToList();
        if (trains.Count == 0) throw SplitQuestion.NoTrain(layout, tree.Path);
        var tests = TestOf(layout, trains);
        var parts = Said(trains, tests);
        return new(Part(tree, trains, split == Split.Test ? tests : []), parts, LeftOut(tree, root, [.. trains, .. tests]))
        {
            Learned = split == Split.Test && tests.Count > 0 && PictureNames.Of(Part(tree, trains, [])) is var learned && ClassFolders.Of(learned) is (var names, { }) ? (ClassFolders.CommonFolder(learned), names) : null,
        };
    }

    /// <summary>The pictures of all parts with names that leave the parts out, so that the folders that remain are classes; what is to say of the parts, what <c>--data</c> needs in front of the path, and the list of parts that was read.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="pictures">Its pictures.</param>
    public static (IReadOnlyList<TreeFile> Pictures, Text? Note, string Reading, string? List) Joined(IFileTree tree, IReadOnlyList<TreeFile> pictures)
    {
        var root = FolderNode.Of(pictures);
        if (SplitLayout.Find(root) is not { } layout)
        {
            var (note, list) = ByColumn(tree, pictures);
            return (pictures, note, "", list);
        }

        var trains = layout.Folders.Where(folder => folder.Word == SplitWord.Train).ToList();
        if (layout.Doubt != SplitDoubt.None) return (pictures, SplitQuestion.Of(layout, root, tree.Path, tree is FolderTree).Text, trains.Count > 0 ? "parts:" : "classes:", null);
        var tests = TestOf(layout, trains);
        List<SplitFolder> used = [.. trains, .. tests];
        var joined = from picture in pictures
                     let folder = used.Find(folder => picture.Name.StartsWith(folder.Node.Path, StringComparison.Ordinal))
                     where folder is not null
                     select new TreeFile(folder.As + picture.Name[folder.Node.Path.Length..], picture.Length, picture.Index) { Shown = picture.Shown };
        return ([.. joined.OrderBy(picture => picture.Name, NameOrder.Instance)], Said(trains, tests), "", null);
    }

    /// <summary>The folders of the parts, where each part is one folder and may hold a table of its own; none where the set is not parted so.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<TreeFile> pictures) =>
        SplitLayout.Find(FolderNode.Of(pictures)) is { Doubt: SplitDoubt.None } layout && layout.Folders.CountBy(folder => folder.Word).All(pair => pair.Value == 1) ? [.. layout.Folders.Select(folder => folder.Node.Path)] : [];

    /// <summary>The parts by a column of a table, or what is wrong with it, and the list that it is; null where there is none.</summary>
    private static (Text? Note, string? List) ByColumn(IFileTree tree, IReadOnlyList<TreeFile> pictures)
    {
        try
        {
            if (SplitColumn.Find(tree, pictures) is not { } column) return default;
            IReadOnlyList<Text> said = column.Parts is { } parts ? [parts, .. column.Notes] : column.Notes;
            return (Text.Join(". ", said), column.List);
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            return (e.Text, null);
        }
    }

    /// <summary>Folders by name, with their pictures.</summary>
    internal static string Listed(IReadOnlyList<SplitFolder> folders) => string.Join(", ", folders.Take(Named).Select(folder => $"{folder.Node.Path} ({folder.Node.Count})")) + (folders.Count > Named ? ", …" : "");

    /// <summary>What judges: <c>test</c> before <c>eval</c>, <c>val</c> and <c>dev</c>, but one with the classes of the training part before one without.</summary>
    private static List<SplitFolder> TestOf(SplitLayout layout, List<SplitFolder> trains)
    {
        var classes = trains.SelectMany(folder => folder.Node.Names).ToHashSet(StringComparer.Ordinal);
        return [.. layout.Folders.Where(folder => folder.Word is not (SplitWord.Train or SplitWord.Further)).GroupBy(folder => folder.Word)
            .OrderBy(group => classes.Count > 0 && !group.Any(folder => folder.Node.Names.Any(classes.Contains))).ThenBy(group => group.Key).FirstOrDefault() ?? Enumerable.Empty<SplitFolder>()];
    }

    private static Text Said(List<SplitFolder> trains, List<SplitFolder> tests) => Words.Learned(Listed(trains), tests.Count > 0 ? Words.TestPartShown(Listed(tests)) : Text.None);

    private static IFileTree Part(IFileTree tree, List<SplitFolder> trains, List<SplitFolder> tests)
    {
        var folders = tests.Count > 0 ? tests : trains;
        var frame = Above(folders[0].Node.Path);
        while (!trains.Concat(tests).All(folder => folder.Node.Path.StartsWith(frame, StringComparison.Ordinal))) frame = Above(frame);
        while (frame.Length > 0 && !HasTable(tree, frame)) frame = Above(frame);
        if (HasTable(tree, frame))
        {
            var framed = frame.Length > 0 ? new SubTree(tree, frame) : tree;
            IFileTree Of(List<SplitFolder> part) => new PartTree(framed, [.. part.Select(folder => (folder.Node.Path[frame.Length..], folder.Node.Path[frame.Length..]))], file => SampleTable.IsTable(file.Name));
            return tests.Count > 0 && !HasRows(Of(tests)) ? Of(trains) : Of(folders);
        }

        return folders is [{ } only] && trains.Count == 1 ? new SubTree(tree, only.Node.Path) : new PartTree(tree, [.. folders.Select(folder => (folder.Node.Path, folder.As))]);
    }

    /// <summary>The folder above a folder; both with a slash at their end.</summary>
    private static string Above(string folder) => folder[..(folder.LastIndexOf('/', folder.Length - 2) + 1)];

    private static bool HasTable(IFileTree tree, string within) => tree.Files.Any(file => file.Name.StartsWith(within, StringComparison.Ordinal) && SampleTable.IsTable(file.Name[within.Length..]));

    /// <summary>Whether the table says anything of a part: Kaggle's tables name the pictures of <c>train</c> alone, and what has no row judges nothing.</summary>
    private static bool HasRows(IFileTree part) => SampleTable.Find(part, PictureNames.Of(part)) is not { Named: 0 };

    private static IReadOnlyList<Text> LeftOut(IFileTree tree, FolderNode root, List<SplitFolder> used)
    {
        if (used.Sum(folder => folder.Node.Count) is var count && count == root.Count) return [];
        var example = PictureNames.Of(tree).First(file => !used.Any(folder => file.Name.StartsWith(folder.Node.Path, StringComparison.Ordinal)));
        var left = root.Count - count;
        return [Words.NumberOfPicturesLieInNeitherPart(left, example.Name)];
    }

    /// <summary>A set that is nothing but a test part is learned from all the same, and this is said.</summary>
    private static IReadOnlyList<Text> OnlyTest(FolderNode root)
    {
        for (var node = root; node.Loose == 0 && node.Children is [{ } only]; node = only)
            if (SplitName.Of(only.Name).IsTest) return [Words.AllPicturesLieIsNamedLike(root.Count, only.Path)];
        return [];
    }
}
