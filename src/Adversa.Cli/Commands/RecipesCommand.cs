using System.CommandLine;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Training.Recipes;
using Adversa.Training.Reports;
using Adversa.Training.Runs;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;
using static Adversa.ShellWords;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa recipes [show NAME]</c></summary>
internal static class RecipesCommand
{
    private const int NameColumns = 21, Indent = 4, NarrowBelow = 60, UsualColumns = 102;

    internal static Command Create(Terminal terminal)
    {
        var command = Command("recipes", Words.WhatCanBeTrained);
        command.SetAction(_ => List(terminal));
        var name = new Argument<string>("NAME") { Description = Words.RecipeOrSystem.ToString() };
        var show = Command("show", Words.OneRecipeOrSystemWithAll);
        show.Arguments.Add(name);
        show.SetAction(parsed => Show(terminal, parsed.GetValue(name)!));
        command.Subcommands.Add(show);
        return command;
    }

    private static int List(Terminal terminal)
    {
        var factor = Factor(terminal);
        if (!terminal.Json) terminal.Result(Words.RecipesAdversaTrainNAME.ToString());
        foreach (var page in RecipeBook.Names.Select(name => RecipeBook.Find(name)!))
        {
            terminal.ForPrograms("recipe", Json(page, factor));
            Lines(terminal, page.Name, page.About.ToString(), page.Expect.ToString(), NeedsAndTime(page, factor));
        }

        if (!terminal.Json) terminal.Result(Words.SystemsAdversaTrainNAMEDataSPEC.ToString());
        foreach (var variant in VariantCatalog.BuiltIn)
        {
            terminal.ForPrograms("system", new()
            {
                ["system"] = variant.Id, ["about"] = variant.About.English, ["paper"] = variant.Paper.Id, ["presets"] = new JsonArray([.. variant.Presets.Select(p => (JsonNode)p.Name)]),
                ["needs"] = variant.Needs.Words.English, ["needs_run"] = variant.NeedsSource,
            });
            Lines(terminal, variant.Id, $"{variant.About}  [{string.Join(", ", variant.Presets.Select(p => p.Name))}]",
                Words.Needs.ToString() + variant.Needs.Words + (variant.NeedsSource ? Words.AndRunToBuild.ToString() : "."));
        }

        if (!terminal.Json) Wrapped(terminal, factor is { } times
            ? Words.TimesAreEstimates(times, Me).ToString()
            : Words.MachinesSpeedCouldNotBeMeasured.ToString());
        return 0;
    }

    /// <summary>A name with what is said of it beside it, broken between words; on a narrow terminal below it.</summary>
    internal static IEnumerable<string> Rows(int? columns, string name, params string[] lines)
    {
        var isNarrow = columns < NarrowBelow;
        var indent = isNarrow ? Indent : NameColumns + 3;
        if (isNarrow) yield return $"  {name}";
        foreach (var line in lines.Where(line => line.Length > 0).SelectMany(line => TextWrap.Lines(line, columns - indent)))
        {
            yield return isNarrow ? new string(' ', indent) + line : $"  {name,-NameColumns} {line}";
            name = "";
        }
    }

    /// <summary>A name with what is said of it, line by line.</summary>
    private static void Lines(Terminal terminal, string name, params string[] lines)
    {
        if (terminal.Json) return;
        foreach (var row in Rows(terminal.Columns, name, lines)) terminal.Result(row);
    }

    private static string NeedsAndTime(RecipePage page, double? factor)
    {
        var needs = page.Needs.ToString() is { Length: > 0 } words ? Words.Needs.ToString() + words : Words.NeedsNothingElse.ToString();
        if (page.Seconds == 0) return needs + ".";
        var time = Span(TimeSpan.FromSeconds(page.Seconds * (factor ?? 1)));
        return needs + (factor is null ? Words.WhereMeasured(time).ToString() : Words.AboutHere(time).ToString());
    }

    /// <summary>How much longer recipes take here than where they were measured; null when that cannot be found out.</summary>
    private static double? Factor(Terminal terminal)
    {
        try
        {
            return ComputeThread.Run(() =>
            {
                Engine.Start(null);
                return MachineSpeed.Factor();
            });
        }
        catch (AdversaException e)
        {
            terminal.Warn(e.Code, e.Text);
            return null;
        }
    }

