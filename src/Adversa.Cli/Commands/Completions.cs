using System.CommandLine;
using System.Globalization;
using Adversa.Data.Augmenting;
using Adversa.DataTools.Fetching;
using Adversa.Models.Variants;
using Adversa.Training.Checks.Systems;
using Adversa.Training.Evaluations;
using Adversa.Training.Folders;
using Adversa.Training.Recipes;
using Adversa.Worlds.Catalog;

namespace Adversa.Cli.Commands;

/// <summary>What may stand at the end of a line that is being typed: commands, options, or values.</summary>
internal static class Completions
{
    /// <param name="root">The tree of commands.</param>
    /// <param name="words">What follows the program's name; the last one is unfinished and may be empty.</param>
    internal static IReadOnlyList<string> Of(Command root, IReadOnlyList<string> words)
    {
        var (here, open, given) = (root, (Option?)null, 0);
        foreach (var word in Language.ToEnglish([.. words.SkipLast(1)]))
        {
            if (open is not null) open = null;
            else if (word.StartsWith('-')) open = Options(root, here).FirstOrDefault(option => Names(option).Contains(word) && option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool));
            else if (given == 0 && Commands(here).FirstOrDefault(sub => sub.Name == word) is { } sub) here = sub;
            else given++;
        }

        var last = words.Count > 0 ? words[^1] : "";
        if (open is not null) return Fit(Listed(last, Values(here, open.Name, open.HelpName)), last);
        if (last.StartsWith('-') && last.Split('=') is [var name, var part])
            return [.. Options(root, here).Where(option => Names(option).Contains(name)).SelectMany(option => Fit(Listed(part, Values(here, option.Name, option.HelpName)), part)).Select(value => $"{name}={value}")];
        if (last.StartsWith('-')) return Fit(Options(root, here).SelectMany(Names).Where(option => option.StartsWith("--", StringComparison.Ordinal)), last);
        var argument = here.Arguments.ElementAtOrDefault(Math.Min(given, here.Arguments.Count - 1));
        return Fit((given == 0 ? Commands(here).SelectMany(Names) : []).Concat(argument is null || (given > 0 && argument.Arity.MaximumNumberOfValues == 1) ? [] : Values(here, argument.Name, null, root)), last);
    }

    private static IEnumerable<Command> Commands(Command here) => here.Subcommands.Where(sub => !sub.Hidden);

    /// <summary>A command's name, and in Spanish its Spanish one.</summary>
    private static IEnumerable<string> Names(Command command) => Language.IsSpanish && Language.SpanishVerb(command.Name) is { Length: > 0 } verb ? [command.Name, verb] : [command.Name];

    private static IEnumerable<string> Names(Option option) => option.Aliases.Prepend(option.Name);

    private static IEnumerable<Option> Options(Command root, Command here) => (here == root ? [] : here.Options.AsEnumerable()).Concat(root.Options.Where(option => option.Recursive || here == root));

    private static IReadOnlyList<string> Fit(IEnumerable<string> candidates, string word) => [.. candidates.Where(candidate => candidate.StartsWith(word, StringComparison.Ordinal)).Distinct()];

    /// <summary>Where a value is a list such as <c>fd,kid</c>, its last part is what is completed.</summary>
    private static IEnumerable<string> Listed(string word, IEnumerable<string> values) => word.LastIndexOf(',') is >= 0 and var comma ? values.Select(value => word[..(comma + 1)] + value) : values;

    private static IEnumerable<string> Values(Command here, string name, string? help, Command? root = null) => name switch
    {
        "RECIPE" => Recipes,
        "NAME" => here.Name == "get" ? DownloadCatalog.Names.Concat(KaggleSets.All.Select(set => set.Name)) : Recipes,
        "RUN" or "--from" => RunFolder.List(Arguments.Runs).Select(run => run.Name).Prepend("latest"),
        "SPEC" or "--data" or "--against" => WorldCatalog.Names.Concat(DownloadCatalog.Names),
        "WORLD" => WorldCatalog.Names,
        "SYSTEM" => SystemChecks.BuiltIn.Select(check => check.Id).Concat(VariantCatalog.BuiltIn.Select(variant => variant.Id)),
        "CODE" => Codes.All.Keys.Select(code => string.Create(CultureInfo.InvariantCulture, $"ADV{code:D4}")),
        "SHELL" => CompletionCommand.Shells,
        "COMMAND" => root is null ? [] : Commands(root).SelectMany(Names),
        "--metrics" => Evaluation.Names,
        "--space" => ["own", "pixels", "inception:", "onnx:"],
        "--device" => ["auto", "cpu", "cuda"],
        "--augment" => Augmentation.Parts.Select(part => part.Name),
        "--set" => TrainCommand.Keys().Distinct().Select(key => key + "="),
        _ => help?.Contains('|', StringComparison.Ordinal) == true ? help.Split('|') : [],
    };

    private static IEnumerable<string> Recipes => RecipeBook.Names.Concat(VariantCatalog.BuiltIn.Select(variant => variant.Id));
}
