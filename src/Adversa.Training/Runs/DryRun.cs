using System.Diagnostics;
using System.Globalization;
using Adversa.Imaging.Views;
using Adversa.Training.Forecasts;
using Adversa.Training.Loop;
using Adversa.Training.Plans;

namespace Adversa.Training.Runs;

/// <summary>What a run would cost, measured on a few real steps or forecast; nothing is written.</summary>
/// <param name="SecondsPerStep">The median of the measured steps, or what is forecast; null where nobody knows.</param>
/// <param name="ImagesPerSecond">By that.</param>
/// <param name="Duration">Of the whole run.</param>
/// <param name="Memory">Bytes that the process takes at most.</param>
/// <param name="Disk">Bytes of the checkpoints that are kept, and of the pictures.</param>
/// <param name="Measured">Steps measured; 0 where they were forecast.</param>
public sealed record DryRun(double? SecondsPerStep, double? ImagesPerSecond, TimeSpan? Duration, long? Memory, long Disk, int Measured)
{
    private const double EnoughSeconds = 10;
    private const double Longest = 1e10;         // seconds, beyond which a span of time does not reach
    private const int WarmUp = 2, Steps = 8, CheckpointsKept = 3, PicturesByTime = 41, RoundsLookedAt = 2000;

    /// <summary>Measures.</summary>
    /// <param name="setup">Freshly built; used up by it.</param>
    public static DryRun Measure(Setup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var trainer = setup.Trainer;
        var times = new List<double>();
        while (times.Count < WarmUp + Steps && (times.Count < 2 || times.Sum() < EnoughSeconds))
        {
            var clock = Stopwatch.StartNew();
            do trainer.UpdateToTheEnd();
            while (!trainer.AtBoundary);
            times.Add(clock.Elapsed.TotalSeconds);
        }

        List<double> warm = [.. times.Skip(Math.Min(WarmUp, times.Count - 1)).Order()];
        return Of(setup, warm[warm.Count / 2], Forecasts.Memory.Peak, warm.Count);
    }

    /// <summary>Takes over what was measured with small batches.</summary>
    /// <param name="setup">Freshly built.</param>
    /// <param name="forecast">What a step takes; null where nobody knows.</param>
    public static DryRun Of(Setup setup, Forecast? forecast)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return Of(setup, forecast?.Seconds, forecast?.Bytes, measured: 0);
    }

    private static DryRun Of(Setup setup, double? perStep, long? memory, int measured)
    {
        var (trainer, recipe) = (setup.Trainer, setup.Plan.Recipe);
        var duration = recipe.Minutes > 0 && !(recipe.Steps * perStep < recipe.Minutes * 60) ? recipe.Minutes * 60 : recipe.Steps * perStep;
        var checkpoint = trainer.ModelTensors().Concat(trainer.OptimizerTensors()).Sum(pair => pair.Value.Elements * 4);
        var pictures = recipe.SampleEvery > 0 ? Math.Min(duration / perStep ?? recipe.Steps, recipe.Steps) / recipe.SampleEvery + 1 : PicturesByTime;
        return new(perStep, trainer.ImagesOfRound(Math.Min(recipe.Steps, RoundsLookedAt)) / perStep, duration is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, Longest)) : null, memory,
            checkpoint * CheckpointsKept + (long)(pictures * PictureBytes(setup)), measured);
    }

    /// <summary>About half of the pixels' bytes; a sheet is not drawn for it, since that may take minutes.</summary>
    private static long PictureBytes(Setup setup) => !SampleSheet.CanDraw(setup.Model) ? 0
        : setup.Source.Schema.View().HasCells ? (long)SampleSheet.Count(setup.Model) * setup.Source.Schema.Values / 2 : SampleSheet.Draw(setup.Model, null, setup.Unseen).Pixels.Length / 2;
}
