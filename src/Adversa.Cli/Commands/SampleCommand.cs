using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Runs;
using static Adversa.Cli.Commands.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa sample RUN --seeds 0-63 -o grid.png</c></summary>
internal static class SampleCommand
{
    internal static Command Create(Terminal terminal)
    {
        var run = Run(optional: true);
        var seeds = Text("--seeds", "LIST", "Seeds such as 0-63 or 3,17,42: the picture of a seed is always the same.", "Semillas como 0-63 o 3,17,42: la imagen de una semilla es siempre la misma.");
        var count = new WholeOption("--count", "N", 1, 100_000, "So many samples, from seed 0 on; 64 by default.", "Tantas muestras, desde la semilla 0; 64 por omisión.");
        var ofClass = new WholeOption("--class", "K", 0, int.MaxValue, "Only samples of class K, from 0 on, of a system that takes classes, such as cgan.", "Solo muestras de la clase K, desde 0, de un sistema que admite clases, como cgan.");
        var best = new Option<bool>("--best") { Description = Say("Draw from the checkpoint whose samples came nearest to the data, not from the newest.", "Dibujar del punto de control cuyas muestras más se acercaron a los datos, no del último.") };
        var output = Text("--output", "FILE", "grid.png, file.npy, or a folder for one picture each; samples.png by default.", "grid.png, archivo.npy, o una carpeta para una imagen por muestra; por omisión, samples.png.", "-o");
        var command = Command("sample", "Draws samples from a run's newest checkpoint.", "Dibuja muestras del último punto de control de una ejecución.");
        command.Arguments.Add(run);
        command.Options.Add(seeds);
        command.Options.Add(count);
        command.Options.Add(ofClass);
        command.Options.Add(best);
        command.Options.Add(output);
        command.SetAction(parsed =>
        {
            var amount = count.Of(parsed);
            if (amount is not null && parsed.GetValue(seeds) is not null) throw new AdversaException(2013, ExitCode.Usage, new("Give --seeds or --count, not both.", "Indique --seeds o --count, no ambos."));
            var wanted = (int?)ofClass.Of(parsed);
            var path = parsed.PathOf(output) ?? "samples.png";
            CheckName(path);
            var list = parsed.GetValue(seeds) is { } text ? Seeds(text) : SampleSheet.Seeds(0, (int)(amount ?? 64));
            var folder = parsed.Folder(run);
            return ComputeThread.Run(() =>
            {
                Engine.Start();
                using var trained = new TrainedModel(folder, terminal.Warn, parsed.GetValue(best));
                if (trained.Model.SampledNetwork is null) throw new AdversaException(2014, ExitCode.Usage, new(
                    $"{trained.Recipe.Variant.Id} draws no samples; a generator such as dcgan does.", $"{trained.Recipe.Variant.Id} no dibuja muestras; un generador como dcgan sí."));
                if (wanted is { } k) CheckClass(k, trained);
                var values = SampleSheet.Values(trained.Model, trained.SamplingNetwork, list, wanted);
                Write(path, values, list, wanted, trained);
                terminal.ForPrograms("samples", new() { ["count"] = list.Length, ["path"] = path, ["step"] = trained.Manifest.Step });
                terminal.ForPeople(Say($"{list.Length} samples of step {trained.Manifest.Step} → {path}", $"{list.Length} muestras del paso {trained.Manifest.Step} → {path}"));
                return 0;
            });
        });
        return command;
    }

    /// <summary>A name with another ending is no folder: nobody wants a folder called grid.jpg.</summary>
    private static void CheckName(string path)
    {
        if (Path.GetExtension(path).ToUpperInvariant() is ".JPG" or ".JPEG" or ".GIF" or ".WEBP" or ".BMP" or ".NPZ" or ".TIF" or ".TIFF") throw new AdversaException(2015, ExitCode.Usage, new(
            $"-o names a .png, a .npy or a folder; got {path}.", $"-o nombra un .png, un .npy o una carpeta; se recibió {path}."));
    }

    private static void CheckClass(int wanted, TrainedModel trained)
    {
        var (system, classes) = (trained.Recipe.Variant.Id, trained.Model.Schema.Classes);
        if (!trained.Model.TakesClass) throw new AdversaException(2025, ExitCode.Usage, new(
            $"{system} takes no class; leave --class out, or train a system that does, such as cgan.", $"{system} no admite clases; quite --class o entrene un sistema que las admita, como cgan."));
        if (wanted >= classes) throw new AdversaException(2025, ExitCode.Usage, new(
            $"--class is {wanted}; this run knows the classes 0 to {classes - 1}.", $"--class es {wanted}; esta ejecución conoce las clases 0 a {classes - 1}."));
    }

    private static void Write(string path, float[] values, long[] seeds, int? ofClass, TrainedModel trained)
    {
        var schema = trained.Model.Schema;
        if (path.EndsWith(".npy", StringComparison.OrdinalIgnoreCase))
        {
            using var file = Reports.Create(path);
            new NpyFile([.. schema.BatchShape(seeds.Length).Select(size => (int)size)], values).Write(file);
        }
        else if (path.EndsWith(".png", StringComparison.OrdinalIgnoreCase)) WritePng(path, Picture(values, trained.Model, ofClass), seeds, ofClass, trained);
        else
        {
            if (schema.Kind != SampleKind.Image) throw new AdversaException(2015, ExitCode.Usage, new("Points go into a .png or .npy file.", "Los puntos van a un archivo .png o .npy."));
            for (var i = 0; i < seeds.Length; i++)
                WritePng(Path.Join(path, string.Create(CultureInfo.InvariantCulture, $"seed-{seeds[i]:D6}.png")),
                    ImageGrid.Plain(values.AsSpan(i * schema.Values, schema.Values), schema), [seeds[i]], ofClass, trained);
        }
    }

    private static Raster Picture(float[] values, Model model, int? ofClass) => model.Schema.Kind == SampleKind.Image
        ? ImageGrid.Draw(values, model.Schema, ofClass is null ? SampleSheet.Columns(model) : null)
        : ScatterPlot.Draw([], values, 1.25 * Math.Max(1e-3, values.Max(Math.Abs)));

    private static void WritePng(string path, Raster picture, long[] seeds, int? ofClass, TrainedModel trained)
    {
        using var file = Reports.Create(path);
        var text = new JsonObject
        {
            ["run"] = trained.Manifest.Run,
            ["step"] = trained.Manifest.Step,
            ["seeds"] = seeds.Length > 1 && seeds.Zip(seeds.Skip(1)).All(pair => pair.Second == pair.First + 1) ? $"{seeds[0]}-{seeds[^1]}" : string.Join(',', seeds),
            ["recipe"] = trained.Recipe.Recipe.ToJson(),
        };
        if (ofClass is { } k) text["class"] = k;
        PngWriter.Write(file, picture, [KeyValuePair.Create("adversa", text.ToJsonString())]);
    }
}
