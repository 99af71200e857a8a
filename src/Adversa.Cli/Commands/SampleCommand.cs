using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data.Names;
using Adversa.Formats.Arrays;
using Adversa.Formats.Disk;
using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;
using Adversa.Imaging.Views;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Folders;
using Adversa.Training.Plans;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa sample RUN --seeds 0-63 -o grid.png</c></summary>
internal static class SampleCommand
{
    private const int ClassesShown = 40;

    internal static Command Create(Terminal terminal)
    {
        var run = Run(optional: true);
        var seeds = Text("--seeds", "LIST", Words.SeedsSuchAs);
        var count = new WholeOption("--count", "N", 1, 100_000, Words.SoManySamplesFromSeed);
        var ofClass = Text("--class", "NAME", Words.OnlySamplesOfClassByName);
        var best = new Option<bool>("--best") { Description = Words.DrawFromCheckpointWhoseSamplesCame.ToString() };
        var ema = Text("--ema", "WIDTH", Words.AverageOfLengthChosenAfterwards);
        var output = Text("--output", "FILE", Words.GridPngFile, "-o");
        var scale = Scale();
        var (styles, translate, prompt, device) = (new StyleOptions(), new TranslateOptions(), new PromptOption(), new DeviceOption());
        var command = Command("sample", Words.DrawsSamplesFromRunsNewestCheckpoint);
        command.Arguments.Add(run);
        foreach (var option in new Option[] { seeds, count, ofClass, best, ema, output, scale, device }) command.Options.Add(option);
        styles.AddTo(command, seeds, count);
        translate.AddTo(command);
        prompt.AddTo(command);
        seeds.Checks(parsed => UsageErrors.Each<Action>([() => _ = Seeds(parsed.GetValue(seeds)!), () =>
        {
            if (parsed.GetResult(count) is { Implicit: false }) throw new AdversaException(2013, ExitCode.Usage, Words.GiveSeedsOrCountNotBoth);
        }], check => check()));
        ofClass.Checks(parsed => CheckClass(parsed.GetValue(ofClass)));
        ema.Checks(parsed => ChosenLength.Check(parsed.GetValue(ema)!, mayBeBest: false));
        output.Checks(parsed => CheckName(parsed.PathOf(output)!, translate.MakesFilm(parsed)));
        command.SetAction(parsed =>
        {
            var amount = count.Of(parsed);
            var asked = parsed.GetValue(ofClass);
            var path = parsed.PathOf(output) ?? "samples.png";
            ChosenLength.CheckAlone(parsed.GetValue(ema) is not null, parsed.GetValue(best));
            var list = parsed.GetValue(seeds) is { } text ? Seeds(text) : SampleSheet.Seeds(0, (int)(amount ?? 64));
            var folder = parsed.Folder(run);
            return ComputeThread.Run(() =>
            {
                device.Start(parsed);
                using var trained = new TrainedModel(folder, terminal.Warn, parsed.GetValue(best));
                if (trained.Model is not ISampler) throw new AdversaException(2014, ExitCode.Usage, Words.DrawsNoSamplesDcgan(trained.Plan.Variant.Id));
                if (parsed.GetValue(ema) is { } width) ChosenLength.Take(terminal, trained, width);
                if (translate.Translated(parsed, terminal, trained, parsed.PathOf(output), IsAsked(parsed, seeds, count) ? list : null) is { } code) return (int)code;
                if (styles.Drawn(parsed, terminal, trained, path, (int?)scale.Of(parsed))) return 0;
                var sentence = prompt.Give(parsed, trained);
                int? wanted = asked is null ? null : ClassOf(asked, trained);
                var written = Write(path, list, new(wanted, styles.Truncation(parsed)) { Prompt = sentence }, trained, (int?)scale.Of(parsed));
                terminal.ForPrograms("samples", new() { ["count"] = list.Length, ["path"] = written[0], ["paths"] = new JsonArray([.. written.Select(one => JsonValue.Create(one))]), ["step"] = trained.Manifest.Step, ["ema"] = trained.Chosen?.Width, ["class"] = wanted, ["class_name"] = wanted is { } k ? RunClasses.Of(trained.Manifest)[k] : null, ["columns"] = Columns(trained, wanted, path) is { } all ? new JsonArray([.. all.Select(one => JsonValue.Create(one))]) : null });
                if (wanted is { } number) SayClass(terminal, asked!, number, RunClasses.Of(trained.Manifest));
                terminal.ForPeople(Words.SamplesOfStep(list.Length, trained.Manifest.Step, string.Join(", ", written)).ToString());
                if (Columns(trained, wanted, path) is { } columns) terminal.ForPeople(Words.OneColumnForEachClassLeft(string.Join(", ", columns)).ToString());
                return 0;
            });
        });
        return command;
    }

