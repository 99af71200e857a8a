using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data;
using Adversa.Data.Opening;
using Adversa.Data.Packed;
using Adversa.DataTools.Preparing;
using Adversa.Imaging;
using Adversa.Training;
using Adversa.Training.Reports;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa data prepare SPEC -o FILE</c></summary>
internal static class DataPrepareCommand
{
    private const string DecoderName = "decode-pictures";

    internal static Command Create(Terminal terminal)
    {
        var spec = new Argument<string>("SPEC") { Description = Say("A folder or archive of pictures, or any other data with an end.", "Una carpeta o archivo comprimido de imágenes, u otros datos con final.") };
        var size = new WholeOption("--size", "N", 8, 1024, "Side of the packed pictures in pixels; else the data's own.", "Lado de las imágenes empaquetadas en píxeles; si no, el de los datos.");
        var output = Text("--output", "FILE", "The packed set; NAME-SIZE.safetensors here by default.", "El conjunto empaquetado; por omisión NOMBRE-TAMAÑO.safetensors aquí.", "-o");
        var fit = Text("--fit", "crop|pad|squash", "How a picture becomes square: cut (the default), black bars, or stretched.", "Cómo se vuelve cuadrada una imagen: recortada (por omisión), con barras negras o estirada.");
        var channels = new WholeOption("--channels", "N", 1, 3, "1 packs grey, 3 colour; else as the pictures are.", "1 empaqueta en gris, 3 en color; si no, como sean las imágenes.");
        var workers = new WholeOption("--workers", "N", 1, 64, "Decoders at once; all cores by default.", "Decodificadores a la vez; por omisión, todos los núcleos.");
        var mostBad = new RealOption("--max-bad", "PERCENT", 0, 100, "More bad pictures than this are refused; 10 by default.", "Más imágenes dañadas que estas se rechazan; 10 por omisión.");
        var force = new Option<bool>("--force") { Description = Say("Replace the file when it is there.", "Sustituye el archivo si ya existe.") };
        var command = Command("prepare", "Decodes pictures once and packs them into one file that trains without waiting.", "Decodifica las imágenes una vez y las empaqueta en un archivo con el que se entrena sin esperas.");
        command.Arguments.Add(spec);
        var background = BackgroundOption();
        foreach (var option in new Option[] { size, output, fit, background, channels, workers, mostBad, force }) command.Options.Add(option);
        fit.Checks(parsed => FitOf(parsed.GetValue(fit)));
        channels.Checks(parsed => ChannelsOf(channels.Of(parsed)));
        background.Checks(parsed => On("any", parsed.GetValue(background)));
        command.SetAction(parsed =>
        {
            var asked = On(SpecOf(parsed.GetValue(spec)), parsed.GetValue(background));
            var pictures = new DataOptions((int?)size.Of(parsed), Fit: FitOf(parsed.GetValue(fit)), Channels: ChannelsOf(channels.Of(parsed)));
            var options = new PrepareOptions((int)(workers.Of(parsed) ?? Environment.ProcessorCount), (mostBad.Of(parsed) ?? 10) / 100, parsed.GetValue(force), DecoderCommand());
            return Run(terminal, asked, pictures, parsed.PathOf(output), options);
        });
        return command;
    }

