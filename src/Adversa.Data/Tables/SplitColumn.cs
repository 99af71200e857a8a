using System.Globalization;
using Adversa.Data.Names;
using Adversa.Formats.Trees;

namespace Adversa.Data.Tables;

/// <summary>A column of a table that parts the set: one named <c>split</c>, <c>partition</c>, <c>subset</c> or <c>data set</c> that holds names such as <c>train</c> and <c>test</c>, or the numbers
/// 0, 1 and 2 for train, val and test; or columns such as <c>is_train</c> that say yes or no. CelebA's <c>list_eval_partition.txt</c> is such a column too.</summary>
internal sealed class SplitColumn
{
    private static readonly string[] Columns = ["split", "partition", "subset", "data_set", "dataset", "dataset_split", "data_split", "train_test", "train_test_split", "part", "set", "fold", "usage"];
    private static readonly string[] Questions = ["is", "in", "for", "es"];
    private static readonly SplitWord[] Numbered = [SplitWord.Train, SplitWord.Validation, SplitWord.Test];
    private static readonly string[] Yes = ["1", "true", "yes", "y", "si", "sí", "s"], No = ["0", "false", "no", "n"];

    private readonly HashSet<int> _train = [], _test = [], _all;

    private SplitColumn(string name, SampleTable table, bool isList, IReadOnlyList<TreeFile> pictures, IReadOnlyList<(TreeFile File, string Said, SplitWord Word)> files)
    {
        List = isList ? table.FileName : null;
        _all = [.. (isList ? pictures : files.Select(one => one.File)).Select(file => file.Index)];
        var notes = isList ? table.Notes.ToList() : [];
        var judging = files.Select(one => one.Word).Where(word => word is not (SplitWord.Train or SplitWord.Further)).Order().FirstOrDefault();
        if (judging == SplitWord.None || files.All(one => one.Word != SplitWord.Train)) notes.Add(Words.ColumnNamesNoTwoPartsHolds(name, table.FileName, Listed(files)));
        else
        {
            var (train, test, left) = (Of(SplitWord.Train), Of(judging), files.Where(one => one.Word != SplitWord.Train && one.Word != judging).ToList());
            (_train, _test) = ([.. train.Select(one => one.File.Index)], [.. test.Select(one => one.File.Index)]);
            Parts = Words.LearnedAndTestPart(name, Listed(train), train.Count, Listed(test), test.Count);
            if (left.Count > 0) notes.Add(Words.PicturesLieInNeitherPart(left.Count, name, left[0].File.Shown));
        }

        Notes = notes;
        List<(TreeFile File, string Said, SplitWord Word)> Of(SplitWord word) => [.. files.Where(one => one.Word == word)];
    }

    /// <summary>Which rows are learned from and which judge; null where the column parts nothing.</summary>
    public Text? Parts { get; }

    /// <summary>The file of CelebA's list; null for a column of the table of labels.</summary>
    public string? List { get; }

    /// <summary>What was left out, or why the column parts nothing.</summary>
    public IReadOnlyList<Text> Notes { get; }

