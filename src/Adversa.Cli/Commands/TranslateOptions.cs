using System.CommandLine;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data.Files;
using Adversa.Formats.Png;
using Adversa.Formats.Trees;
using Adversa.Imaging.Pictures;
using Adversa.Models;
using Adversa.Training;
using Adversa.Training.Plans;
using Adversa.Training.Translating;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary>What <c>sample</c> does with pictures that are given: <c>--input FILE|FOLDER|-</c>, one result for each, with its name.</summary>
internal sealed class TranslateOptions
{
    private const int BadShown = 5;
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(120), Rest = TimeSpan.FromSeconds(1);
    private readonly Option<string> _input = Text("--input", "PICTURES", Words.PicturesToTranslate);
    private readonly Option<string> _direction = Text("--direction", "ab|ba", Words.WhichWayToTranslate);
    private readonly Option<bool> _beside = new("--side-by-side") { Description = Words.InputBesideResult.ToString() };
    private readonly Option<bool> _force = new("--force") { Description = Words.OverwriteWhatIsThere.ToString() };
    private readonly Option<string> _mask = Text("--mask", "PICTURE", Words.WhitePartOfMask);
    private readonly Option<string> _paste = Text("--paste", "PICTURE", Words.PictureToPaste);

    private readonly Option<string[]> _set = new("--set") { Description = Words.AttributesToGive.ToString(), HelpName = "name=value" };
    private readonly WholeOption _frames = new("--frames", "N", 2, 240, Words.FramesThroughRange);

