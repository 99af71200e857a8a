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
        var world = new Argument<string>("WORLD") { Description = Words.World(string.Join(", ", WorldCatalog.Names)).ToString() };
        var count = new WholeOption("--count", "N", 1, 100_000_000, Words.HowManySamples);
        var size = new WholeOption("--size", "N", 8, 1024, Words.SideOfPicturesInPixelsWorlds);
        var seed = new WholeOption("--seed", "N", -(long.MaxValue / 2), long.MaxValue / 2, Words.AnotherSeedAnotherSet);
        var split = Text("--split", "train|test", Words.PartTwoNeverShareSample);
        var output = Text("--output", "OUT", Words.FILESafetensorsPackedSetFILE, "-o");
        var workers = new WholeOption("--workers", "N", 1, 64, Words.ThreadsDrawAllCoresByDefault);
        var defects = new WholeOption("--defects", "N", 0, 999_999, Words.ArtFolderAlone);
        var sides = Text("--sides", "LOW-HIGH", Words.ArtFolderAloneSide);
        var force = new Option<bool>("--force") { Description = Words.ReplaceFileWhen.ToString() };
        var command = Command("make", Words.MakesDataWhoseTruthIsKnown);
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
            if ((damaged is not null || range is not null) && (name != "art-folder" || !isFolder)) throw new AdversaException(2050, ExitCode.Usage, Words.DefectsAndSidesGoWithArt);
            if (target.EndsWith(".npy", StringComparison.Ordinal)) SayLeftOut(terminal, target, source.Schema);
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
        var progress = new CountProgress(terminal, Words.SamplesWord);
        try
        {
            make(done => progress.At(done, count), stop.Token);
            progress.End();
            terminal.ForPrograms("made", new() { ["output"] = target, ["samples"] = count });
            terminal.ForPeople(Words.SamplesAre(count, target).ToString());
            return 0;
        }
        catch (OperationCanceledException)
        {
            progress.End();
            terminal.Talk(Words.StoppedNothingKept.ToString());
            return (int)(stop.Exit ?? ExitCode.Interrupted);
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw new AdversaException(5009, ExitCode.Resource, Words.CannotBeWrittenName(target, DiskTrouble.Of(e)), e);
        }
    }

    private static void Write(World source, long count, string target, int workers, Action<long> progress, CancellationToken cancel)
    {
        if (target.EndsWith(".safetensors", StringComparison.Ordinal)) PackedSet.Write(source, count, target, workers, progress, cancel);
        else if (target.EndsWith(".npy", StringComparison.Ordinal)) Npy(source, count, target, cancel);
        else if (source.Schema.Kind == FieldKind.Image && source.Schema.Channels is 1 or 3) SampleFolder.Write(source, count, target, workers, progress, cancel);
        else throw new AdversaException(2015, ExitCode.Usage, Words.DoesNotFitIntoFolder(source.Name, source.Schema));
    }

    private static void Npy(World source, long count, string target, CancellationToken cancel)
    {
        var schema = source.Schema;
        if (count * schema.Values > MostNpy) throw new AdversaException(2012, ExitCode.Usage, Words.NpyFileSamplesWouldHoldMore(count, MostNpy, source.Name));
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

    private static void SayLeftOut(Terminal terminal, string target, SampleSchema schema)
    {
        var left = schema.Fields.Select(field => field.Name).Where(name => name != schema.Drawn.Name).ToList();
        if (left.Count > 0) terminal.Talk(Words.NpyHoldsAlone(target, schema.Drawn.Name, string.Join(", ", left)).ToString());
    }

    private static void Folder(Terminal terminal, string target, ArtFolderOptions options, int workers, Action<long> progress, CancellationToken cancel)
    {
        var truth = ArtFolder.Write(target, options, workers, progress, cancel);
        terminal.Talk(Words.DamagedOddFiles(truth.Count(d => d.IsDamaged), truth.Count(d => !d.IsDamaged), target).ToString());
    }

    private static ArtFolderOptions Art(long count, long seed, long? damaged, string? range)
    {
        if (count is < 2 or > 999_999 || damaged > count) throw new AdversaException(2012, ExitCode.Usage, Words.ArtFolderWritesToFiles(count, damaged ?? 0));
        var options = new ArtFolderOptions((int)count, seed, (int)(damaged ?? 0));
        if (range is null) return options;
        var (low, high) = SidesOf(range);
        return options with { LeastSide = low, MostSide = high };
    }

    private static (int Low, int High) SidesOf(string range)
    {
        var parts = range.Split('-');
        if (parts.Length != 2) throw new AdversaException(2050, ExitCode.Usage, Words.SidesExpectsLOWHIGHSuchAs(range));
        var (low, high) = ((int)Numbers.Whole(parts[0], "--sides", 16, 2048), (int)Numbers.Whole(parts[1], "--sides", 16, 2048));
        return low <= high ? (low, high)
            : throw new AdversaException(2050, ExitCode.Usage, Words.SidesExpectsShorterSideFirst(range));
    }

    private static Split SplitOf(string? text) => text switch
    {
        null or "train" => Split.Train,
        "test" => Split.Test,
        _ => throw new AdversaException(2001, ExitCode.Usage, Words.SplitIsTrainOrTest(text)),
    };

    private static void CheckFree(string target, bool force)
    {
        if (Directory.Exists(target)) throw new AdversaException(2047, ExitCode.Usage, Words.FolderIsAlready(target));
        if (File.Exists(target) && !force) throw new AdversaException(2047, ExitCode.Usage, Words.IsAlreadyNameAnotherFile(target));
    }

    private static AdversaException Unknown(string name)
    {
        var near = Nearest.To(name, WorldCatalog.Names);
        return new(2051, ExitCode.Usage, Words.IsNoWorld(name, near is null ? Text.None : Words.DidYouMeanLabel(near), string.Join(", ", WorldCatalog.Names)));
    }
}