    /// <summary>Finds the column in the table beside the pictures, or CelebA's list; null when there is none.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="pictures">Its pictures.</param>
    /// <exception cref="AdversaException">ADV3045: the table is damaged, or no row of the list names a picture.</exception>
    public static SplitColumn? Find(IFileTree tree, IReadOnlyList<TreeFile> pictures)
    {
        if (SampleTable.Find(tree, pictures) is { Named: > 0 } table && In(table, isList: false) is { } column) return column;
        if (SampleTable.FindParts(tree, pictures) is not { } list) return null;
        list.RequireRows(pictures);
        return In(list, isList: true);

        SplitColumn? In(SampleTable table, bool isList)
        {
            List<TreeFile> files = [.. pictures.Where(file => table.TryGet(file.Name, out _, default))];
            var values = new float[table.Attributes.Count];
            foreach (var (i, attribute) in table.Attributes.Index().Where(pair => Columns.Contains(pair.Item.Name)))
            {
                List<string> said = [.. files.Select(file => Said(file, i))];
                if (Reading(attribute.Name, [.. said.Distinct()]) is { } read) return new(attribute.Name, table, isList, pictures, [.. files.Zip(said, (file, value) => (file, value, read(value)))]);
            }

            List<(int Place, SplitWord Word)> asked = [.. table.Attributes.Index().Select(pair => (pair.Index, Asked(pair.Item.Name))).Where(pair => pair.Item2 != SplitWord.None && IsAnswered(pair.Index)).OrderByDescending(pair => pair.Item2)];
            if (asked.Count == 0) return null;
            var asksTrain = asked[^1].Word == SplitWord.Train;
            return new(string.Join('/', asked.Select(one => table.Attributes[one.Place].Name)), table, isList, pictures, [.. files.Select(file => (file, string.Join('/', asked.Select(one => Said(file, one.Place))), WordOf(file)))]);

            string Said(TreeFile file, int place)
            {
                table.TryGet(file.Name, out _, values);
                var attribute = table.Attributes[place];
                return attribute.Names.Count > 0 ? attribute.Names[(int)values[place]] : values[place].ToString(CultureInfo.InvariantCulture);
            }

            bool? Answer(TreeFile file, int place) => Said(file, place).ToLowerInvariant() is var said && Yes.Contains(said) ? true : No.Contains(said) ? false : null;

            bool IsAnswered(int place) => files.TrueForAll(file => Answer(file, place) is not null)
                && (table.Attributes[place].Name != "is_valid" || 2 * files.Count(file => Answer(file, place) == true) < files.Count);          // of most pictures it says that they are sound

            SplitWord WordOf(TreeFile file) => asked.FirstOrDefault(one => Answer(file, one.Place) == true).Word is not SplitWord.None and var word ? word : asksTrain ? SplitWord.Test : SplitWord.Train;
        }
    }

    /// <summary>The pictures of a part, with all that is no picture with a row; it owns the tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="split">Which part.</param>
    public IFileTree Part(IFileTree tree, Split split)
    {
        var part = split == Split.Train ? _train : _test;
        return new PartTree(tree, [], file => part.Contains(file.Index) || (!_all.Contains(file.Index) && file.Name != List));
    }

    /// <summary>How the values of a column are read; null for one that speaks of something else.</summary>
    private static Func<string, SplitWord>? Reading(string column, List<string> values)
    {
        if (values.TrueForAll(value => SplitName.Of(value).Word != SplitWord.None)) return value => SplitName.Of(value).Word;
        if (!column.Contains("split", StringComparison.Ordinal) && column is not ("partition" or "train_test")) return null;
        if (values.TrueForAll(value => value is "0" or "1" or "2")) return value => Numbered[value[0] - '0'];
        return value => SplitName.Of(value).Word is not SplitWord.None and var word ? word : SplitWord.Further;
    }

    /// <summary>What a column that says yes or no asks: <c>is_train</c>, <c>isTest</c>, <c>for_validation</c>, <c>train</c>.</summary>
    private static SplitWord Asked(string column)
    {
        var question = Questions.FirstOrDefault(word => column.StartsWith(word, StringComparison.Ordinal)) ?? "";
        return column != "valid" && SplitName.Of(column[question.Length..]) is { IsPlain: true, Word: not SplitWord.Further } name ? name.Word : SplitWord.None;
    }

    private static string Listed(IEnumerable<(TreeFile File, string Said, SplitWord Word)> files)
    {
        const int most = 4;
        List<string> said = [.. files.Select(one => one.Said).Distinct(StringComparer.Ordinal).Take(most + 1)];
        return string.Join(", ", said.Take(most)) + (said.Count > most ? ", …" : "");
    }
}