    private static JsonObject Json(RecipePage page, double? factor)
    {
        var json = new JsonObject { ["recipe"] = page.Name, ["about"] = page.About.English, ["expect"] = page.Expect.English, ["needs"] = page.Needs.English, ["seconds"] = page.Seconds };
        if (factor is { } times) json["seconds_here"] = Math.Round(page.Seconds * times);
        json["values"] = page.Values.DeepClone();
        return json;
    }

    private static int Show(Terminal terminal, string name)
    {
        if (RecipeBook.Find(name) is { } page)
        {
            Wrapped(terminal, page.About.ToString());
            if (page.Expect.English.Length > 0) Wrapped(terminal, page.Expect.ToString());
            Wrapped(terminal, NeedsAndTime(page, factor: null));
            terminal.ForPrograms("recipe", Json(page, factor: null));
            foreach (var (key, value) in page.Values)
                foreach (var (leaf, inner) in value is JsonObject group ? group.Select(one => ($"{key}.{one.Key}", one.Value)) : [(key, value)]) terminal.ForPeople($"  {leaf} = {inner}");
            terminal.ForPeople(Words.Start(Suggestion.Start(page)).ToString());
            return 0;
        }

        var variant = VariantCatalog.Find(name) ?? throw Unknown(name);
        Wrapped(terminal, variant.About.ToString());
        Wrapped(terminal, $"{variant.Paper.Authors}, {variant.Paper.Year}, \"{variant.Paper.Title}\", {variant.Paper.Id}");
        foreach (var preset in variant.Presets)
        {
            var options = variant.ToJson(preset.Options);
            terminal.ForPrograms("preset", new() { ["system"] = variant.Id, ["preset"] = preset.Name, ["about"] = preset.About.English, ["batch"] = preset.Batch, ["steps"] = preset.Steps, ["options"] = options.DeepClone() });
            terminal.ForPeople("");
            Wrapped(terminal, $"{preset.Name}: {preset.About}");
            foreach (var line in TextWrap.Lines(string.Join(' ', options.Select(o => $"{o.Key}={o.Value}").Prepend($"steps={preset.Steps}").Prepend($"batch={preset.Batch}")), (terminal.Columns ?? UsualColumns) - 2)) terminal.ForPeople($"  {line}");
        }

        Options(terminal, variant);
        terminal.ForPeople("");
        var start = $"{Me} train {variant.Id} --data {Words.Spec}{(variant.NeedsSource ? $" --from {Words.RunPlaceholder}" : "")} --set preset={variant.Presets[^1].Name}";
        terminal.ForPeople(Words.StartOne(start).ToString());

        return 0;
    }

    /// <summary>Each option with its default, what it may be and what it means.</summary>
    private static void Options(Terminal terminal, Variant variant)
    {
        terminal.ForPeople("");
        terminal.ForPeople(Words.OptionsSetNAMEVALUE.ToString());
        var defaults = variant.Options.Defaults;
        foreach (var option in variant.Options.All)
        {
            var (value, range, words) = (defaults[option.Key]!, option.Range, OptionWords.Of(variant.Id, option));
            terminal.ForPrograms("option", new() { ["system"] = variant.Id, ["option"] = option.Key, ["default"] = value.DeepClone(), ["range"] = Plain(range.English), ["about"] = Plain(words.English) });
            Lines(terminal, $"{option.Key}={value}", Plain($"{words} ({range})"));
        }

        static string Plain(string words) => words.Replace("`", "", StringComparison.Ordinal);      // a page marks names so, a terminal does not
    }

    private static void Wrapped(Terminal terminal, string text, int indent = 0)
    {
        foreach (var line in TextWrap.Lines(text, terminal.Columns - indent)) terminal.ForPeople(new string(' ', indent) + line);
    }

    private static AdversaException Unknown(string name)
    {
        var nearest = Nearest.To(name, RecipeBook.Names.Concat(VariantCatalog.BuiltIn.Select(v => v.Id)));
        return new(2004, ExitCode.Usage, Words.IsNoRecipe(name, nearest is null ? Text.None : Words.DidYouMean(nearest), Me));
    }
}
