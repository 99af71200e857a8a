using System.Globalization;
using Adversa.Data.Files;
using Adversa.Formats.Disk;
using Adversa.Formats.Trees;

namespace Adversa.Cli.Commands;

/// <summary>Where the results of <c>sample --input</c> go: a folder for many pictures, else a file; each with the name of its picture.</summary>
internal sealed class TranslatedFiles
{
    private readonly IReadOnlyList<TreeFile> _files;
    private readonly bool _many;
    private readonly int _answers;
    private readonly string _ending;

    /// <param name="pictures">What is translated.</param>
    /// <param name="files">A result, or several answers, for each of these.</param>
    /// <param name="many">Whether there may be any number of them.</param>
    /// <param name="output">As <c>-o</c> names it; null where it was not given.</param>
    /// <param name="answers">Results of each picture.</param>
    /// <param name="ending">Of their files.</param>
    /// <exception cref="AdversaException">ADV2015: one file for many pictures, or one of another ending. ADV2028: a folder inside the input.</exception>
    internal TranslatedFiles(PictureTree pictures, IReadOnlyList<TreeFile> files, bool many, string? output, int answers, string ending)
    {
        (_files, _many, _answers, _ending) = (files, many, answers, ending);
        Shown = output ?? (many ? "translated" : pictures.Path == PictureTree.Pipe ? PictureTree.Pipe : Path.GetFileNameWithoutExtension(pictures.Path.TrimEnd(Path.DirectorySeparatorChar)) + "-translated" + ending);
        if (Shown == PictureTree.Pipe ? many || answers > 1 : many && IsFile) throw new AdversaException(2015, ExitCode.Usage, Words.ManyNeedAFolder(pictures.Path));
        if (!many && Path.GetExtension(Shown) is { Length: > 0 } other && !IsFile && other is ".png" or ".gif") throw new AdversaException(2015, ExitCode.Usage, Words.ResultsAre(ending, Shown));
        if (!Directory.Exists(pictures.Path)) return;
        var (inner, outer) = (Path.GetFullPath(Shown) + Path.DirectorySeparatorChar, Path.GetFullPath(pictures.Path).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar);
        if (inner.StartsWith(outer, StringComparison.Ordinal)) throw new AdversaException(2028, ExitCode.Usage, Words.OutputIsInsideInput(Shown, pictures.Path));
    }

    /// <summary>A file, a folder, or a pipe.</summary>
    internal string Shown { get; }

    /// <summary>The same with the files of the several answers to one picture.</summary>
    internal string Named => !IsFile || _answers == 1 ? Shown
        : string.Join(", ", Enumerable.Range(0, _answers).Select(answer => NameOf(_files[0], answer)));

    /// <summary>Whether each result is a film.</summary>
    internal bool IsFilm => _ending == ".gif";

    private bool IsFile => Shown.EndsWith(_ending, StringComparison.OrdinalIgnoreCase) || Posix.IsStream(Shown);

    /// <summary>Refuses to overwrite, and to give two pictures one name, before anything is made.</summary>
    /// <param name="force">Whether overwriting is wanted.</param>
    /// <exception cref="AdversaException">ADV2028: it would.</exception>
    internal void Refuse(bool force)
    {
        if (Shown == PictureTree.Pipe || Posix.IsStream(Shown)) return;
        var names = _files.SelectMany(file => Enumerable.Range(0, _answers).Select(i => (File: file, Name: NameOf(file, i)))).ToList();
        if (names.GroupBy(one => one.Name).FirstOrDefault(group => group.Count() > 1) is { } twice) throw new AdversaException(2028, ExitCode.Usage, Words.TwoWouldHaveOneName(twice.First().File.Shown, twice.Last().File.Shown, twice.Key));
        if (!force && names.FirstOrDefault(one => File.Exists(one.Name)) is { Name: { } there }) throw new AdversaException(2028, ExitCode.Usage, Words.IsThereAlready(there));
    }

    /// <summary>The file of an answer to a picture.</summary>
    /// <param name="file">The picture.</param>
    /// <param name="answer">From 0 on.</param>
    internal string NameOf(TreeFile file, int answer)
    {
        var number = _answers > 1 ? string.Create(CultureInfo.InvariantCulture, $"-{answer + 1}") : "";
        if (Shown == PictureTree.Pipe) return Shown;
        if (IsFile && !_many) return number.Length > 0 ? Shown[..^4] + number + Shown[^4..] : Shown;
        return Path.Join(Shown, Path.ChangeExtension(file.Name, null) + number + _ending);
    }
}