    private static bool IsAsked(ParseResult parsed, params Option[] options) => options.Any(option => parsed.GetResult(option) is { Implicit: false });

    /// <summary>What samples shall be.</summary>
    internal readonly record struct Wish(int? Class, double Truncation)
    {
        /// <summary>The sentence that is illustrated, if one is.</summary>
        internal string? Prompt { get; init; }
    }

    /// <summary>The classes of the columns of a sheet; null where columns are no classes.</summary>
    private static IReadOnlyList<string>? Columns(TrainedModel trained, int? wanted, string path) =>
        wanted is null && path.EndsWith(".png", StringComparison.OrdinalIgnoreCase) && SampleSheet.Columns(trained.Model) is not null ? RunClasses.Of(trained.Manifest) : null;

    /// <summary>A name with another ending is no folder: nobody wants a folder called grid.jpg.</summary>
    private static void CheckName(string path, bool isFilm)
    {
        if (!isFilm && Path.GetExtension(path).ToUpperInvariant() is ".JPG" or ".JPEG" or ".GIF" or ".WEBP" or ".BMP" or ".NPZ" or ".TIF" or ".TIFF") throw new AdversaException(2015, ExitCode.Usage, Words.ONamesPng(path));
    }

    private static void CheckClass(string? name)
    {
        if (name is { Length: 0 }) throw new AdversaException(2019, ExitCode.Usage, Words.ClassIsEmpty);
    }

    private static int ClassOf(string asked, TrainedModel trained)
    {
        var (system, names) = (trained.Plan.Variant.Id, RunClasses.Of(trained.Manifest));
        if (trained.Model is not ISampler { TakesClass: true }) throw new AdversaException(2025, ExitCode.Usage, Words.TakesNoClass(system));
        if (ClassList.Find(names, asked) is { } k) return k;
        var near = asked.All(char.IsAsciiDigit) ? null : Nearest.To(asked, names);
        var listed = string.Join(", ", names.Take(ClassesShown)) + (names.Count > ClassesShown ? ", …" : "");
        throw new AdversaException(2025, ExitCode.Usage, Words.ClassIsRunKnowsNoSuch(asked, near is null ? Text.None : Words.DidYouMeanLabel(near), names.Count, names.Count - 1, listed));
    }

