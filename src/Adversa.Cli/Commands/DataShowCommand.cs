using System.CommandLine;
using System.Globalization;
using Adversa.Cli.Output;
using Adversa.Data;
using static Adversa.Cli.Commands.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa data show SPEC</c></summary>
internal static class DataShowCommand
{
    private const int Shown = 64, Counted = 1000;

    internal static Command Create(Terminal terminal)
    {
        var spec = new Argument<string>("SPEC") { Description = Say("A folder, an idx or npy file, or a world.", "Una carpeta, un archivo idx o npy, o un mundo.") };
        var size = new WholeOption("--size", "N", 8, 1024, "Side of the pictures in pixels.", "Lado de las imágenes en píxeles.");
        var output = Text("--output", "FILE", "Write the contact sheet to this PNG.", "Escribe la hoja de contactos en este PNG.", "-o");
        var augment = Augment();
        var show = Command("show", "The numbers and a contact sheet of any data.", "Los números y una hoja de contactos de cualquier dato.");
        show.Arguments.Add(spec);
        show.Options.Add(size);
        show.Options.Add(output);
        show.Options.Add(augment);
        show.SetAction(parsed => Show(terminal, parsed.GetValue(spec) is { Length: > 0 } asked ? asked : throw new AdversaException(2019, ExitCode.Usage, new("SPEC is empty; name a folder, a file or a world.", "SPEC está vacío; indique una carpeta, un archivo o un mundo.")), (int?)size.Of(parsed), parsed.PathOf(output), AugmentOf(parsed.GetValue(augment)).Aggregate(new Augmentation(), (all, pair) => pair.Part.Set(all, pair.Value))));
        return show;
    }

    private static int Show(Terminal terminal, string spec, int? size, string? output, Augmentation augmentation)
    {
        if (output?.EndsWith(".png", StringComparison.OrdinalIgnoreCase) == false) throw new AdversaException(2015, ExitCode.Usage, new(
            $"-o names a PNG, such as sheet.png; got {output}.", $"-o nombra un PNG, como hoja.png; se recibió {output}."));
        var source = DataSpec.Open(spec, new DataOptions(size));
        if (augmentation.Problems(source.Schema).FirstOrDefault().Problem is { English: { } } problem) throw new AdversaException(2022, ExitCode.Usage, problem);
        if (source is PictureSource { Report: { } report }) Reports.Scan(terminal, report);
        foreach (var note in source.Notes) terminal.Warn(3046, note);
        var (values, labels) = First(terminal, source, (int)Math.Min(Counted, source.Count), augmentation);
        var shown = source.Schema.Kind == SampleKind.Image ? Math.Min(Shown, labels.Length) : labels.Length;
        var picture = source.Schema.Kind == SampleKind.Image
            ? ImageGrid.Draw(values.AsSpan(0, shown * source.Schema.Values), source.Schema, columns: 8)
            : ScatterPlot.Draw(values, [], 1.25 * values.Max(Math.Abs));
        if (output is not null)
        {
            using var file = Reports.Create(output);
            PngWriter.Write(file, picture);
        }

        var classes = labels.Where(label => label >= 0).GroupBy(label => label).OrderBy(g => g.Key).Select(g => (g.Key, Count: g.Count())).ToList();
        if (terminal.Json)
        {
            terminal.ForPrograms("data", new()
            {
                ["name"] = source.Name, ["shape"] = source.Schema.ToString(), ["samples"] = source.IsEndless ? null : source.Count, ["classes"] = source.Schema.Classes,
                ["mean"] = Math.Round(values.Average(), 5), ["minimum"] = Math.Round(values.Min(), 5), ["maximum"] = Math.Round(values.Max(), 5), ["fingerprint"] = source.Fingerprint, ["sheet"] = output,
            });
            return 0;
        }

        terminal.ForPeople(Say($"{source.Name}: {(source.IsEndless ? "endless" : source.Count)} samples of {Sentences.Schema(source.Schema)}, {(source.Schema.IsLabelled ? $"{source.Schema.Classes} classes" : "no labels")}",
            $"{source.Name}: {(source.IsEndless ? "infinitas" : source.Count)} muestras de {Sentences.Schema(source.Schema)}, {(source.Schema.IsLabelled ? $"{source.Schema.Classes} clases" : "sin etiquetas")}"));
        terminal.ForPeople(string.Create(CultureInfo.InvariantCulture, $"{Say("values", "valores")}: {Say("mean", "media")} {values.Average():F3}, {Say("from", "de")} {values.Min():F3} {Say("to", "a")} {values.Max():F3} ({Say("first", "primeras")} {labels.Length})"));
        if (classes.Count > 0) terminal.ForPeople($"{Say("classes", "clases")}: {string.Join("  ", classes.Take(20).Select(c => $"{c.Key}:{c.Count}"))}");
        terminal.ForPeople($"{Say("fingerprint", "huella")}: {source.Fingerprint}");
        if (output is not null) terminal.ForPeople(Say($"The first {shown} are in {output}", $"Las primeras {shown} están en {output}"));
        else if (terminal.ShowsPictures) foreach (var line in TerminalPicture.Lines(picture, Math.Max(1, Math.Min(terminal.Width - 1, 122)), terminal.Colours)) terminal.Result(line);
        return 0;
    }

    /// <summary>Reads the first samples; one that is damaged is named and left out.</summary>
    private static (float[] Values, int[] Labels) First(Terminal terminal, ISampleSource source, int count, Augmentation augmentation)
    {
        var values = new List<float>(count * source.Schema.Values);
        var labels = new List<int>(count);
        var sample = new float[source.Schema.Values];
        var augmenter = augmentation.IsOff ? null : new Augmenter(augmentation, source.Schema, seed: 0);
        for (var i = 0; i < count; i++)
            try
            {
                source.Read(i, sample, out var label);
                augmenter?.Apply(sample, epoch: 0, index: i);
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
