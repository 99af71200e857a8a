using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;

namespace Adversa.Training.Forecasts;

/// <summary>What a probing process is asked to measure.</summary>
/// <param name="Recipe">Complete.</param>
/// <param name="Schema">The samples; the probe makes some up.</param>
/// <param name="Device">Where to.</param>
public sealed record ProbeOrder(Recipe Recipe, SampleSchema Schema, string Device = "cpu")
{
    /// <summary>As one line.</summary>
    public string ToLine() => JsonSerializer.Serialize(new(Recipe.ToJson(), Schema, Device), ProbeJson.Default.ProbeText);

    /// <summary>Reads it back.</summary>
    /// <param name="line">The line.</param>
    public static ProbeOrder FromLine(string line)
    {
        var (recipe, schema, device) = JsonSerializer.Deserialize(line, ProbeJson.Default.ProbeText)!;
        return new(Recipe.FromJson(recipe), schema, device);
    }
}

/// <summary>An order as it is written.</summary>
internal sealed record ProbeText(JsonObject Recipe, SampleSchema Schema, string Device);

/// <summary>Measures steps at small batches, on samples that it makes up: run in a process of its own, which may be ended at any moment. See <see cref="ProbeProcess"/>.</summary>
public static class StepProbe
{
    private const double EnoughSeconds = 8, SlowSeconds = 1, RepeatBelow = 3;
    private const double RepeatSeconds = 0.8;
    private const int RoundsLookedAt = 2000, MostRepeats = 8;
    private const int SmallestBatch = 2;

    /// <summary>Measures at the smallest batch, the one of twice the size, and on while it is quick.</summary>
    /// <param name="order">What.</param>
    /// <param name="say">Is told each result at once.</param>
    public static void Run(ProbeOrder order, Action<MeasuredBatch> say)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(say);
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (var batch = Next(order, SmallestBatch); ;)
        {
            var measured = At(order, batch);
            say(measured);
            count++;
            if (batch == order.Recipe.Batch || (count >= 2 && clock.Elapsed.TotalSeconds + 2 * 2 * measured.Seconds > EnoughSeconds)) break;
            batch = Next(order, Math.Min(measured.Seconds < SlowSeconds ? 2 * batch : batch + 1, order.Recipe.Batch));
        }
    }

    /// <summary>The smallest batch from a size on that the system takes, at most that of the run.</summary>
    private static int Next(ProbeOrder order, int from)
    {
        while (from < order.Recipe.Batch && !IsAllowed(order.Recipe, order.Schema, from)) from++;
        return Math.Min(from, order.Recipe.Batch);
    }

    /// <summary>Whether a system takes batches of a size.</summary>
    /// <param name="recipe">Complete.</param>
    /// <param name="schema">The samples.</param>
    /// <param name="batch">The size.</param>
    public static bool IsAllowed(Recipe recipe, SampleSchema schema, int batch)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var variant = VariantCatalog.Find(recipe.Variant)!;
        var options = variant.FromJson(recipe.Options!);
        return batch >= SmallestBatch && !options.ValidateBatch(batch).Any() && !recipe.Techniques.Validate(variant.Id, options, schema, batch).Any();
    }

    private static MeasuredBatch At(ProbeOrder order, int batch)
    {
        Engine.KeepFreedMemory(false);
        Engine.TrimMemory();
        Memory.ForgetPeak();
        var variant = VariantCatalog.Find(order.Recipe.Variant)!;
        var largest = variant.FromJson(order.Recipe.Options!).AtTheEnd(order.Schema);
        var plan = new RecipeResolver().Add("probe", (order.Recipe with { Batch = batch, Accumulate = 1, Options = variant.ToJson(largest) }).ToJson()).Resolve(order.Schema);
        using var setup = new Setup(plan, new MadeUpSamples(order.Schema), begins: false);
        double Round() => setup.Trainer.SecondsOfRound(Math.Min(order.Recipe.Steps, RoundsLookedAt));
        var held = 0L;
        setup.Trainer.BeforeBackward = () => held = Math.Max(held, Memory.Taken);
        var seconds = Round();
        if (seconds < RepeatBelow) seconds = Math.Min(seconds, Round());      // the optimizer's averages are there only now
        var bytes = Memory.Peak;
        setup.Trainer.BeforeBackward = null;
        Engine.KeepFreedMemory(true);                                         // up to here pages went back and forth, which took most of the time of small networks
        var clock = Stopwatch.StartNew();
        for (var again = 0; seconds < RepeatBelow && again < MostRepeats && clock.Elapsed.TotalSeconds < RepeatSeconds; again++)
            seconds = Math.Min(seconds, Round());
        return new(batch, seconds, bytes, held);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ProbeText))]
[JsonSerializable(typeof(MeasuredBatch))]
internal sealed partial class ProbeJson : JsonSerializerContext;
