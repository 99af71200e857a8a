using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Loop;
using Adversa.Training.Plans;

namespace Adversa.Bench;

/// <summary>Whether memory stays flat: resident memory and live tensors over thousands of steps.</summary>
internal static class MemoryRun
{
    private const int Readings = 10;

    internal static int Run()
    {
        Engine.Start();
        var flat = Watch("gan", "seed", batch: 16, steps: 5000) & Watch("dcgan", "dcgan28", batch: 8, steps: 2000);
        return flat ? 0 : 1;
    }

    private static bool Watch(string variant, string preset, int batch, int steps)
    {
        const double tolerance = 0.03;
        var source = DataSets.Open("digits");
        var values = new JsonObject { ["variant"] = variant, ["preset"] = preset, ["data"] = "digits", ["batch"] = batch };
        using var setup = new Setup(new RecipeResolver().Add("bench", values).Resolve(source.Schema), source);
        var trainer = setup.Trainer;
        void To(long round)
        {
            while (trainer.Round < round) trainer.Update(read: false);
        }

        To(steps / Readings);                                        // the allocator's and the runtime's own growth
        var (rss, live) = (ProcessMemory.Kilobytes("VmRSS"), Tensor.LiveCount);
        var peak = rss;
        Console.WriteLine($"{variant} {preset}, batch {batch}: step {trainer.Round}: {rss >> 10} MB, {live} tensors");
        for (var i = 2; i <= Readings; i++)
        {
            To(steps * (long)i / Readings);
            peak = Math.Max(peak, ProcessMemory.Kilobytes("VmRSS"));
            Console.WriteLine($"  step {trainer.Round}: {ProcessMemory.Kilobytes("VmRSS") >> 10} MB, {Tensor.LiveCount} tensors");
        }

        var growth = peak / (double)rss - 1;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  growth from step {steps / Readings} to {steps}: {growth:P1}; tensors {Tensor.LiveCount - live:+0;-0;0}"));
        return growth <= tolerance && Tensor.LiveCount == live;
    }
}
