using Adversa.Data.Names;
using Adversa.Formats.Trees;

namespace Adversa.Data.Splits;

/// <summary>A folder that is, or may be, one part of a set.</summary>
/// <param name="Word">Which part.</param>
/// <param name="Node">The folder.</param>
/// <param name="As">What stands for it in the names of its files: the folders above it, and the class where its name holds one.</param>
internal sealed record SplitFolder(SplitWord Word, FolderNode Node, string As);

/// <summary>Why folders can be read in two ways.</summary>
internal enum SplitDoubt
{
    /// <summary>They cannot: the parts are certain.</summary>
    None,

    /// <summary>Other folders of pictures stand beside <c>train</c> and <c>test</c>.</summary>
    Others,

    /// <summary><c>test</c> stands beside folders that may be classes, without a <c>train</c>.</summary>
    NoTrain,

    /// <summary>Two collections without pairs, as CycleGAN's sets: <c>trainA</c>, <c>trainB</c>, <c>testA</c>, <c>testB</c>.</summary>
    Domains,

    /// <summary>The names hold a part and something else: <c>cat_train</c>, <c>dog_test</c>.</summary>
    Mixed,

    /// <summary>Some folders are parted and others are not.</summary>
    Some,

    /// <summary>Folds of a cross-validation: what one learns from another judges with.</summary>
    Folds,

    /// <summary>One part is there several times.</summary>
    Several,
}

/// <summary>How the folders of a set part it into what is learned from and what is judged with, at whatever depth.</summary>
/// <param name="Folders">The parts.</param>
/// <param name="Doubt">Why it may be otherwise.</param>
internal sealed record SplitLayout(IReadOnlyList<SplitFolder> Folders, SplitDoubt Doubt)
{
    private const int FewestShare = 100;         // a folder of fewer pictures than one in so many is no class: it is left out with a note

    /// <summary>Finds the parts.</summary>
    /// <param name="root">The pictures.</param>
    /// <returns>The layout; null when the set is not parted.</returns>
    public static SplitLayout? Find(FolderNode root) => Find(root, isTop: true) is { } layout
        ? layout.Doubt == SplitDoubt.None && IsTooMuchLeft(root, layout.Folders) ? layout with { Doubt = SplitDoubt.Some } : layout : null;

    private static SplitLayout? Find(FolderNode node, bool isTop)
    {
        var children = node.Children;
        if (children.Count == 0) return null;
        if (At(node, children, isTop) is { } here) return here;
        if (children.Count == 1) return Find(children[0], isTop);
        List<(FolderNode Child, SplitLayout? Layout)> below = [.. children.Select(child => (child, Find(child, isTop: false)))];
        List<SplitLayout> found = [.. below.Select(pair => pair.Layout).OfType<SplitLayout>()];
        if (found.Count == 0) return null;
        var isWhole = below.All(pair => pair.Layout is not null || IsFew(pair.Child, node));
        var areFolds = found.Count > 1 && below.Where(pair => pair.Layout is not null).All(pair => IsFold(pair.Child.Name));
        return new([.. found.SelectMany(layout => layout.Folders)], !isWhole ? SplitDoubt.Some : areFolds ? SplitDoubt.Folds : found.Max(layout => layout.Doubt));
    }

