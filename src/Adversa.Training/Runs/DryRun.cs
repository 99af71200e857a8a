using System.Diagnostics;
using System.Globalization;

namespace Adversa.Training.Runs;

/// <summary>What a run would cost, measured on a few real steps; nothing is written.</summary>
/// <param name="SecondsPerStep">The median of the measured steps.</param>
/// <param name="ImagesPerSecond">By that.</param>
/// <param name="Duration">Of the whole run.</param>
/// <param name="PeakMemory">Bytes that this process took at most.</param>
/// <param name="Disk">Bytes of the checkpoints that are kept, and of the pictures.</param>
/// <param name="Measured">Steps measured.</param>
public sealed record DryRun(double SecondsPerStep, double ImagesPerSecond, TimeSpan Duration, long PeakMemory, long Disk, int Measured)
{
    private const int WarmUp = 2, Steps = 8, CheckpointsKept = 3, PicturesByTime = 41;

    /// <summary>Measures.</summary>
    /// <param name="workshop">Freshly built; used up by it.</param>
    public static DryRun Measure(Workshop workshop)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        var trainer = workshop.Trainer;
        var times = new List<double>();
        while (times.Count < WarmUp + Steps)
        {
            var clock = Stopwatch.StartNew();
            do trainer.Update(read: false);
            while (!trainer.AtBoundary);
            times.Add(clock.Elapsed.TotalSeconds);
        }

        var perStep = times.Skip(WarmUp).Order().ElementAt(Steps / 2);
        var recipe = workshop.Recipe.Recipe;
        var duration = recipe.Minutes > 0 ? Math.Min(recipe.Minutes * 60, recipe.Steps * perStep) : recipe.Steps * perStep;
        var checkpoint = trainer.ModelTensors().Concat(trainer.OptimizerTensors()).Sum(pair => pair.Value.Elements * 4);
        var picture = SampleSheet.CanDraw(workshop.Model) ? SampleSheet.Draw(workshop.Model, null, workshop.Unseen).Pixels.Length / 2 : 0;
        var pictures = (recipe.SampleEvery > 0 ? duration / perStep / recipe.SampleEvery + 1 : PicturesByTime) * picture;
        return new(perStep, trainer.Images / (double)trainer.Round / perStep, TimeSpan.FromSeconds(duration), Peak(), checkpoint * CheckpointsKept + (long)pictures, Steps);
    }

    private static long Peak()
    {
        try
        {
            var line = File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
