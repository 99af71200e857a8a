using Adversa.Data;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training.Loop;
using Adversa.Training.Recipes;

namespace Adversa.Training.Judges;

/// <summary>Trains the networks that measure others: no run folder, and a rate that falls to 0, so that the last steps polish.</summary>
internal static class QuietTraining
{
    private const int Told = 20;

    /// <summary>Trains.</summary>
    /// <param name="model">The network.</param>
    /// <param name="source">What it learns from.</param>
    /// <param name="noise">Draws what the network needs while it runs.</param>
    /// <param name="batch">Samples in a batch; fewer where there are fewer.</param>
    /// <param name="steps">Batches.</param>
    /// <param name="seed">The order of the samples.</param>
    /// <param name="progress">Told the share done.</param>
    internal static void Run(Model model, ISampleSource source, Generator noise, int batch, int steps, long seed, Action<double>? progress = null)
    {
        using var stream = new BatchStream(source, batch, seed);
        using var trainer = new Trainer(model, stream, noise, schedule: new(ScheduleKind.Linear, Steps: steps));
        while (trainer.Round < steps)
        {
            trainer.Update(read: false);
            if (trainer.Round % Told == 0) progress?.Invoke(trainer.Round / (double)steps);
        }
    }
}
