using System.CommandLine;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Models;
using Adversa.Training.Recipes;
using static Adversa.Cli.Commands.Arguments;
using static Adversa.ShellWords;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa recipes [show NAME]</c></summary>
internal static class RecipesCommand
{
    internal static Command Create(Terminal terminal)
    {
        var command = Command("recipes", "What can be trained: recipes known to work, and systems with their presets.", "Qué se puede entrenar: recetas que funcionan y sistemas con sus preajustes.");
        command.SetAction(_ => List(terminal));
        var name = new Argument<string>("NAME") { Description = Say("A recipe or a system.", "Una receta o un sistema.") };
        var show = Command("show", "One recipe or system with all its values.", "Una receta o un sistema con todos sus valores.");
        show.Arguments.Add(name);
        show.SetAction(parsed => Show(terminal, parsed.GetValue(name)!));
        command.Subcommands.Add(show);
        return command;
    }

    private static int List(Terminal terminal)
    {
        if (!terminal.Json) terminal.Result(Say("Recipes (adversa train NAME):", "Recetas (adversa train NOMBRE):"));
        foreach (var page in RecipeBook.Names.Select(name => RecipeBook.Find(name)!))
        {
            if (terminal.Json) terminal.ForPrograms("recipe", new() { ["recipe"] = page.Name, ["about"] = page.About.English, ["expect"] = page.Expect.English, ["values"] = page.Values.DeepClone() });
            else
            {
                terminal.Result($"  {page.Name,-16} {page.About}");
                if (page.Expect.English.Length > 0) terminal.Result($"  {"",-16} {page.Expect}");
            }
        }

        if (!terminal.Json) terminal.Result(Say("Systems (adversa train NAME --data SPEC):", "Sistemas (adversa train NOMBRE --data SPEC):"));
        foreach (var variant in VariantCatalog.BuiltIn)
            if (terminal.Json) terminal.ForPrograms("system", new() { ["system"] = variant.Id, ["about"] = variant.About.English, ["paper"] = variant.Paper.Id, ["presets"] = new JsonArray([.. variant.Presets.Select(p => (JsonNode)p.Name)]) });
            else terminal.Result($"  {variant.Id,-16} {variant.About}  [{string.Join(", ", variant.Presets.Select(p => p.Name))}]");
        return 0;
    }

    private static int Show(Terminal terminal, string name)
    {
        if (RecipeBook.Find(name) is { } page)
        {
            terminal.ForPeople(page.About.ToString());
            if (page.Expect.English.Length > 0) terminal.ForPeople(page.Expect.ToString());
            terminal.ForPrograms("recipe", new() { ["recipe"] = name, ["about"] = page.About.English, ["expect"] = page.Expect.English, ["values"] = page.Values.DeepClone() });
            foreach (var (key, value) in page.Values) terminal.ForPeople($"  {key} = {value}");
            terminal.ForPeople(Say($"Start it: {Me} train {name}", $"Iníciela: {Me} train {name}"));
            return 0;
        }

        var variant = VariantCatalog.Find(name) ?? throw Unknown(name);
        terminal.ForPeople(variant.About.ToString());
        terminal.ForPeople($"{variant.Paper.Authors}, {variant.Paper.Year}, \"{variant.Paper.Title}\", {variant.Paper.Id}");
        foreach (var preset in variant.Presets)
        {
            var options = variant.ToJson(preset.Options);
            terminal.ForPrograms("preset", new() { ["system"] = variant.Id, ["preset"] = preset.Name, ["about"] = preset.About.English, ["batch"] = preset.Batch, ["steps"] = preset.Steps, ["options"] = options.DeepClone() });
            terminal.ForPeople("");
            terminal.ForPeople($"{preset.Name}: {preset.About}");
            foreach (var line in Lines(options.Select(o => $"{o.Key}={o.Value}").Prepend($"steps={preset.Steps}").Prepend($"batch={preset.Batch}"))) terminal.ForPeople($"  {line}");
        }

        terminal.ForPeople("");
        var start = $"{Me} train {variant.Id} --data SPEC{(variant.NeedsSource ? " --from RUN" : "")} --set preset={variant.Presets[^1].Name}";
        terminal.ForPeople(Say($"Start one: {start}", $"Inicie uno: {start}"));

        return 0;
    }

    /// <summary>Words in lines of at most some columns.</summary>
    private static IEnumerable<string> Lines(IEnumerable<string> words)
    {
        const int columns = 100;
        var line = "";
        foreach (var word in words)
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > columns)
            {
                yield return line;
                line = "";
            }

            line += line.Length > 0 ? $" {word}" : word;
        }

        if (line.Length > 0) yield return line;
    }

    private static AdversaException Unknown(string name)
    {
        var nearest = Nearest.To(name, RecipeBook.Names.Concat(VariantCatalog.BuiltIn.Select(v => v.Id)));
        return new(2004, ExitCode.Usage, new(
            $"There is no recipe \"{name}\".{(nearest is null ? "" : $" Did you mean: {nearest}?")} See them all: {Me} recipes",
            $"No existe la receta «{name}».{(nearest is null ? "" : $" ¿Quiso decir: {nearest}?")} Véalas todas: {Me} recipes"));
    }
}
