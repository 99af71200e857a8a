namespace Adversa.Data;

/// <summary>A column of a table that parts the set: named <c>split</c>, <c>partition</c>, <c>subset</c> or <c>data set</c>, with values such as <c>train</c> and <c>test</c> and nothing else.</summary>
internal sealed class SplitColumn
{
    private static readonly string[] Columns = ["split", "partition", "subset", "data_set", "dataset", "dataset_split", "data_split", "train_test", "train_test_split", "part", "set", "fold", "usage"];

    private readonly HashSet<int> _train, _test, _all;

    private SplitColumn(string name, IReadOnlyList<(TreeFile File, SplitWord Word)> files)
    {
        var judging = files.Select(one => one.Word).Where(word => word is not (SplitWord.Train or SplitWord.Further)).Min();
        _all = [.. files.Select(one => one.File.Index)];
        _train = [.. files.Where(one => one.Word == SplitWord.Train).Select(one => one.File.Index)];
        _test = [.. files.Where(one => one.Word == judging).Select(one => one.File.Index)];
        Parts = new($"learned from: {name}=train ({_train.Count}) · test part: {name}={Said(judging)} ({_test.Count})", $"se aprende de: {name}=train ({_train.Count}) · parte de prueba: {name}={Said(judging)} ({_test.Count})");
        var left = files.Where(one => one.Word != SplitWord.Train && one.Word != judging).ToList();
        if (left.Count > 0) Notes = [new($"{left.Count} pictures lie in neither part by the column {name} and are left out, such as {left[0].File.Shown}.", $"{left.Count} imágenes no están en ninguna de las partes según la columna {name} y se omiten, como {left[0].File.Shown}.")];
    }

    /// <summary>Which rows are learned from and which judge.</summary>
    public Text Parts { get; }

    /// <summary>What was left out.</summary>
    public IReadOnlyList<Text> Notes { get; } = [];

    /// <summary>Finds the column in the table beside the pictures; null when there is none, or it names no training part or no other.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="pictures">Its pictures.</param>
    public static SplitColumn? Find(IFileTree tree, IReadOnlyList<TreeFile> pictures)
    {
        if (SampleTable.Find(tree, pictures) is not { } table) return null;
        List<TreeFile> files = [.. pictures.Where(file => table.TryGet(file.Name, out _, default))];
        for (var i = 0; i < table.Attributes.Count; i++)
        {
            var attribute = table.Attributes[i];
            if (!Columns.Contains(attribute.Name) || attribute.Names.Count < 2) continue;
            List<SplitWord> words = [.. attribute.Names.Select(name => SplitName.Of(name).Word)];
            if (!words.Contains(SplitWord.Train) || words.Contains(SplitWord.None) || words.All(word => word is SplitWord.Train or SplitWord.Further)) continue;
            var values = new float[table.Attributes.Count];
            return new(attribute.Name, [.. files.Select(file => (file, WordOf(file)))]);

            SplitWord WordOf(TreeFile file)
            {
                table.TryGet(file.Name, out _, values);
                return words[(int)values[i]];
            }
        }

        return null;
    }

    /// <summary>The pictures of a part, with all that is no picture with a row; it owns the tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="split">Which part.</param>
    public IFileTree Part(IFileTree tree, Split split)
    {
        var part = split == Split.Train ? _train : _test;
        return new PartTree(tree, [], file => part.Contains(file.Index) || !_all.Contains(file.Index));
    }

    private static string Said(SplitWord word) => word switch { SplitWord.Test => "test", SplitWord.Evaluation => "eval", SplitWord.Validation => "val", _ => "dev" };
}
