using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Formats.Disk;
using Adversa.Formats.Png;
using Adversa.Models;
using Adversa.Training.Events;

namespace Adversa.Training.Runs;

/// <summary>Draws a sheet of samples now and then, and after the last round.</summary>
internal sealed class Drawing(Sitting sitting) : IHabit
{
    private const int FewSamples = 4, TimesInRun = 40;

    private TimeSpan _drawnAt;

    /// <inheritdoc/>
    public bool IsDue => (sitting.IsDue(sitting.Recipe.SampleEvery, _drawnAt, TimesInRun) && sitting.MayDo(RunWork.Drawing)) || sitting.Trainer.Round == sitting.Recipe.Steps;

    /// <summary>Whether there is time for a sheet before anything is learned: in a run with a time limit a few samples show what a whole sheet would take.</summary>
    internal bool MayBegin()
    {
        var model = sitting.Setup.Model;
        if (sitting.Recipe.Minutes <= 0 || model is not ISampler) return true;
        var (times, few) = (new List<TimeSpan>(), Math.Min(FewSamples, SampleSheet.Count(model)));
        for (var i = 0; i < 2; i++)                                    // the first time prepares much
        {
            sitting.Begin(RunWork.Drawing);
            SampleSheet.Values(model, sitting.Trainer.SamplingNetwork, SampleSheet.Seeds(0, few), preview: true);
            times.Add(sitting.Activity.Elapsed);
            sitting.Took(RunWork.Between, times[^1]);
        }

        return sitting.MayBegin(times.Min() * (SampleSheet.Count(model) / (double)few));
    }

    /// <inheritdoc/>
    public void Do()
    {
        var (trainer, model) = (sitting.Trainer, sitting.Setup.Model);
        if (!SampleSheet.CanDraw(model)) return;
        _drawnAt = sitting.Elapsed;
        sitting.Begin(RunWork.Drawing);
        var picture = SampleSheet.Draw(model, trainer.SamplingNetwork, sitting.Setup.Unseen, note => sitting.WarnOnce(3012, note), sitting.Setup.Examples);
        var path = Path.Join(sitting.Folder.Samples, $"step-{trainer.Round.ToString("D6", CultureInfo.InvariantCulture)}.png");
        var written = Quietly.Try(() =>
        {
            Directory.CreateDirectory(sitting.Folder.Samples);
            AtomicFile.Write(path, durable: false, file => PngWriter.Write(file, picture.Enlarged(SampleSheet.Scale(sitting.Setup.Source.Schema)), [KeyValuePair.Create("adversa", About())]));
        });
        sitting.Took(RunWork.Drawing);
        sitting.Tell(new SamplesDrawn(trainer.Round, written ? path : null, picture));
        sitting.Begin(RunWork.Between);
    }

    /// <summary>What the picture says of itself.</summary>
    private string About()
    {
        var (trainer, model) = (sitting.Trainer, sitting.Setup.Model);
        return new JsonObject
        {
            ["run"] = sitting.Id,
            ["step"] = trainer.Round,
            ["images"] = trainer.Images,
            ["average"] = trainer.SamplingNetwork == trainer.Average?.Average,
            [model is not ISampler ? "reconstructed" : "seeds"] = $"0-{SampleSheet.Count(model) - 1}",
            ["columns"] = SampleSheet.Columns(model) is not null ? new JsonArray([.. sitting.Setup.Source.ClassNames.Select(name => JsonValue.Create(name))]) : null,
            ["cells"] = SampleSheet.Cells(model, sitting.Setup.Examples) is { } cells ? new JsonArray([.. cells.Select(name => JsonValue.Create(name))]) : null,
            ["recipe"] = sitting.Recipe.ToJson(),
        }.ToJsonString();
    }
}