    /// <summary>Reads the names of the folders in one folder.</summary>
    private static SplitLayout? At(FolderNode node, IReadOnlyList<FolderNode> children, bool isTop)
    {
        List<(FolderNode Node, SplitName Name)> all = [.. children.Select(child => (child, SplitName.Of(child.Name)))];
        var trains = all.Where(one => one.Name.Word == SplitWord.Train).ToList();
        var tests = all.Where(one => one.Name.IsTest).ToList();
        var others = all.Where(one => one.Name.Word == SplitWord.None && !IsFew(one.Node, node)).ToList();
        SplitFolder Part((FolderNode Node, SplitName Name) one, string key = "") => new(one.Name.Word, one.Node, node.Path + (key.Length > 0 ? key + "/" : ""));
        if (trains.Count + tests.Count == 0 && all.Count == 2 && all.Select(one => SplitName.InShort(one.Node.Name)).ToList() is var shorts && shorts.Contains(SplitWord.Train) && shorts.Contains(SplitWord.Test))
            return new([.. all.Zip(shorts, (one, word) => new SplitFolder(word, one.Node, node.Path))], SplitDoubt.Mixed);
        if (trains.Count == 0) return isTop ? WithoutTrain(node, children, tests, others) : null;
        if (tests.Count == 0) return others.Count == 0 && trains.Count == 1 && children.Count > 1 ? new([.. all.Where(one => one.Name.Word != SplitWord.None).Select(one => Part(one))], SplitDoubt.None) : null;

        List<string> keys = [.. trains.Select(one => one.Name.Rest).Intersect(tests.Select(one => one.Name.Rest))];
        if (keys.Count == 0) return others.Count > 0 ? null : new([.. trains.Concat(tests).Select(one => Part(one))], SplitDoubt.Mixed);
        List<(FolderNode Node, SplitName Name)> parts = [.. all.Where(one => one.Name.Word != SplitWord.None && (keys.Contains(one.Name.Rest) || one.Name.Word == SplitWord.Further))];
        var areAll = others.Count == 0 && trains.Concat(tests).All(one => keys.Contains(one.Name.Rest));
        if (keys.Count > 1) return new([.. parts.Select(one => Part(one, one.Name.Rest))], !areAll ? SplitDoubt.Others : keys.All(key => key is "a" or "b") ? SplitDoubt.Domains : SplitDoubt.Mixed);
        var isTwice = trains.Concat(tests).Where(one => one.Name.Rest == keys[0]).GroupBy(one => one.Name.Word).Any(group => group.Select(one => WithoutDigits(one.Node.Name)).Distinct(StringComparer.Ordinal).Skip(1).Any());
        return new([.. parts.Select(one => Part(one))], !areAll ? SplitDoubt.Others : isTwice ? SplitDoubt.Several : SplitDoubt.None);
    }

    /// <summary><c>test</c> beside folders of other names: a class of that name, or what the others are judged with. Equal folders within settle it.</summary>
    private static SplitLayout? WithoutTrain(FolderNode node, IReadOnlyList<FolderNode> children, List<(FolderNode Node, SplitName Name)> tests, List<(FolderNode Node, SplitName Name)> others)
    {
        var judging = tests.Where(one => one.Name is { Rest: "", Word: SplitWord.Test or SplitWord.Validation } && !one.Node.Name.Equals("valid", StringComparison.OrdinalIgnoreCase)).Select(one => one.Node).ToList();
        if (judging.Count == 0 || (others.Count == 0 && children.Count == 1)) return null;
        List<SplitFolder> parts = [.. others.Select(one => new SplitFolder(SplitWord.Train, one.Node, one.Node.Path)), .. tests.Select(one => new SplitFolder(one.Name.Word, one.Node, node.Path))];
        var names = others.Select(one => one.Node.Name).ToHashSet(StringComparer.Ordinal);
        var isSure = others.Count > 0 && judging.Count == tests.Count && judging.All(test => test.Loose == 0 && test.Names.Any() && test.Names.All(names.Contains));
        return new(parts, isSure ? SplitDoubt.None : SplitDoubt.NoTrain);
    }

    private static bool IsFew(FolderNode child, FolderNode among) => child.Count * (long)FewestShare <= among.Count;

    /// <summary>Whether more pictures lie outside of the parts than in what is learned from.</summary>
    private static bool IsTooMuchLeft(FolderNode root, IReadOnlyList<SplitFolder> folders) =>
        root.Count - folders.Sum(folder => folder.Node.Count) > folders.Where(folder => folder.Word == SplitWord.Train).Sum(folder => folder.Node.Count);

    private static bool IsFold(string name)
    {
        var word = WithoutDigits(name).Trim('_', '-', ' ', '.').ToLowerInvariant();
        return word is "fold" or "split" or "cv" or "k" or "kfold" or "f" or "run" or "pliegue" or "particion" or "partición";
    }

    private static string WithoutDigits(string name) => string.Concat(name.Where(c => !char.IsAsciiDigit(c)));
}
