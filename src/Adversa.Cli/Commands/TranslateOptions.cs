using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data.Files;
using Adversa.Formats.Disk;
using Adversa.Formats.Png;
using Adversa.Formats.Trees;
using Adversa.Models;
using Adversa.Training;
using Adversa.Training.Plans;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary>What <c>sample</c> does with pictures that are given: <c>--input FILE|FOLDER|-</c>, one result for each, with its name.</summary>
internal sealed class TranslateOptions
{
    private const int BadShown = 5;
    private readonly Option<string> _input = Text("--input", "PICTURES", Words.PicturesToTranslate);
    private readonly Option<string> _direction = Text("--direction", "ab|ba", Words.WhichWayToTranslate);
    private readonly Option<bool> _beside = new("--side-by-side") { Description = Words.InputBesideResult.ToString() };
    private readonly Option<bool> _force = new("--force") { Description = Words.OverwriteWhatIsThere.ToString() };
    private readonly Option<string> _mask = Text("--mask", "PICTURE", Words.WhitePartOfMask);
    private readonly Option<string> _paste = Text("--paste", "PICTURE", Words.PictureToPaste);

    private Option[] Others => [_direction, _beside, _force, _mask, _paste];

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    internal void AddTo(Command command)
    {
        foreach (var option in Others.Prepend(_input)) command.Options.Add(option);
        _direction.AcceptOnlyFromAmong("ab", "ba");
        _input.Checks(parsed => _ = parsed.PathOf(_input));
        foreach (var option in Others)
            option.Checks(parsed =>
            {
                if (parsed.GetResult(option) is { Implicit: false } && parsed.GetResult(_input) is null) throw new AdversaException(2013, ExitCode.Usage, Words.NeedsInput(option.Name));
            });
    }

    /// <summary>Translates what is given, where something is.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="terminal">Where to tell.</param>
    /// <param name="trained">The run.</param>
    /// <param name="output">As <c>-o</c> names it; null where it was not given.</param>
    /// <param name="seeds">One for each answer to a picture; null where nobody asked for any.</param>
    /// <returns>Null where nothing is given.</returns>
    /// <exception cref="AdversaException">ADV2027: the system translates no pictures, or lacks something else; ADV2028: the results would overwrite something.</exception>
    internal ExitCode? Translated(ParseResult parsed, Terminal terminal, TrainedModel trained, string? output, IReadOnlyList<long>? seeds)
    {
        if (parsed.PathOf(_input) is not { } path) return null;
        var system = trained.Plan.Variant.Id;
        if (trained.Model is not ITranslator translator || translator.Given.All(field => field.Name != Field.Input)) throw new AdversaException(2027, ExitCode.Usage, Words.TranslatesNoPictures(system));
        if (parsed.GetValue(_direction) == "ba" && !translator.GoesBack) throw new AdversaException(2027, ExitCode.Usage, Words.TranslatesOneWay(system));
        if (seeds is { Count: > 1 } && !translator.HasNoise) throw new AdversaException(2027, ExitCode.Usage, Words.HasOneAnswer(system));
        if (trained.Model.Schema.Kind != FieldKind.Image) throw new AdversaException(2027, ExitCode.Usage, Words.TranslatesNoPictures(system));
        using var pictures = PictureTree.Open(path, Console.OpenStandardInput);
        var work = new PictureTranslator(translator, trained.Model.Schema, trained.SamplingNetwork)
        {
            Back = parsed.GetValue(_direction) == "ba",
            With = new GivenBeside(translator, system, parsed.PathOf(_mask), parsed.PathOf(_paste)).To,
        };
        var target = Target(pictures, output, seeds?.Count ?? 1);
        Refuse(pictures, target, seeds?.Count ?? 1, parsed.GetValue(_force));
        return All(terminal, trained, pictures, work, target, seeds ?? [0], parsed.GetValue(_beside));
    }

