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
            $"{path} can be read in two ways: {why.English}. As parts ({(trains.Count > 0 ? $"learn from {train}" : "nothing to learn from")}; judge with {test}): --data {Spec("parts:", path)}. As classes ({classes}): --data {Spec("classes:", path)}."
            + (one is null ? "" : $" One of them alone: --data {one}."),
            $"{path} se puede leer de dos maneras: {why.Spanish}. Como partes ({(trains.Count > 0 ? $"se aprende de {train}" : "nada de qué aprender")}; se juzga con {test}): --data {Spec("parts:", path)}. Como clases ({classes}): --data {Spec("classes:", path)}."
            + (one is null ? "" : $" Solo una: --data {one}."));
    }

    /// <summary><c>parts:</c> was said of folders that are none.</summary>
    public static AdversaException NoParts(string path) => DataError.Of(DataError.TwoReadings,
        $"{path} holds no folders named like train and test, so parts: has nothing to go by. Leave it out, or name the folders so.",
        $"{path} no contiene carpetas con nombres como train y test, así que parts: no tiene en qué basarse. Quítelo o nombre así las carpetas.");

    /// <summary>There are test parts and nothing else.</summary>
    public static AdversaException NoTrain(SplitLayout layout, string path) => DataError.Of(DataError.TwoReadings,
        $"{path} holds {SplitFolders.Listed(layout.Folders)} and no training part. Name one of them, or read them as classes: --data {Spec("classes:", path)}.",
        $"{path} contiene {SplitFolders.Listed(layout.Folders)} y ninguna parte de entrenamiento. Indique una de ellas o léalas como clases: --data {Spec("classes:", path)}.");

    private static Text Why(SplitLayout layout, FolderNode root)
    {
        var folders = Names(layout.Folders.OrderBy(folder => folder.Word).Select(folder => folder.Node.Path.TrimEnd('/')));
        switch (layout.Doubt)
        {
            case SplitDoubt.Domains:
                return new($"it holds two collections without pairs, A and B, each with a training and a test part, as CycleGAN's sets ({folders})", $"contiene dos colecciones sin emparejar, A y B, cada una con parte de entrenamiento y de prueba, como los conjuntos de CycleGAN ({folders})");
            case SplitDoubt.NoTrain:
                var tests = Names(layout.Folders.Where(folder => folder.Word != SplitWord.Train).Select(folder => folder.Node.Path.TrimEnd('/')));
                return new($"{tests} is a test part or a class of that name, and there is no train", $"{tests} es una parte de prueba o una clase con ese nombre, y no hay train");
            case SplitDoubt.Folds:
                return new($"its folders are folds of a cross-validation, and what one learns from another judges with ({folders})", $"sus carpetas son pliegues de una validación cruzada, y lo que uno aprende lo usa otro para juzgar ({folders})");
            case SplitDoubt.Several:
                return new($"a part is there more than once ({folders})", $"una parte está más de una vez ({folders})");
            case SplitDoubt.Mixed:
                return new($"the names {folders} hold a part and something else", $"los nombres {folders} contienen una parte y algo más");
            default:
                var outside = Outside(root, [.. layout.Folders.Select(folder => folder.Node.Path)]);
                return new($"{folders} are named like parts, and {outside} lies beside them", $"{folders} se llaman como partes, y {outside} está a su lado");
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
