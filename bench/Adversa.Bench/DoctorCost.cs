using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Torch;
using Adversa.Training.Diagnostics;
using Adversa.Training.Recipes;
using Adversa.Training.Runs;

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
        var stretch = 2 * new DoctorOptions().EveryOf(watch.Recipe.Recipe.Batch);
        if (recipe["variant"]!.ToString() is "dcgan") stretch /= 2;
        Stretch(off, stretch);
        Stretch(watch, stretch);
        var (without, with, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < rounds; i++)
        {
            without.Add(Stretch(off, stretch));
            with.Add(Stretch(watch, stretch));
            ratios.Add(with[^1] / without[^1]);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{recipe["variant"]} {recipe["preset"]}, {stretch} steps: off {Median(without):F3} s, watch {Median(with):F3} s, ratio {Median(with) / Median(without):F3} (of each round: {string.Join(' ', ratios.Select(r => r.ToString("F3", CultureInfo.InvariantCulture)))})"));
    }

    private static double Stretch(Workshop workshop, long steps)
    {
        var (trainer, clock) = (workshop.Trainer, Stopwatch.StartNew());
        for (long i = 0; i < steps; i++)
        {
            do trainer.Update(read: false);
            while (!trainer.AtBoundary);
            if (workshop.Doctor.IsDue(trainer.Round)) workshop.Doctor.Examine(trainer.Round, trainer.Images, trainer.SamplingNetwork);
        }

        return clock.Elapsed.TotalSeconds;
    }

    private static Workshop Build(JsonObject recipe, string mode)
    {
        var source = DataSpec.Open(recipe["data"]!.ToString());
        return new(new RecipeResolver().Add("bench", recipe).Add("bench", "doctor.mode", mode).Resolve(source.Schema), source);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