    /// <summary>What a decoder process runs; nobody types it.</summary>
    internal static Command Decoder()
    {
        var command = new Command(DecoderName, "Serves data prepare.") { Hidden = true };
        command.SetAction(_ =>
        {
            // Ctrl-C reaches the whole group; a decoder ends when the packing closes its input.
            using var held = Signals.Hold();
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
            using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => context.Cancel = true);
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            DecoderServer.Run(input, output);
            return 0;
        });
        return command;
    }

    private static int Run(Terminal terminal, string spec, DataOptions pictures, string? output, PrepareOptions options)
    {
        using var stop = new StopRequest();
        using var signals = new Signals(stop);
        var source = DataSets.Open(spec, pictures);
        foreach (var note in source.Notes) terminal.Warn(3046, note);
        var target = output ?? string.Create(CultureInfo.InvariantCulture, $"{source.Name}-{source.Schema.Height}.safetensors");
        var test = DataSets.EndingTestOf(spec, pictures, source);
        foreach (var (code, note) in TestSamples.Said(test, source)) terminal.Warn(code, note);
        (ISampleSource Source, string File, Split? Part)[] parts = test is null ? [(source, target, null)]
            : [(source, PackedParts.FileOf(target, Split.Train), Split.Train), (test, PackedParts.FileOf(target, Split.Test), Split.Test)];
        var progress = new CountProgress(terminal, "pictures", "imágenes");
        try
        {
            foreach (var part in parts) Preparation.Check(part.Source, part.File, options);
            foreach (var part in parts)
            {
                var result = Preparation.Run(part.Source, part.File, options,
                    at => progress.At(at.Done, at.Total, at.Bad > 0 ? Say($"{at.Bad} bad", $"{at.Bad} dañadas") : ""), stop.Token);
                progress.End();
                Tell(terminal, result, part.File, part.Part);
            }

            if (Suggestion.Train(parts[0].File, source.Schema) is { } train) terminal.Talk(Say($"Train on it: {train}", $"Entrene con él: {train}"));
            return 0;
        }
        catch (OperationCanceledException)
        {
            progress.End();
            terminal.Talk(Say("Stopped. What is done is kept: the same command goes on from here.", "Detenido. Lo hecho se conserva: el mismo comando continúa desde aquí."));
            return (int)(stop.Exit ?? ExitCode.Interrupted);
        }
        finally
        {
            (source as IDisposable)?.Dispose();
            (test as IDisposable)?.Dispose();
        }
    }

    private static void Tell(Terminal terminal, PrepareReport result, string target, Split? part)
    {
        var bytes = new FileInfo(target).Length;
        foreach (var bad in result.Report.Bad) terminal.Talk(Say($"left out: {bad.Name}: {bad.Reason}", $"omitida: {bad.Name}: {bad.Reason}"));
        terminal.ForPrograms("prepared", new()
        {
            ["file"] = target, ["part"] = part switch { null => null, Split.Train => "train", _ => "test" }, ["bytes"] = bytes, ["samples"] = result.Report.Samples, ["shape"] = result.Schema.ToString(), ["classes"] = result.Schema.Classes,
            ["attributes"] = new JsonArray([.. result.Schema.Attributes.Select(a => JsonValue.Create(a.Name))]), ["skipped"] = result.Report.Skipped, ["resumed"] = result.Resumed, ["was_there"] = result.WasThere,
            ["bad"] = new JsonArray([.. result.Report.Bad.Select(bad => new JsonObject { ["name"] = bad.Name, ["reason"] = bad.Reason.English })]),
        });
        if (part is { } split) terminal.ForPeople(split == Split.Train ? Say("Training part", "Parte de entrenamiento") : Say("Test part, found beside the other by its name", "Parte de prueba; se encuentra junto a la otra por su nombre"));
        terminal.ForPeople(result.Report.ToString());
        if (result.WasThere) terminal.ForPeople(Say($"{target} holds the same set already; nothing was done (--force packs again).", $"{target} ya contiene el mismo conjunto; no se hizo nada (--force empaqueta de nuevo)."));
        else terminal.ForPeople(Say($"{target}: {Amount.Of(result.Report.Samples, "sample", "samples")} of {Sentences.Schema(result.Schema)}, {Reports.Bytes(bytes)}{(result.Resumed > 0 ? $", {result.Resumed} of them from the packing that was cut off" : "")}",
            $"{target}: {Amount.Of(result.Report.Samples, "muestra", "muestras")} de {Sentences.Schema(result.Schema)}, {Reports.Bytes(bytes)}{(result.Resumed > 0 ? $", {result.Resumed} de ellas del empaquetado interrumpido" : "")}"));
    }

    private static string SpecOf(string? asked) => asked is { Length: > 0 } ? asked
        : throw new AdversaException(2019, ExitCode.Usage, new("SPEC is empty; name a folder or a file.", "DATOS está vacío; indique una carpeta o un archivo."));

    private static Fit FitOf(string? text) => text switch
    {
        null or "crop" => Fit.Crop,
        "pad" => Fit.Pad,
        "squash" => Fit.Squash,
        _ => throw new AdversaException(2001, ExitCode.Usage, new($"--fit is crop, pad or squash; got {text}.", $"--fit es crop, pad o squash; se recibió {text}.")),
    };

    private static int? ChannelsOf(long? asked) => asked is 2
        ? throw new AdversaException(2012, ExitCode.Usage, new("--channels is 1 (grey) or 3 (colour); got 2.", "--channels es 1 (gris) o 3 (color); se recibió 2."))
        : (int?)asked;

    /// <summary>How this program starts another of itself: the apphost, or dotnet with the assembly.</summary>
    private static List<string> DecoderCommand()
    {
        var program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet" ? [program, typeof(DataPrepareCommand).Assembly.Location, "data", DecoderName] : [program, "data", DecoderName];
    }
}
