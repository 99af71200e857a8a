using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Diagnostics;
using Adversa.Training.Plans;

namespace Adversa.Bench;

/// <summary>What watching costs: the same training with and without the doctor at its default cadence, in turns, as a ratio.</summary>
internal static class DoctorCost
{
    private static readonly string[] Recipes =
    [
        """{ "variant": "gan", "preset": "points", "data": "ring" }""",
        """{ "variant": "gan", "preset": "seed", "data": "digits", "batch": 16 }""",
        """{ "variant": "wgan-gp", "preset": "points", "data": "ring" }""",
        """{ "variant": "dcgan", "preset": "dcgan28", "data": "digits", "batch": 32, "options": { "width": 16 } }""",
    ];

    internal static int Run(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 7;
        var only = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : -1;
        Engine.Start(1);
        Console.WriteLine("watching at the default cadence; seconds a stretch of two examinations, medians over the rounds");
        foreach (var recipe in Recipes.Where((_, i) => only < 0 || i == only)) Compare(JsonNode.Parse(recipe)!.AsObject(), rounds);
        return 0;
    }

    private static void Compare(JsonObject recipe, int rounds)
    {
        using var off = Build(recipe, "off");
        using var watch = Build(recipe, "watch");
        var stretch = 2 * new DoctorOptions().EveryOf(watch.Plan.Recipe.Batch);
        Stretch(off, stretch);
        Stretch(watch, stretch);
        var (without, with) = (new List<(double Wall, double Cpu)>(), new List<(double Wall, double Cpu)>());
        for (var i = 0; i < rounds; i++)
        {
            without.Add(Stretch(off, stretch));
            with.Add(Stretch(watch, stretch));
        }

        double Of(List<(double Wall, double Cpu)> times, Func<(double Wall, double Cpu), double> which) => times.Select(which).Order().ElementAt(times.Count / 2);
        var (cpuOff, cpuWatch) = (Of(without, t => t.Cpu), Of(with, t => t.Cpu));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{recipe["variant"]} {recipe["preset"]}, batch {watch.Plan.Recipe.Batch}, {rounds} x {stretch} steps: processor time off {cpuOff:F3} s, watch {cpuWatch:F3} s, ratio {cpuWatch / cpuOff:F3}; wall clock ratio {Of(with, t => t.Wall) / Of(without, t => t.Wall):F3}"));
    }

    /// <summary>Time on the wall and of the processor; the latter is what other programs on the machine disturb least.</summary>
    private static (double Wall, double Cpu) Stretch(Setup setup, long steps)
    {
        using var process = Process.GetCurrentProcess();
        var (trainer, clock, before) = (setup.Trainer, Stopwatch.StartNew(), process.TotalProcessorTime);
        for (long i = 0; i < steps; i++)
        {
            do trainer.Update(read: false);
            while (!trainer.AtBoundary);
            if (setup.Doctor.IsDue(trainer.Round)) setup.Doctor.Examine(trainer.Round, trainer.Images, trainer.SamplingNetwork);
        }

        process.Refresh();
        return (clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static Setup Build(JsonObject recipe, string mode)
    {
        var source = DataSets.Open(recipe["data"]!.ToString());
        return new(new RecipeResolver().Add("bench", recipe).Add("bench", "doctor.mode", mode).Resolve(source.Schema), source);
    }
}
