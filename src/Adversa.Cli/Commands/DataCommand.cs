using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data;
using static Adversa.Cli.Commands.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa data show SPEC</c></summary>
internal static class DataCommand
{
    private const int Shown = 64, Counted = 1000;

    internal static Command Create(Terminal terminal)
    {
        var command = Command("data", "Looks at data.", "Mira los datos.");
        var spec = new Argument<string>("SPEC") { Description = Say("A folder, an idx or npy file, or a world.", "Una carpeta, un archivo idx o npy, o un mundo.") };
        var size = Text("--size", "N", "Side of the pictures in pixels.", "Lado de las imágenes en píxeles.");
        var output = new Option<string>("--output", "-o") { Description = Say("Write the contact sheet to this PNG.", "Escribe la hoja de contactos en este PNG."), HelpName = "FILE" };
        var show = Command("show", "The numbers and a contact sheet of any data.", "Los números y una hoja de contactos de cualquier dato.");
        show.Arguments.Add(spec);
        show.Options.Add(size);
        show.Options.Add(output);
        show.SetAction(parsed => Show(terminal, parsed.GetValue(spec)!, (int?)parsed.Whole(size, 8, 1024), parsed.GetValue(output)));
        command.Subcommands.Add(show);
        return command;
    }

    private static int Show(Terminal terminal, string spec, int? size, string? output)
    {
        var source = DataSpec.Open(spec, new DataOptions(size));
        if (source is FolderSource { Report: { } report }) Reports.Scan(terminal, report);
        var (values, labels) = First(terminal, source, (int)Math.Min(Counted, source.Count));
        var shown = Math.Min(Shown, labels.Length);
        var picture = source.Schema.Kind == SampleKind.Image
            ? ImageGrid.Draw(values.AsSpan(0, shown * source.Schema.Values), source.Schema, columns: 8)
            : ScatterPlot.Draw(values, [], 1.25 * values.Max(Math.Abs));
        if (output is not null)
        {
            using var file = File.Create(output);
            PngWriter.Write(file, picture);
        }

        var classes = labels.Where(label => label >= 0).GroupBy(label => label).OrderBy(g => g.Key).Select(g => (g.Key, Count: g.Count())).ToList();
        if (terminal.Json)
        {
            terminal.Result(new JsonObject
            {
                ["v"] = 1, ["name"] = source.Name, ["shape"] = source.Schema.ToString(), ["samples"] = source.IsEndless ? null : source.Count, ["classes"] = source.Schema.Classes,
                ["mean"] = Math.Round(values.Average(), 5), ["minimum"] = Math.Round(values.Min(), 5), ["maximum"] = Math.Round(values.Max(), 5), ["fingerprint"] = source.Fingerprint, ["sheet"] = output,
            }.ToJsonString());
            return 0;
        }

        terminal.Result(Say($"{source.Name}: {(source.IsEndless ? "endless" : source.Count)} samples of {source.Schema}, {(source.Schema.IsLabelled ? $"{source.Schema.Classes} classes" : "no labels")}",
            $"{source.Name}: {(source.IsEndless ? "infinitas" : source.Count)} muestras de {source.Schema}, {(source.Schema.IsLabelled ? $"{source.Schema.Classes} clases" : "sin etiquetas")}"));
        terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{Say("first", "primeras")} {labels.Length}: {Say("mean", "media")} {values.Average():F3}, {Say("from", "de")} {values.Min():F3} {Say("to", "a")} {values.Max():F3}"));
        if (classes.Count > 0) terminal.Result($"{Say("classes", "clases")}: {string.Join("  ", classes.Take(20).Select(c => $"{c.Key}:{c.Count}"))}");
        terminal.Result($"fingerprint {source.Fingerprint}");
        if (output is not null) terminal.Result($"→ {output}");
        else if (!Console.IsOutputRedirected) foreach (var line in TerminalPicture.Lines(picture, Math.Max(1, Math.Min(terminal.Width - 1, 122)), terminal.Colours)) terminal.Result(line);
        return 0;
    }

    /// <summary>Reads the first samples; one that is damaged is named and left out.</summary>
    private static (float[] Values, int[] Labels) First(Terminal terminal, ISampleSource source, int count)
    {
        var values = new List<float>(count * source.Schema.Values);
        var labels = new List<int>(count);
        var sample = new float[source.Schema.Values];
        for (var i = 0; i < count; i++)
            try
            {
                source.Read(i, sample, out var label);
                values.AddRange(sample);
                labels.Add(label);
            }
            catch (AdversaException e)
            {
                terminal.Warn(e.Code, e.Text);
            }

        if (labels.Count == 0) throw new AdversaException(3006, ExitCode.Data, new($"No sample of {source.Name} can be read.", $"No se puede leer ninguna muestra de {source.Name}."));
        return ([.. values], [.. labels]);
    }
}
