using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data;
using Adversa.Data.Augmenting;
using Adversa.Data.Files;
using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;
using Adversa.Imaging.Views;
using Adversa.Training;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa data show SPEC</c></summary>
internal static class DataShowCommand
{
    private const int Shown = 64, Counted = 1000, Named = 40, Said = 4;

    internal static Command Create(Terminal terminal)
    {
        var spec = new Argument<string>("SPEC") { Description = Words.WhatDataTakes.ToString() };
        var size = new SizeOption("--size", 8, 1024, Words.SideOfPicturesInPixels);
        var output = Text("--output", "FILE", Words.WriteContactSheetToPNG, "-o");
        var (augment, background) = (Augment(), BackgroundOption());
        var show = Command("show", Words.NumbersAndContactSheetOfAny);
        show.Arguments.Add(spec);
        show.Options.Add(size);
        show.Options.Add(output);
        show.Options.Add(augment);
        show.Options.Add(background);
        background.Checks(parsed => On("any", parsed.GetValue(background)));
        augment.Checks(parsed => _ = AugmentOf(parsed.GetValue(augment)).Count());
        var scale = Arguments.Scale();
        show.Options.Add(scale);
        var words = new Option<bool>("--words") { Description = Words.ListWordsOfTexts.ToString() };
        show.Options.Add(words);
        show.SetAction(parsed => parsed.GetValue(words) ? Vocabulary(terminal, parsed.GetValue(spec)!) : Show(terminal, parsed.GetValue(spec) is { Length: > 0 } asked ? On(asked, parsed.GetValue(background)) : throw new AdversaException(2019, ExitCode.Usage, Words.SPECIsEmptyOr), size.Of(parsed), parsed.PathOf(output), AugmentOf(parsed.GetValue(augment)).Aggregate(new Augmentation(), (all, pair) => pair.Part.Set(all, pair.Value)), (int?)scale.Of(parsed)));
        return show;
    }

    private static int Show(Terminal terminal, string spec, PictureSize? size, string? output, Augmentation augmentation, int? scale)
    {
        if (output?.EndsWith(".png", StringComparison.OrdinalIgnoreCase) == false) throw new AdversaException(2015, ExitCode.Usage, Words.ONamesPNGSuchAsSheet(output));
        var source = DataSets.Open(spec, new DataOptions(size));
        if (augmentation.Problems(source.Schema).FirstOrDefault() is { } problem) throw new AdversaException(2022, ExitCode.Usage, problem.Text);
        if (source is PictureSource { Report: { } report }) Reports.Scan(terminal, report);
        foreach (var note in source.Notes) terminal.Warn(3046, note);
        using var owned = source as IDisposable;
        var seen = SeenSamples.Read(terminal, source, Counted, augmentation);
        var picture = seen.Draw(Shown);
        if (output is not null) Reports.WriteFile(output, file => PngWriter.Write(file, picture.Enlarged(scale ?? SampleSheet.Scale(source.Schema))));

        if (terminal.Json) terminal.ForPrograms("data", new()
        {
            ["name"] = source.Name, ["shape"] = source.Schema.ToString(), ["samples"] = source.IsEndless ? null : source.Count, ["classes"] = source.Schema.Classes,
            ["class_counts"] = new JsonArray([.. seen.Classes().Select(c => new JsonObject { ["name"] = c.Name, ["count"] = c.Count })]), ["attributes"] = seen.AttributesJson(),
            ["looked_at"] = seen.Count, ["mean"] = Math.Round(seen.Mean, 5), ["minimum"] = Math.Round(seen.Least, 5), ["maximum"] = Math.Round(seen.Most, 5), ["fingerprint"] = source.Fingerprint, ["sheet"] = output,
        });
        foreach (var line in Lines(source, seen)) terminal.ForPeople(line);
        if (output is not null) terminal.ForPeople(source.Schema.View().HasPlot ? Words.PlotOfThem(output).ToString()
            : Words.OfThem(seen.Shown, output).ToString());
        else if (terminal.ShowsPictures) foreach (var line in TerminalPicture.Lines(picture, Math.Max(1, Math.Min(terminal.Width - 1, 122)), terminal.Colours)) terminal.Result(line);
        return 0;
    }

    /// <summary>The words that the texts of some data are made of.</summary>
    /// <exception cref="AdversaException">ADV3010: it has no texts.</exception>
    private static int Vocabulary(Terminal terminal, string spec)
    {
        var source = DataSets.Open(spec, new DataOptions());
        using var owned = source as IDisposable;
        var texts = source.Schema.Fields.Where(field => field.Kind == FieldKind.Tokens);
        List<string> words = [.. texts.SelectMany(field => field.Vocabulary.Skip(2)).Distinct().Order(StringComparer.Ordinal)];
        if (words.Count == 0) throw new AdversaException(3010, ExitCode.Data, Words.HasNoTexts(source.Name));
        terminal.ForPrograms("words", new() { ["name"] = source.Name, ["words"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) });
        foreach (var word in words) terminal.ForPeople(word);
        return 0;
    }

    private static IEnumerable<string> Lines(ISampleSource source, SeenSamples seen)
    {
        yield return Words.OfLabel(source.Name, source.IsEndless ? Words.EndlessSamples : Words.Samples(source.Count), Sentences.Schema(source.Schema), source.Schema.IsLabelled ? Words.Classes(source.Schema.Classes) : Words.NoLabels).ToString();
        if (source is PictureSource { Parts: { } parts }) yield return $"{Words.Parts}: {parts}";
        yield return string.Create(CultureInfo.InvariantCulture, $"{Words.LookedAt} {seen.Count}: {Words.Mean} {seen.Mean:F3}, {Words.From} {seen.Least:F3} {Words.To} {seen.Most:F3}");
        if (seen.Classes() is { Count: > 0 } classes) yield return $"{Words.ClassesWord}: {Listed(classes.Select(c => $"{c.Name} {c.Count}"))}";
        if (source.Schema.Attributes.Count > 0) yield return $"{Words.Attributes}: {Listed(seen.Attributes())}";
        foreach (var line in seen.InWords(Said)) yield return line;
        yield return $"{Words.Fingerprint}: {source.Fingerprint}";
    }

    private static string Listed(IEnumerable<string> items)
    {
        List<string> all = [.. items];
        return string.Join(" · ", all.Take(Named)) + (all.Count > Named ? Words.AndMore(all.Count - Named).ToString() : "");
    }
}