    private Option[] Others => [_direction, _beside, _force, _mask, _paste, _set, _frames];

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
                if (option is WholeOption number) _ = number.Of(parsed);
                if (parsed.GetResult(option) is { Implicit: false } && parsed.GetResult(_input) is null) throw new AdversaException(2013, ExitCode.Usage, Words.NeedsInput(option.Name));
            });
    }

    /// <summary>Whether results are films.</summary>
    internal bool MakesFilm(ParseResult parsed) => parsed.GetResult(_frames) is { Implicit: false };

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
        if (trained.Model is not ITranslator translator || trained.Model.Schema.Kind != FieldKind.Image || translator.Given.All(field => field.Name != Field.Input)) throw new AdversaException(2027, ExitCode.Usage, Words.TranslatesNoPictures(system));
        if (parsed.GetValue(_direction) == "ba" && !translator.GoesBack) throw new AdversaException(2027, ExitCode.Usage, Words.TranslatesOneWay(system));
        if (seeds is { Count: > 1 } && !translator.HasNoise) throw new AdversaException(2027, ExitCode.Usage, Words.HasOneAnswer(system));
        using var pictures = PictureTree.Open(path, Console.OpenStandardInput);
        var beside = new GivenBeside(translator, system, parsed.PathOf(_mask), parsed.PathOf(_paste), parsed.GetValue(_set) ?? []);
        var frames = (int)(_frames.Of(parsed) ?? 1);
        if (frames > 1 && !beside.HasRange) throw new AdversaException(2027, ExitCode.Usage, Words.FramesNeedARange);
        if (frames > 1 && seeds is { Count: > 1 }) throw new AdversaException(2027, ExitCode.Usage, Words.HasOneAnswer(system));
        var work = new PictureTranslator(translator, trained.Model.Schema, trained.SamplingNetwork)
        {
            Back = parsed.GetValue(_direction) == "ba",
            With = beside.To,
        };
        var isSet = translator.MostViews > 1 && pictures.HoldsMany;                  // all its pictures are views of one thing
        if (isSet && pictures.Files.Count > translator.MostViews) throw new AdversaException(2027, ExitCode.Usage, Words.TakesFewerViews(system, translator.MostViews, pictures.Path, pictures.Files.Count));
        IReadOnlyList<TreeFile> files = isSet ? [pictures.Files[0] with { Shown = pictures.Path }] : pictures.Files;
        var target = new TranslatedFiles(pictures, files, pictures.HoldsMany && !isSet, output, parsed.GetValue(_beside) ? 1 : seeds?.Count ?? 1, frames > 1 ? ".gif" : ".png");
        target.Refuse(parsed.GetValue(_force));
        TranslatedPicture Make(TreeFile file) => translator.MostViews == 1 ? work.Translate(pictures.Read(file), file.Shown, seeds ?? [0])
            : work.Translate([.. (isSet ? pictures.Files : [file]).Select(view => (pictures.Read(view), view.Shown))], seeds ?? [0]);
        return All(terminal, trained, pictures.Path, files, pictures.HoldsMany && !isSet, target, seeds ?? [0], parsed.GetValue(_beside), frames > 1 ? file => Film(beside, frames, () => Make(file)) : Make);
    }

    /// <summary>The same picture at so many places of the ranges that were wished for: the answers are its frames.</summary>
    private static TranslatedPicture Film(GivenBeside beside, int frames, Func<TranslatedPicture> make)
    {
        var all = Enumerable.Range(0, frames).Select(frame =>
        {
            beside.Share = frame / (frames - 1.0);
            return make();
        }).ToList();
        return all[0] with { Made = [.. all.Select(one => one.Made[0])] };
    }

    private static ExitCode All(Terminal terminal, TrainedModel trained, string path, IReadOnlyList<TreeFile> files, bool many, TranslatedFiles target, IReadOnlyList<long> seeds, bool beside, Func<TreeFile, TranslatedPicture> make)
    {
        var (progress, bad, resized, grey, done) = (new CountProgress(terminal, Words.Pictures), new List<AdversaException>(), 0, 0, 0);
        foreach (var file in files)
        {
            try
            {
                var result = make(file);
                (resized, grey, done) = (resized + (result.ResizedFrom is null ? 0 : 1), grey + (result.WasGrey ? 1 : 0), done + 1);
                if (target.IsFilm) Write(target.NameOf(file, 0), stream => GifWriter.Write(stream, [.. (beside ? result.Frames() : result.Made).Select(one => one.Opaque())], Frame, Rest));
                else if (beside) Write(target.NameOf(file, 0), stream => PngWriter.Write(stream, result.SideBySide(), About(file, trained, null)));
                else
                    for (var i = 0; i < result.Made.Count; i++) Write(target.NameOf(file, i), stream => PngWriter.Write(stream, result.Made[i], About(file, trained, seeds[i])));
            }
            catch (AdversaException e) when ((e.Exit == ExitCode.Data || e.Code == PictureTranslator.TooLarge) && many)
            {
                bad.Add(e);
                if (bad.Count <= BadShown) terminal.Warn(e.Code, e.Text);
            }

            progress.At(done + bad.Count, files.Count);
        }

        progress.End();
        if (done == 0) throw new AdversaException(3005, ExitCode.Data, Words.NoPictureCouldBeTranslated(path, files.Count));
        if (bad.Count > BadShown) terminal.Talk(Words.AndMoreLabel(bad.Count - BadShown).ToString());
        var schema = trained.Model.Schema;
        if (resized > 0) terminal.Talk(Words.WereResizedTo(resized, schema.Width, schema.Height).ToString());
        if (grey > 0) terminal.Talk(Words.GreyWereReadAsColour(grey).ToString());
        terminal.ForPrograms("translated", new() { ["input"] = path, ["path"] = target.Named, ["pictures"] = done, ["answers"] = seeds.Count, ["bad"] = bad.Count, ["resized"] = resized, ["step"] = trained.Manifest.Step });
        if (target.Shown != PictureTree.Pipe) terminal.ForPeople(Words.PicturesWereTranslated(done, trained.Manifest.Step, target.Named).ToString());
        return ExitCode.Done;
    }

    private static void Write(string path, Action<Stream> write)
    {
        if (path == PictureTree.Pipe)
        {
            using var pipe = Console.OpenStandardOutput();
            write(pipe);
        }
        else Reports.WriteFile(path, write);
    }

    private static KeyValuePair<string, string>[] About(TreeFile file, TrainedModel trained, long? seed)
    {
        var about = new JsonObject { ["run"] = trained.Manifest.Run, ["step"] = trained.Manifest.Step, ["input"] = file.Shown, ["recipe"] = trained.Plan.Recipe.ToJson() };
        if (seed is { } number) about["seed"] = number;
        return [KeyValuePair.Create("adversa", about.ToJsonString())];
    }
}
