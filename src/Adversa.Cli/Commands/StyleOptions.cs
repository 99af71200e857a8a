using System.CommandLine;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Formats.Disk;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Training.Plans;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary>What <c>sample</c> does with styles: draws them nearer to their mean, mixes those of seeds, looks for that of a picture.</summary>
internal sealed class StyleOptions
{
    private const int MostMixed = 16;
    private readonly RealOption _truncation = new("--truncation", "PSI", 0, 2, Words.StylesNearerToMean);
    private readonly Option<string> _mix = Text("--mix", "LIST", Words.MixStylesOfSeeds(MostMixed));
    private readonly WholeOption _at = new("--at", "LEVEL", 1, 6, Words.WhereMixedStylesChange);
    private readonly Option<string> _project = Text("--project", "PICTURE", Words.LookForStyleOfPicture);

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="others">Options that say which samples are drawn.</param>
    internal void AddTo(Command command, params Option[] others)
    {
        foreach (var option in new Option[] { _truncation, _mix, _at, _project }) command.Options.Add(option);
        _mix.Checks(parsed => UsageErrors.Each<Action>([() => _ = Mixed(parsed), () => Alone(parsed, [_project, .. others])], check => check()));
        _project.Checks(parsed =>
        {
            UsageErrors.Each<Action>([() => _ = parsed.PathOf(_project), () => Alone(parsed, [_truncation, .. others])], check => check());
        });
        _at.Checks(parsed =>
        {
            if (_at.Of(parsed) is not null && parsed.GetValue(_mix) is null) throw new AdversaException(2013, ExitCode.Usage, Words.AtNeedsMix);
        });
    }

    /// <summary>ψ; 1 where it was not given.</summary>
    internal double Truncation(ParseResult parsed) => _truncation.Of(parsed) ?? 1;

    /// <summary>Mixes or looks for styles, where that is asked for.</summary>
    /// <returns>Whether it was.</returns>
    /// <exception cref="AdversaException">ADV2026: the model has no styles.</exception>
    internal bool Drawn(ParseResult parsed, Terminal terminal, TrainedModel trained, string path, int? scale)
    {
        if (!new Option[] { _truncation, _mix, _project }.Any(option => IsGiven(parsed, option))) return false;
        if (trained.Model is not IStyled model)
        {
            var others = string.Join(", ", VariantCatalog.BuiltIn.Where(variant => variant.HasStyles).Select(variant => variant.Id));
            throw new AdversaException(2026, ExitCode.Usage, Words.SystemHasNoStyles(trained.Plan.Variant.Id, others));
        }

        if (Mixed(parsed) is { } seeds) Mix(terminal, model, trained, seeds, At(parsed, model), Truncation(parsed), OnlyPng(path, _mix), scale);
        else if (parsed.PathOf(_project) is { } picture) Project(terminal, model, trained, picture, OnlyPng(path, _project), scale);
        else return false;
        return true;
    }

    private static void Mix(Terminal terminal, IStyled model, TrainedModel trained, long[] seeds, int at, double truncation, string path, int? scale)
    {
        var sheet = StyleSheets.Mix(model, trained.SamplingNetwork, seeds, at, truncation, scale);
        Reports.WriteFile(path, file => SampleCommand.WritePng(file, sheet, seeds, new(null, truncation), trained, ("mixed_at", at)));
        terminal.ForPrograms("mixed", new()
        {
            ["path"] = path, ["seeds"] = new JsonArray([.. seeds.Select(seed => JsonValue.Create(seed))]), ["at"] = at, ["resolutions"] = model.Resolutions,
            ["step"] = trained.Manifest.Step,
        });
        terminal.ForPeople(Words.SeedsAreMixed(seeds.Length, trained.Manifest.Step, at, model.Resolutions, path).ToString());
    }

    private static void Project(Terminal terminal, IStyled model, TrainedModel trained, string file, string path, int? scale)
    {
        var (picture, size) = StyleSheets.Read(file, model.Schema);
        if (size is not null) terminal.Talk(Words.PictureWasResized(file, size, model.Schema).ToString());
        var (sheet, distance, ofMean) = StyleSheets.Project(model, trained.SamplingNetwork, picture, scale);
        Reports.WriteFile(path, stream => SampleCommand.WritePng(stream, sheet, [0], new(null, 1), trained, ("projected", file)));
        terminal.ForPrograms("projected", new()
        {
            ["path"] = path, ["picture"] = file, ["resized_from"] = size, ["rms"] = distance, ["rms_of_mean"] = ofMean, ["step"] = trained.Manifest.Step,
        });
        terminal.ForPeople(Words.PictureIsProjected(distance, ofMean, path).ToString());
    }

    private static string OnlyPng(string path, Option option) => path.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || Posix.IsStream(path) ? path
        : throw new AdversaException(2015, ExitCode.Usage, Words.WritesOnePng(option.Name, path));

    /// <summary>The seeds that are mixed; null where none are.</summary>
    private long[]? Mixed(ParseResult parsed)
    {
        if (parsed.GetValue(_mix) is not { } text) return null;
        if (Seeds(text, _mix.Name) is { Length: >= 2 and <= MostMixed } seeds) return seeds;
        throw new AdversaException(2007, ExitCode.Usage, Words.MixTakesSeeds(MostMixed, text));
    }

    /// <summary>The resolution from which on the column decides, from 1 on.</summary>
    private int At(ParseResult parsed, IStyled model)
    {
        var (at, last) = (_at.Of(parsed) ?? model.Resolutions / 2, model.Resolutions - 1);
        return at <= last ? (int)at : throw new AdversaException(2012, ExitCode.Usage, Words.AtIsOneOf(at, last));
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static void Alone(ParseResult parsed, Option[] others)
    {
        if (others.FirstOrDefault(other => IsGiven(parsed, other)) is { } other)
            throw new AdversaException(2013, ExitCode.Usage, Words.StylesOrSamples(other.Name));
    }
}
