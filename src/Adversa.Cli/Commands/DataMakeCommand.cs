using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using Adversa.Cli.Output;
using Adversa.Data;
using Adversa.Data.Packed;
using Adversa.DataTools.Making;
using Adversa.Formats.Arrays;
using Adversa.Formats.Disk;
using Adversa.Training;
using Adversa.Worlds;
using Adversa.Worlds.Art;
using Adversa.Worlds.Catalog;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa data make WORLD --count N -o OUT</c></summary>
internal static class DataMakeCommand
{
    private const int MostNpy = 1 << 29;         // numbers in one npy file

    internal static Command Create(Terminal terminal)
    {
        var world = new Argument<string>("WORLD") { Description = Say($"A world: {string.Join(", ", WorldCatalog.Names)}.", $"Un mundo: {string.Join(", ", WorldCatalog.Names)}.") };
        var count = new WholeOption("--count", "N", 1, 100_000_000, "How many samples; 10000 by default.", "Cuántas muestras; 10000 por omisión.");
        var size = new WholeOption("--size", "N", 8, 1024, "Side of the pictures in pixels; else the world's own.", "Lado de las imágenes en píxeles; si no, el del mundo.");
        var seed = new WholeOption("--seed", "N", -(long.MaxValue / 2), long.MaxValue / 2, "Another seed, another set; 0 by default.", "Otra semilla, otro conjunto; 0 por omisión.");
        var split = Text("--split", "train|test", "Which part: the two never share a sample.", "Qué parte: las dos nunca comparten una muestra.");
        var output = Text("--output", "OUT", "FILE.safetensors (a packed set), FILE.npy, or a folder of PNG; WORLD.safetensors here by default.", "ARCHIVO.safetensors (un conjunto empaquetado), ARCHIVO.npy o una carpeta de PNG; por omisión MUNDO.safetensors aquí.", "-o");
        var workers = new WholeOption("--workers", "N", 1, 64, "Threads that draw; all cores by default.", "Hilos que dibujan; por omisión, todos los núcleos.");
        var defects = new WholeOption("--defects", "N", 0, 999_999, "art-folder alone: damaged files, the first and the last among them.", "Solo art-folder: archivos dañados, entre ellos el primero y el último.");
        var sides = Text("--sides", "LOW-HIGH", "art-folder alone: shortest and longest side in pixels; 24-96 by default.", "Solo art-folder: lado menor y mayor en píxeles; 24-96 por omisión.");
        var force = new Option<bool>("--force") { Description = Say("Replace the file when it is there.", "Sustituye el archivo si ya existe.") };
        var command = Command("make", "Makes data whose truth is known exactly.", "Crea datos cuya verdad se conoce exactamente.");
        command.Arguments.Add(world);
        foreach (var option in new Option[] { count, size, seed, split, output, workers, defects, sides, force }) command.Options.Add(option);
        split.Checks(parsed => SplitOf(parsed.GetValue(split)));
        sides.Checks(parsed => SidesOf(parsed.GetValue(sides)!));
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(world)!;
            var (number, drawn, first) = (count.Of(parsed) ?? 10_000, (int?)size.Of(parsed), seed.Of(parsed) ?? 0);
            var (threads, damaged, range) = ((int)(workers.Of(parsed) ?? Environment.ProcessorCount), defects.Of(parsed), parsed.GetValue(sides));
            var target = parsed.PathOf(output) ?? $"{name}.safetensors";
            if (WorldCatalog.Find(name, new(drawn, first, SplitOf(parsed.GetValue(split)))) is not { } source) throw Unknown(name);
            CheckFree(target, parsed.GetValue(force));
            var isFolder = Path.GetExtension(target) is not (".safetensors" or ".npy");
            if ((damaged is not null || range is not null) && (name != "art-folder" || !isFolder)) throw new AdversaException(2050, ExitCode.Usage, new(
                "--defects and --sides go with art-folder written to a folder: data make art-folder --count N --defects 37 -o FOLDER",
                "--defects y --sides acompañan a art-folder escrito en una carpeta: data make art-folder --count N --defects 37 -o CARPETA"));
            return Work(terminal, target, number, (progress, cancel) =>
            {
                if (name == "art-folder" && isFolder) Folder(terminal, target, Art(number, first, damaged, range), threads, progress, cancel);
                else Write(source, number, target, threads, progress, cancel);
            });
        });
        return command;
    }

    private static int Work(Terminal terminal, string target, long count, Action<Action<long>, CancellationToken> make)
    {
        using var stop = new StopRequest();
        using var signals = new Signals(stop);
        var progress = new CountProgress(terminal, "samples", "muestras");
        try
        {
            make(done => progress.At(done, count), stop.Token);
            progress.End();
            terminal.ForPrograms("made", new() { ["output"] = target, ["samples"] = count });
            terminal.ForPeople(Say($"{Amount.Of(count, "sample is", "samples are")} in {target}", $"Hay {Amount.Of(count, "muestra", "muestras")} en {target}"));
            return 0;
        }
        catch (OperationCanceledException)
        {
            progress.End();
            terminal.Talk(Say("Stopped; nothing was kept.", "Detenido; no se conservó nada."));
            return (int)(stop.Exit ?? ExitCode.Interrupted);
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw new AdversaException(5009, ExitCode.Resource, new(
                $"{target} cannot be written: {DiskTrouble.Of(e).English}. Free the disk, or name another place with -o.", $"No se puede escribir {target}: {DiskTrouble.Of(e).Spanish}. Libere el disco o indique otro lugar con -o."), e);
        }
    }

    private static void Write(World source, long count, string target, int workers, Action<long> progress, CancellationToken cancel)
    {
        if (target.EndsWith(".safetensors", StringComparison.Ordinal)) PackedSet.Write(source, count, target, workers, progress, cancel);
        else if (target.EndsWith(".npy", StringComparison.Ordinal)) Npy(source, count, target, cancel);
        else if (source.Schema.Kind == FieldKind.Image && source.Schema.Channels is 1 or 3) SampleFolder.Write(source, count, target, workers, progress, cancel);
        else throw new AdversaException(2015, ExitCode.Usage, new(
            $"{source.Name} does not fit into a folder of PNG: its samples are {source.Schema}. Name a file with -o, such as {source.Name}.safetensors or {source.Name}.npy.",
            $"{source.Name} no cabe en una carpeta de PNG: sus muestras son {source.Schema}. Indique un archivo con -o, como {source.Name}.safetensors o {source.Name}.npy."));
    }

    private static void Npy(World source, long count, string target, CancellationToken cancel)
    {
        var schema = source.Schema;
        if (count * schema.Values > MostNpy) throw new AdversaException(2012, ExitCode.Usage, new(
            $"An npy file of {count} samples would hold more than {MostNpy} numbers. Write a packed set: -o {source.Name}.safetensors", $"Un archivo npy de {count} muestras contendría más de {MostNpy} números. Escriba un conjunto empaquetado: -o {source.Name}.safetensors"));
        DiskSpace.Check(target, count * schema.Values * sizeof(float));
        AtomicFile.Write(target, durable: false, stream =>
        {
            NpyFile.WriteHeader(stream, NpyType.Float32, [.. schema.BatchShape((int)count).Select(side => (int)side)]);
            var sample = new float[schema.Values];
            for (var i = 0; i < count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                source.Read(i, sample, out _);
                stream.Write(MemoryMarshal.AsBytes(sample.AsSpan()));
            }
        });
    }

    private static void Folder(Terminal terminal, string target, ArtFolderOptions options, int workers, Action<long> progress, CancellationToken cancel)
    {
        var truth = ArtFolder.Write(target, options, workers, progress, cancel);
        terminal.Talk(Say($"{truth.Count(d => d.IsDamaged)} damaged and {truth.Count(d => !d.IsDamaged)} odd files; {target}.truth.json lists them.", $"{truth.Count(d => d.IsDamaged)} archivos dañados y {truth.Count(d => !d.IsDamaged)} raros; {target}.truth.json los enumera."));
    }

    private static ArtFolderOptions Art(long count, long seed, long? damaged, string? range)
    {
        if (count is < 2 or > 999_999 || damaged > count) throw new AdversaException(2012, ExitCode.Usage, new(
            $"art-folder writes 2 to 999999 files, of which at most all are damaged; got {count} and {damaged ?? 0}.", $"art-folder escribe de 2 a 999999 archivos, dañados como mucho todos; se recibió {count} y {damaged ?? 0}."));
        var options = new ArtFolderOptions((int)count, seed, (int)(damaged ?? 0));
        if (range is null) return options;
        var (low, high) = SidesOf(range);
        return options with { LeastSide = low, MostSide = high };
    }

    private static (int Low, int High) SidesOf(string range)
    {
        var parts = range.Split('-');
        if (parts.Length != 2) throw new AdversaException(2050, ExitCode.Usage, new($"--sides expects LOW-HIGH, such as 178-1024; got {range}.", $"--sides espera MENOR-MAYOR, como 178-1024; se recibió {range}."));
        var (low, high) = ((int)Numbers.Whole(parts[0], "--sides", 16, 2048), (int)Numbers.Whole(parts[1], "--sides", 16, 2048));
        return low <= high ? (low, high)
            : throw new AdversaException(2050, ExitCode.Usage, new($"--sides expects the shorter side first; got {range}.", $"--sides espera primero el lado menor; se recibió {range}."));
    }

    private static Split SplitOf(string? text) => text switch
    {
        null or "train" => Split.Train,
        "test" => Split.Test,
        _ => throw new AdversaException(2001, ExitCode.Usage, new($"--split is train or test; got {text}.", $"--split es train o test; se recibió {text}.")),
    };

    private static void CheckFree(string target, bool force)
    {
        if (Directory.Exists(target)) throw new AdversaException(2047, ExitCode.Usage, new(
            $"The folder {target} is there already. Name another one with -o; a folder is never replaced.", $"La carpeta {target} ya existe. Indique otra con -o; una carpeta nunca se sustituye."));
        if (File.Exists(target) && !force) throw new AdversaException(2047, ExitCode.Usage, new(
            $"{target} is there already. Name another file with -o, or replace it with --force.", $"{target} ya existe. Indique otro archivo con -o o sustitúyalo con --force."));
    }

    private static AdversaException Unknown(string name)
    {
        var near = Nearest.To(name, WorldCatalog.Names);
        return new(2051, ExitCode.Usage, new(
            string.Create(CultureInfo.InvariantCulture, $"There is no world \"{name}\".{(near is null ? "" : $" Did you mean {near}?")} There are: {string.Join(", ", WorldCatalog.Names)}."),
            string.Create(CultureInfo.InvariantCulture, $"No existe el mundo «{name}».{(near is null ? "" : $" ¿Quiso decir {near}?")} Hay: {string.Join(", ", WorldCatalog.Names)}.")));
    }
}
