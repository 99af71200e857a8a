using System.CommandLine;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Recipes;
using Adversa.Training.Runs;
using static Adversa.Cli.Commands.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa train RECIPE</c></summary>
internal static class TrainCommand
{
    private const long UnlimitedSteps = 1_000_000_000;

    internal static Command Create(Terminal terminal)
    {
        var recipe = new Argument<string>("RECIPE") { Description = Say(
            "A recipe (adversa recipes), a recipe file, or a system such as dcgan.", "Una receta (adversa recipes), un archivo de receta o un sistema como dcgan.") };
        var data = Text("--data", "SPEC", "What to learn from: a folder of pictures, MNIST's folder, an idx or npy file, or a world: digits, ring.",
            "De qué aprender: una carpeta de imágenes, la de MNIST, un archivo idx o npy, o un mundo: digits, ring.");
        var folder = Text("--out", "DIR", "The run's folder; by default a new one in runs/.", "La carpeta de la ejecución; por omisión, una nueva en runs/.");
        var steps = Text("--steps", "N", "Rounds of turns to train.", "Rondas de turnos que se entrenan.");
        var minutes = Text("--minutes", "M", "Stop after so many minutes.", "Parar tras tantos minutos.");
        var seed = Text("--seed", "S", "Decides weights, noise and order: the same seed, the same run.", "Decide pesos, ruido y orden: la misma semilla, la misma ejecución.");
        var threads = Text("--threads", "T", "Threads of one operation; by default all cores.", "Hilos por operación; por omisión, todos los núcleos.");
        var device = Text("--device", "D", "auto, cpu or cuda[:n].", "auto, cpu o cuda[:n].");
        var rate = Text("--lr", "X", "Learning rate.", "Tasa de aprendizaje.");
        var size = Text("--size", "N", "Side of the pictures in pixels.", "Lado de las imágenes en píxeles.");
        var set = new Option<string[]>("--set") { Description = Say("Any value of the recipe: batch=64, options.width=32, loss=minimax.", "Cualquier valor de la receta: batch=64, options.width=32, loss=minimax."), HelpName = "key=value" };
        var config = new Option<string[]>("--config") { Description = Say("A file of values over the recipe; later ones win.", "Un archivo de valores sobre la receta; gana el último."), HelpName = "FILE" };
        var checkpointEvery = Text("--checkpoint-every", "N", "Steps between checkpoints.", "Pasos entre puntos de control.");
        var sampleEvery = Text("--sample-every", "N", "Steps between pictures.", "Pasos entre imágenes.");
        var dryRun = new Option<bool>("--dry-run") { Description = Say("Measure a few real steps, say what the run would take, write nothing.", "Medir unos pasos reales y decir qué costaría, sin escribir nada.") };

        var command = Command("train", "Trains a system and keeps everything in a run folder.", "Entrena un sistema y lo guarda todo en una carpeta de ejecución.");
        command.Arguments.Add(recipe);
        foreach (var option in new Option[] { data, folder, steps, minutes, seed, threads, device, rate, size, set, config, checkpointEvery, sampleEvery, dryRun }) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var resolver = Layers(parsed.GetValue(recipe)!, parsed.GetValue(config) ?? []);
            foreach (var pair in parsed.GetValue(set) ?? []) AddPair(resolver, pair);
            void Flag(Option option, string path, JsonNode? value)
            {
                if (value is not null) resolver.Add(option.Name, path, value);
            }

            Flag(data, "data", parsed.GetValue(data));
            Flag(size, "size", parsed.Whole(size, 8, 1024));
            Flag(steps, "steps", parsed.Whole(steps, 1, UnlimitedSteps));
            var limit = parsed.Real(minutes, 0.001, 100_000);
            if (limit is not null && parsed.GetValue(steps) is null) resolver.Add(minutes.Name, "steps", UnlimitedSteps);
            Flag(minutes, "minutes", limit);
            Flag(seed, "seed", parsed.Whole(seed, long.MinValue / 2, long.MaxValue / 2));
            Flag(threads, "threads", parsed.Whole(threads, 1, 1024));
            Flag(rate, "options.learningRate", parsed.Real(rate, 1e-9, 1));
            Flag(checkpointEvery, "checkpointEvery", parsed.Whole(checkpointEvery, 1, UnlimitedSteps));
            Flag(sampleEvery, "sampleEvery", parsed.Whole(sampleEvery, 1, UnlimitedSteps));
            Devices.Check(parsed.GetValue(device) ?? "auto");

            var preview = resolver.Preview();
            if (preview.Data.Length == 0) throw new AdversaException(2008, ExitCode.Usage, new(
                $"What shall {preview.Variant} learn from? Name it: --data FOLDER, or a world: --data digits",
                $"¿De qué debe aprender {preview.Variant}? Indíquelo: --data CARPETA, o un mundo: --data digits"));
            var source = DataSpec.Open(preview.Data, new DataOptions(preview.Size > 0 ? preview.Size : null));
            resolver.Add("data", "data", FullPath(preview.Data));
            var resolved = resolver.Resolve(source.Schema);
            if (source is FolderSource { Report: { } report }) Reports.Scan(terminal, report);
            return ComputeThread.Run(() =>
            {
                Engine.Start(resolved.Recipe.Threads > 0 ? resolved.Recipe.Threads : null);
                return parsed.GetValue(dryRun) ? Reports.DryRun(terminal, resolved, source) : Train(terminal, resolved, source, parsed.GetValue(folder), preview.Data);
            });
        });
        return command;
    }

    private static int Train(Terminal terminal, ResolvedRecipe recipe, ISampleSource source, string? folder, string data)
    {
        var stop = new StopRequest();
        using var signals = new Signals(stop);
        var label = $"{recipe.Recipe.Variant}-{new string([.. Path.GetFileName(data.TrimEnd('/')).Where(c => char.IsLetterOrDigit(c) || c is '-' or '_')])}";
        using var run = TrainingRun.Start(recipe, source, folder ?? RunFolder.NewPath(Runs, label.Length > 60 ? label[..60] : label), Line());
        return RunSession.Go(terminal, run, stop);
    }

    /// <summary>The recipe's own values, then the files over them.</summary>
    private static RecipeResolver Layers(string name, string[] files)
    {
        var resolver = new RecipeResolver();
        if (RecipeBook.Find(name) is { } page) resolver.Add($"recipe {name}", page.Values);
        else if (VariantCatalog.Find(name) is not null) resolver.Add("command", "variant", name);
        else if (File.Exists(name)) resolver.Add(Path.GetFileName(name), RecipePage.From(name, RecipeText.Read(name)).Values);
        else throw Unknown(name);
        foreach (var file in files) resolver.Add(Path.GetFileName(file), RecipePage.From(file, RecipeText.Read(file)).Values);
        return resolver;
    }

    private static void AddPair(RecipeResolver resolver, string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1) throw new AdversaException(2009, ExitCode.Usage, new(
            $"--set expects key=value, such as --set batch=64; got {pair}.", $"--set espera clave=valor, como --set batch=64; se recibió {pair}."));
        var key = pair[..equals];
        resolver.Add($"--set {key}", key, RecipeResolver.ParseValue(pair[(equals + 1)..], key));
    }

    private static AdversaException Unknown(string name)
    {
        var known = RecipeBook.Names.Concat(VariantCatalog.BuiltIn.Select(v => v.Id)).ToList();
        var nearest = Nearest.To(name, known);
        return new(2004, ExitCode.Usage, new(
            $"There is no recipe \"{name}\".{(nearest is null ? "" : $" Did you mean: {nearest}?")} See them all: adversa recipes",
            $"No existe la receta «{name}».{(nearest is null ? "" : $" ¿Quiso decir: {nearest}?")} Véalas todas: adversa recipes"));
    }

    /// <summary>Paths are kept whole, so that a run can be resumed from any folder.</summary>
    private static string FullPath(string spec)
    {
        if (WorldCatalog.Names.Contains(spec)) return spec;
        var colon = spec.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && spec[..colon] is "folder" or "idx" or "npy" ? $"{spec[..colon]}:{Path.GetFullPath(spec[(colon + 1)..])}" : Path.GetFullPath(spec);
    }

    private static string Line() => "adversa " + string.Join(' ', Environment.GetCommandLineArgs().Skip(1).Select(Quote));
}