    /// <summary>Says which class was meant where a number could be read in two ways, or has a name.</summary>
    private static void SayClass(Terminal terminal, string asked, int k, IReadOnlyList<string> names)
    {
        var isNumber = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number != k && number < names.Count) terminal.ForPeople(Words.ClassIsClassNamed(asked, names[k], number, names[number]).ToString());
        else if (names[k] != asked) terminal.ForPeople(Words.ClassIsClass(asked, names[k]).ToString());
    }

    /// <summary>Draws batch by batch into what was asked for, so that any number of samples fits into memory; a file that cannot be written is known before the first is drawn.</summary>
    /// <returns>What was written: several sheets where one would be larger than pictures may be.</returns>
    private static List<string> Write(string path, long[] seeds, Wish wish, TrainedModel trained, int? scale)
    {
        var schema = trained.Model.Schema;
        if (path.EndsWith(".npy", StringComparison.OrdinalIgnoreCase))
        {
            DiskSpace.Check(path, (long)seeds.Length * schema.Values * sizeof(float));
            Reports.WriteFile(path, file =>
            {
                NpyFile.WriteHeader(file, NpyType.Float32, [.. schema.BatchShape(seeds.Length).Select(size => (int)size)]);
                foreach (var batch in Drawn(seeds, wish, trained)) file.Write(MemoryMarshal.AsBytes(batch.AsSpan()));
            });
            return [path];
        }

        if (path.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || Posix.IsStream(path)) return schema.View().HasCells ? Sheets(path, seeds, wish, trained, scale) : Plot(path, seeds, wish, trained);
        if (!schema.View().HasCells) throw new AdversaException(2015, ExitCode.Usage, Words.PointsGoInto);
        Reports.Written(path, () => Directory.CreateDirectory(path));
        var next = 0;
        foreach (var batch in Drawn(seeds, wish, trained))
            for (var at = 0; at < batch.Length; at += schema.Values, next++)
            {
                var (picture, seed) = (ImageGrid.Plain(batch.AsSpan(at, schema.Values), schema), seeds[next]);
                Reports.WriteFile(Path.Join(path, string.Create(CultureInfo.InvariantCulture, $"seed-{seed:D6}.png")), file => WritePng(file, picture, [seed], wish, trained));
            }

        return [path];
    }

    private static IEnumerable<float[]> Drawn(IReadOnlyList<long> seeds, Wish wish, TrainedModel trained) =>
        SampleSheet.Batches(trained.Model, trained.SamplingNetwork, seeds, wish.Class, truncation: wish.Truncation);

    /// <summary>One sheet; <c>s-1.png</c>, <c>s-2.png</c>, ... where they are too many for one.</summary>
    private static List<string> Sheets(string path, long[] seeds, Wish wish, TrainedModel trained, int? asked)
    {
        var schema = trained.Model.Schema;
        var (scale, wanted) = (asked ?? SampleSheet.Scale(schema), wish.Class is null ? SampleSheet.Columns(trained.Model) : null);
        var (columns, most) = ContactSheet.Layout(schema, seeds.Length, wanted, scale);
        while (asked is null && scale > 1 && seeds.Length > most) (columns, most) = ContactSheet.Layout(schema, seeds.Length, wanted, --scale);      // one sheet before large pictures
        if (seeds.Length > most && Posix.IsStream(path)) throw new AdversaException(2015, ExitCode.Usage, Words.SamplesTakeSeveralSheetsTakesOne(seeds.Length, path, most));
        List<string> written = [];
        foreach (var part in seeds.Chunk(most))
        {
            var name = seeds.Length <= most ? path : string.Create(CultureInfo.InvariantCulture, $"{path[..^4]}-{written.Count + 1}{path[^4..]}");
            Reports.WriteFile(name, file =>
            {
                var sheet = new ContactSheet(schema, part.Length, columns, scale);
                foreach (var batch in Drawn(part, wish, trained)) sheet.Add(batch);
                WritePng(file, sheet.Picture, part, wish, trained);
            });
            written.Add(name);
        }

        return written;
    }

    private static List<string> Plot(string path, long[] seeds, Wish wish, TrainedModel trained)
    {
        Reports.WriteFile(path, file =>
        {
            float[] values = [.. Drawn(seeds, wish, trained).SelectMany(batch => batch)];
            WritePng(file, trained.Model.Schema.View().Plot([], values), seeds, wish, trained);
        });
        return [path];
    }

    /// <summary>A sheet with what it shows in its text.</summary>
    internal static void WritePng(Stream file, Raster picture, long[] seeds, Wish wish, TrainedModel trained, (string Name, JsonNode Value)? more = null)
    {
        var text = new JsonObject
        {
            ["run"] = trained.Manifest.Run,
            ["step"] = trained.Manifest.Step,
            ["seeds"] = seeds.Length > 1 && seeds.Zip(seeds.Skip(1)).All(pair => pair.Second == pair.First + 1) ? $"{seeds[0]}-{seeds[^1]}" : string.Join(',', seeds),
            ["recipe"] = trained.Plan.Recipe.ToJson(),
        };
        if (trained.Chosen is { } average) text["ema"] = average.Width;
        if (wish.Truncation != 1) text["truncation"] = wish.Truncation;
        if (wish.Prompt is { } sentence) text["prompt"] = sentence;
        if (more is { } said) text[said.Name] = said.Value;
        var names = RunClasses.Of(trained.Manifest);
        if (wish.Class is { } k) (text["class"], text["class_name"]) = (k, names[k]);
        else if (trained.Model.Schema.View().HasCells && seeds.Length > 1 && SampleSheet.Columns(trained.Model) is not null) text["columns"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]);
        PngWriter.Write(file, picture, [KeyValuePair.Create("adversa", text.ToJsonString())]);
    }
}
