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
        var spec = new Argument<string>("SPEC") { Description = Words.FolderOrArchiveOfPictures.ToString() };
        var size = new SizeOption("--size", 8, 1024, Words.SideOfPackedPicturesInPixels);
        var output = Text("--output", "FILE", Words.PackedSetNAMESIZE, "-o");
        var fit = Text("--fit", "crop|pad|squash", Words.HowPictureBecomesSquare);
        var channels = new WholeOption("--channels", "N", 1, 3, Words.PacksGreyColour);
        var workers = new WholeOption("--workers", "N", 1, 64, Words.DecodersAtOnce);
        var mostBad = new RealOption("--max-bad", "PERCENT", 0, 100, Words.MoreBadPicturesThanAreRefused);
        var force = new Option<bool>("--force") { Description = Words.ReplaceFileWhen.ToString() };
        var command = Command("prepare", Words.DecodesPicturesOnceAndPacksThem);
        command.Arguments.Add(spec);
        var background = BackgroundOption();
        foreach (var option in new Option[] { size, output, fit, background, channels, workers, mostBad, force }) command.Options.Add(option);
        fit.Checks(parsed => FitOf(parsed.GetValue(fit)));
        channels.Checks(parsed => ChannelsOf(channels.Of(parsed)));
        background.Checks(parsed => On("any", parsed.GetValue(background)));
        command.SetAction(parsed =>
        {
            var asked = On(SpecOf(parsed.GetValue(spec)), parsed.GetValue(background));
            var pictures = new DataOptions(size.Of(parsed), Fit: FitOf(parsed.GetValue(fit)), Channels: ChannelsOf(channels.Of(parsed)));
            var options = new PrepareOptions((int)(workers.Of(parsed) ?? Environment.ProcessorCount), (mostBad.Of(parsed) ?? 10) / 100, parsed.GetValue(force), Prospect.ThisProgram("data", DecoderName));
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
        foreach (var part in parts)
            if (part.Source is UnpairedSource { Repeated: { } repeated }) terminal.Warn(3049, repeated);
        var progress = new CountProgress(terminal, Words.Pictures);
        try
        {
            foreach (var part in parts) Preparation.Check(part.Source, part.File, options);
            foreach (var part in parts)
            {
                var result = Preparation.Run(part.Source, part.File, options,
                    at => progress.At(at.Done, at.Total, at.Bad > 0 ? Words.Bad(at.Bad).ToString() : ""), stop.Token);
                progress.End();
                Tell(terminal, result, part.File, part.Part);
            }

            if (Suggestion.Train(parts[0].File, source.Schema) is { } train) terminal.Talk(Words.Train(train).ToString());
            return 0;
        }
        catch (OperationCanceledException)
        {
            progress.End();
            terminal.Talk(Words.StoppedWhatIsDoneIsKept.ToString());
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
        foreach (var bad in result.Report.Bad) terminal.Talk(Words.LeftOut(bad.Name, bad.Reason).ToString());
        terminal.ForPrograms("prepared", new()
        {
            ["file"] = target, ["part"] = part switch { null => null, Split.Train => "train", _ => "test" }, ["bytes"] = bytes, ["samples"] = result.Report.Samples, ["shape"] = result.Schema.ToString(), ["classes"] = result.Schema.Classes,
            ["attributes"] = new JsonArray([.. result.Schema.Attributes.Select(a => JsonValue.Create(a.Name))]), ["skipped"] = result.Report.Skipped, ["resumed"] = result.Resumed, ["was_there"] = result.WasThere,
            ["bad"] = new JsonArray([.. result.Report.Bad.Select(bad => new JsonObject { ["name"] = bad.Name, ["reason"] = bad.Reason.English })]),
        });
        if (part is { } split) terminal.ForPeople(split == Split.Train ? Words.TrainingPart.ToString() : Words.TestPartFoundBesideOther.ToString());
        terminal.ForPeople(result.Report.ToString());
        if (result.WasThere) terminal.ForPeople(Words.HoldsSameSetAlready(target).ToString());
        else terminal.ForPeople(Words.Of(target, Words.Samples(result.Report.Samples), Sentences.Schema(result.Schema), Reports.Bytes(bytes), result.Resumed > 0 ? Words.OfThemFromPackingCutOff(result.Resumed) : Text.None).ToString());
    }

    private static string SpecOf(string? asked) => asked is { Length: > 0 } ? asked
        : throw new AdversaException(2019, ExitCode.Usage, Words.SPECIsEmpty);

    private static Fit FitOf(string? text) => text switch
    {
        null or "crop" => Fit.Crop,
        "pad" => Fit.Pad,
        "squash" => Fit.Squash,
        _ => throw new AdversaException(2001, ExitCode.Usage, Words.FitIsCropPadOrSquash(text)),
    };

    private static int? ChannelsOf(long? asked) => asked is 2
        ? throw new AdversaException(2012, ExitCode.Usage, Words.ChannelsIsGreyOrColour)
        : (int?)asked;
}
