using System.CommandLine;
using Adversa.Data.Augmenting;
using Adversa.Imaging;
using Adversa.Training.Recipes;
using Adversa.Training;
using Adversa.Training.Folders;
using static Adversa.Cli.Language;

namespace Adversa.Cli;

/// <summary>Options and arguments that several commands share, and how their text becomes a value.</summary>
internal static class Arguments
{
    /// <summary>Steps that stand for no limit.</summary>
    internal const long Unlimited = Recipe.EndlessSteps;

    private const long MostSeed = Recipe.MostSeed;
    private const int MostSeeds = 100_000;

    /// <summary>Where runs are: <c>ADVERSA_RUNS</c>, else <c>runs</c> in the present folder.</summary>
    internal static string Runs => Environment.GetEnvironmentVariable("ADVERSA_RUNS") is { Length: > 0 } asked ? asked : "runs";

    /// <summary>An option that is text.</summary>
    internal static Option<string> Text(string name, string value, Text text, params string[] aliases) =>
        new(name, aliases) { Description = text.ToString(), HelpName = value };

    internal static Argument<string> Run(bool optional = false) => new("RUN")
    {
        Description = Words.RunFolderBeginningOfName.ToString()
            + (optional ? Words.Default.ToString() : "."),
        Arity = optional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
    };

    internal static Option<bool> NoJudge() => new("--no-judge") { Description = Words.LeaveOutJudgesSentenceAtEnd.ToString() };

    /// <summary>How much a sheet is enlarged.</summary>
    internal static WholeOption Scale() => new("--scale", "N", 1, 32, Words.EnlargeEachPixelOfSheetN);

    /// <summary>The run that an argument names.</summary>
    /// <exception cref="AdversaException">ADV2005: none, or more than one.</exception>
    internal static RunFolder Folder(this ParseResult parsed, Argument<string> run) => RunFolder.Find(Runs, parsed.GetValue(run) is { Length: > 0 } name ? name : "latest");

    /// <summary>How later commands name a run: <c>latest</c> when it is, else its folder.</summary>
    internal static string NameOf(RunFolder run) => RunFolder.List(Runs) is [var newest, ..] && newest.Path == run.Path ? "latest" : ShellWords.Quote(run.Path);

    /// <summary>A command; its Spanish name stands in the Spanish help.</summary>
    internal static Command Command(string name, Text text) =>
        new(name, SpanishVerb(name) is { Length: > 0 } verb ? IsSpanish ? $"({verb}) {text}" : text.ToString() : text.ToString());

    /// <summary>The value of a path option.</summary>
    /// <exception cref="AdversaException">ADV2019: it is empty.</exception>
    internal static string? PathOf(this ParseResult parsed, Option<string> option) => parsed.GetValue(option) is not { } path ? null : path.Length > 0 ? path
        : throw new AdversaException(2019, ExitCode.Usage, Words.IsEmptyNameFileOrFolder(option.Name));

    /// <summary>Seeds such as <c>0-63</c> or <c>3,17,42</c>.</summary>
    /// <exception cref="AdversaException">ADV2007: it is no such list, or too long; ADV2011, ADV2012: a part is no number.</exception>
    internal static long[] Seeds(string text, string option = "--seeds")
    {
        var seeds = new List<long>();
        foreach (var part in text.Split(','))
        {
            var dash = part.Length > 1 ? part.IndexOf('-', 1) : -1;              // a sign may come first
            var first = Numbers.Whole(dash > 0 ? part[..dash] : part, option, -MostSeed, MostSeed);
            var last = dash > 0 ? Numbers.Whole(part[(dash + 1)..], option, -MostSeed, MostSeed) : first;
            if (last < first || (UInt128)((Int128)last - first) + (UInt128)seeds.Count >= MostSeeds) throw new AdversaException(2007, ExitCode.Usage, Words.SeedsExpectsNumbersAndRangesSuch(MostSeeds, text));
            for (var seed = first; seed <= last; seed++) seeds.Add(seed);
        }

        return [.. seeds];
    }

    /// <summary>The option that varies pictures.</summary>
    internal static Option<string> BackgroundOption() => Text("--background", "black|white|mean", Words.WhatShowsThroughTransparentPixels);

    /// <summary>Data with the background that was asked for.</summary>
    internal static string On(string spec, string? background) => background switch
    {
        null => spec,
        _ when spec.Length == 0 => spec,
        "black" => DataSets.On(spec, Background.Black),
        "white" => DataSets.On(spec, Background.White),
        "mean" => DataSets.On(spec, Background.Mean),
        _ => throw new AdversaException(2001, ExitCode.Usage, Words.BackgroundIsBlackWhiteOrMean(background)),
    };

    internal static Option<string> Augment() => Text("--augment", "flip,shift=0.1,...",
        Words.VaryPicturesEachTime(string.Join(", ", Augmentation.Parts.Select(part => part.Name))));

    /// <summary>Operations such as <c>flip,shift=0.1</c>.</summary>
    /// <exception cref="AdversaException">ADV2052: no such operation, or one twice; ADV2011, ADV2012: its value is no number or out of range.</exception>
    internal static IEnumerable<(AugmentationPart Part, double Value)> AugmentOf(string? text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in text is null ? [] : text.Split(','))
        {
            var words = pair.Split('=');
            var part = Augmentation.Parts.FirstOrDefault(part => part.Name == words[0]);
            if (part is null || words.Length > 2 || !seen.Add(part.Name)) throw new AdversaException(2052, ExitCode.Usage, Words.AugmentExpectsNamesEachOnce(pair, string.Join(", ", Augmentation.Parts.Select(p => p.Name))));
            yield return (part, words.Length == 2 ? Numbers.Real(words[1], $"--augment {part.Name}", 0, part.Most) : part.Usual);
        }
    }

    /// <summary>A span of time for people.</summary>
    internal static string Span(TimeSpan time) => time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes:D2} min"
        : time.TotalMinutes >= 1 ? $"{(int)time.TotalMinutes} min {time.Seconds:D2} s" : $"{time.TotalSeconds:F0} s";
}