    private static ExitCode All(Terminal terminal, TrainedModel trained, PictureTree pictures, PictureTranslator work, string target, IReadOnlyList<long> seeds, bool beside)
    {
        var (progress, bad, resized, grey, written) = (new CountProgress(terminal, Words.Pictures), new List<AdversaException>(), 0, 0, 0);
        foreach (var file in pictures.Files)
        {
            try
            {
                var result = work.Translate(pictures.Read(file), file.Shown, seeds);
                (resized, grey) = (resized + (result.ResizedFrom is null ? 0 : 1), grey + (result.WasGrey ? 1 : 0));
                var made = beside ? [result.SideBySide()] : result.Made;
                for (var i = 0; i < made.Count; i++, written++) Write(NameOf(pictures, file, target, made.Count, i), made[i], file, trained, beside ? null : seeds[i]);
            }
            catch (AdversaException e) when (e.Exit == ExitCode.Data && pictures.HoldsMany)
            {
                bad.Add(e);
                if (bad.Count <= BadShown) terminal.Warn(e.Code, e.Text);
            }

            progress.At(pictures.Files.Count == 0 ? 0 : written + bad.Count, pictures.Files.Count);
        }

        progress.End();
        if (written == 0) throw new AdversaException(3005, ExitCode.Data, Words.NoPictureCouldBeTranslated(pictures.Path, pictures.Files.Count));
        if (bad.Count > BadShown) terminal.Talk(Words.AndMoreLabel(bad.Count - BadShown).ToString());
        var schema = trained.Model.Schema;
        if (resized > 0) terminal.Talk(Words.WereResizedTo(resized, schema.Width, schema.Height).ToString());
        if (grey > 0) terminal.Talk(Words.GreyWereReadAsColour(grey).ToString());
        terminal.ForPrograms("translated", new() { ["input"] = pictures.Path, ["path"] = target, ["pictures"] = pictures.Files.Count - bad.Count, ["written"] = written, ["bad"] = bad.Count, ["resized"] = resized, ["step"] = trained.Manifest.Step });
        if (target != PictureTree.Pipe) terminal.ForPeople(Words.PicturesWereTranslated(written, trained.Manifest.Step, target).ToString());
        return ExitCode.Done;
    }

    private static void Write(string path, Raster picture, TreeFile file, TrainedModel trained, long? seed)
    {
        var about = new JsonObject { ["run"] = trained.Manifest.Run, ["step"] = trained.Manifest.Step, ["input"] = file.Shown, ["recipe"] = trained.Plan.Recipe.ToJson() };
        if (seed is { } number) about["seed"] = number;
        KeyValuePair<string, string>[] texts = [KeyValuePair.Create("adversa", about.ToJsonString())];
        if (path == PictureTree.Pipe)
        {
            using var pipe = Console.OpenStandardOutput();
            PngWriter.Write(pipe, picture, texts);
        }
        else Reports.WriteFile(path, stream => PngWriter.Write(stream, picture, texts));
    }

    /// <summary>Where results go: a folder for many, else a file.</summary>
    /// <exception cref="AdversaException">ADV2015: one file for many pictures. ADV2028: a folder inside the input.</exception>
    private static string Target(PictureTree pictures, string? output, int answers)
    {
        if (output == PictureTree.Pipe && !pictures.HoldsMany && answers == 1) return output;
        var isFile = output?.EndsWith(".png", StringComparison.OrdinalIgnoreCase) == true || (output is not null && Posix.IsStream(output));
        if (output == PictureTree.Pipe || (isFile && pictures.HoldsMany)) throw new AdversaException(2015, ExitCode.Usage, Words.ManyNeedAFolder(pictures.Path));
        if (output is null) return pictures.HoldsMany ? "translated" : pictures.Path == PictureTree.Pipe ? PictureTree.Pipe : Path.GetFileNameWithoutExtension(pictures.Path) + "-translated.png";
        if (!pictures.HoldsMany || !Directory.Exists(pictures.Path)) return output;
        var (inner, outer) = (Path.GetFullPath(output) + Path.DirectorySeparatorChar, Path.GetFullPath(pictures.Path).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar);
        return inner.StartsWith(outer, StringComparison.Ordinal) ? throw new AdversaException(2028, ExitCode.Usage, Words.OutputIsInsideInput(output, pictures.Path)) : output;
    }

    /// <summary>Refuses to overwrite, and to give two pictures one name, before anything is made.</summary>
    private static void Refuse(PictureTree pictures, string target, int answers, bool force)
    {
        if (target == PictureTree.Pipe || Posix.IsStream(target)) return;
        var names = pictures.Files.SelectMany(file => Enumerable.Range(0, answers).Select(i => (File: file, Name: NameOf(pictures, file, target, answers, i)))).ToList();
        if (names.GroupBy(one => one.Name).FirstOrDefault(group => group.Count() > 1) is { } twice) throw new AdversaException(2028, ExitCode.Usage, Words.TwoWouldHaveOneName(twice.First().File.Shown, twice.Last().File.Shown, twice.Key));
        if (!force && names.FirstOrDefault(one => File.Exists(one.Name)) is { Name: { } there }) throw new AdversaException(2028, ExitCode.Usage, Words.IsThereAlready(there));
    }

    private static string NameOf(PictureTree pictures, TreeFile file, string target, int answers, int answer)
    {
        var number = answers > 1 ? string.Create(CultureInfo.InvariantCulture, $"-{answer + 1}") : "";
        if (target == PictureTree.Pipe) return target;
        var isFile = target.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || Posix.IsStream(target);
        if (isFile && !pictures.HoldsMany) return number.Length > 0 ? target[..^4] + number + target[^4..] : target;
        return Path.Join(target, Path.ChangeExtension(file.Name, null) + number + ".png");
    }
}
