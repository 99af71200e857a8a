using System.CommandLine;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Models;
using Adversa.Training.Recipes;
using static Adversa.Cli.Commands.Arguments;
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
            if (terminal.Json) terminal.Result(new JsonObject { ["v"] = 1, ["recipe"] = page.Name, ["about"] = page.About.English, ["expect"] = page.Expect.English, ["values"] = page.Values.DeepClone() }.ToJsonString());
            else
            {
                terminal.Result($"  {page.Name,-16} {page.About}");
                if (page.Expect.English.Length > 0) terminal.Result($"  {"",-16} {page.Expect}");
            }
        }

        if (!terminal.Json) terminal.Result(Say("Systems (adversa train NAME --data SPEC):", "Sistemas (adversa train NOMBRE --data SPEC):"));
        foreach (var variant in VariantCatalog.BuiltIn)
            if (terminal.Json) terminal.Result(new JsonObject { ["v"] = 1, ["system"] = variant.Id, ["about"] = variant.About.English, ["paper"] = variant.Paper.Id, ["presets"] = new JsonArray([.. variant.Presets.Select(p => (JsonNode)p.Name)]) }.ToJsonString());
            else terminal.Result($"  {variant.Id,-16} {variant.About}  [{string.Join(", ", variant.Presets.Select(p => p.Name))}]");
        return 0;
    }

    private static int Show(Terminal terminal, string name)
    {
        if (RecipeBook.Find(name) is { } page)
        {
            terminal.ForPeople(page.About.ToString());
            if (page.Expect.English.Length > 0) terminal.ForPeople(page.Expect.ToString());
            foreach (var (key, value) in page.Values) terminal.Result(terminal.Json ? new JsonObject { [key] = value?.DeepClone() }.ToJsonString() : $"  {key} = {value}");
            return 0;
        }

        var variant = VariantCatalog.Find(name) ?? throw Unknown(name);
        terminal.ForPeople($"{variant.About}\n{variant.Paper.Authors}, {variant.Paper.Year}, \"{variant.Paper.Title}\", {variant.Paper.Id}");
        foreach (var preset in variant.Presets)
        {
            var options = variant.ToJson(preset.Options);
            if (terminal.Json) terminal.Result(new JsonObject { ["preset"] = preset.Name, ["batch"] = preset.Batch, ["steps"] = preset.Steps, ["options"] = options }.ToJsonString());
            else terminal.Result($"  {preset.Name,-14} {preset.About}  batch={preset.Batch} steps={preset.Steps}\n  {"",-14} {string.Join(' ', options.Select(o => $"{o.Key}={o.Value}"))}");
        }

        return 0;
    }

    private static AdversaException Unknown(string name)
    {
        var nearest = Nearest.To(name, RecipeBook.Names.Concat(VariantCatalog.BuiltIn.Select(v => v.Id)));
        return new(2004, ExitCode.Usage, new(
            $"There is no recipe \"{name}\".{(nearest is null ? "" : $" Did you mean: {nearest}?")} See them all: adversa recipes",
            $"No existe la receta «{name}».{(nearest is null ? "" : $" ¿Quiso decir: {nearest}?")} Véalas todas: adversa recipes"));
    }
}
