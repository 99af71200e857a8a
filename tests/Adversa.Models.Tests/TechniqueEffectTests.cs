using System.Text.Json.Nodes;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Tests;

/// <summary>No technique is taken in silence and left out: for every preset of every system it shows in the network or in the losses, or it is refused.</summary>
public sealed class TechniqueEffectTests
{
    private const int Batch = 8;

    private static readonly string[] All = ["""{"spectralNorm":"discriminator"}""", """{"r1":1,"r1Every":2}""", """{"dragan":10}""", """{"diffAugment":"all"}""", """{"ada":0.6,"adaImages":1000}""",
        """{"minibatchStddev":2}""", """{"pack":2}""", """{"instanceNoise":0.5}"""];

    public static TheoryData<string, string> Presets => TinyModels.All;

    [Fact]
    public void Every_technique_is_tried() =>
        Assert.Equal(Techniques.Names.Order(), All.SelectMany(json => TinyModels.Json(json).Select(pair => pair.Key)).Append("instanceNoiseSteps").Order());

    [Theory]
    [MemberData(nameof(Presets))]
    public void Each_technique_has_an_effect_or_is_refused_with_the_reason(string id, string preset)
    {
        using var scope = new TensorScope();
        var variant = VariantCatalog.Find(id)!;
        var options = TinyModels.Shrunk(variant, variant.Presets.Single(p => p.Name == preset));
        Tried(variant, options, All);
        if (variant.ToJson(options) is { } json && json["norm"]?.ToString() == "batch")      // refused under R1 and DRAGAN: both without it too
        {
            json["norm"] = "none";
            if (json.ContainsKey("residuals")) json["residuals"] = 0;                        // a bottleneck has batch norm
            Assert.Equal(2, Tried(variant, variant.FromJson(json), All[1..3]));
        }
    }

    /// <summary>How many of some techniques were taken.</summary>
    private static int Tried(Variant variant, IVariantOptions options, string[] techniques)
    {
        var schema = TinyModels.Fitting(variant, options);
        List<string>? plain = null;
        var taken = 0;
        foreach (var json in techniques)
        {
            var chosen = Techniques.FromJson(TinyModels.Json(json));
            var problems = chosen.Validate(variant.Id, options, schema, Batch).ToList();
            Assert.All(problems, problem => Assert.True(problem.Path.StartsWith("techniques", StringComparison.Ordinal) && problem.Text.English.Length > 30 && problem.Text.Spanish.Length > 30, problem.Text.English));
            if (problems.Count > 0) continue;
            Assert.True(options is IGameOptions, $"{variant.Id} takes {json}, but is no game");
            plain ??= Traces(variant, options, schema, new());
            Assert.True(!plain.SequenceEqual(Traces(variant, options, schema, chosen)), $"{variant.Id} {options} takes {json} and does not change");
            taken++;
        }

        return taken;
    }

    /// <summary>The discriminator's plan, the turns, and the terms of its first update, in which data and weights are the same with and without a technique. Signals do not count:
    /// a probability that is told and not used would be no effect.</summary>
    private static List<string> Traces(Variant variant, IVariantOptions options, SampleSchema schema, Techniques techniques)
    {
        using var model = variant.Build(options, new(schema, new Generator(1), new Generator(2)) { Techniques = techniques });
        using var loop = new TinyLoop(model) { BatchSize = Batch * techniques.Pack };
        var d = model.Players.Single(player => player.Name == "d").Network;
        var traces = d.NamedParameters().Select(pair => $"{pair.Name} {string.Join("x", pair.Tensor.Shape)}").ToList();
        traces.AddRange(model.Turns.Select(t => $"{t.Player.Name} every {t.Every}"));
        model.VisitState(new CertainAda());
        traces.AddRange(loop.Update(model.Turns.First(turn => turn.Player.Name == "d")).Where(pair => pair.Key is not ("ada_p" or "d_real" or "d_fake" or "class_accuracy")).Select(pair => $"{pair.Key} {pair.Value:R}"));
        return traces;
    }

    /// <summary>Puts ADA's probability at 1, where it comes to once real scores lie above the middle for long.</summary>
    private sealed class CertainAda : ITensorStateVisitor
    {
        public void Visit(string name, ref double value)
        {
            if (name == "ada_probability") value = 1;
        }

        public void Visit(string name, ref long value) { }

        public void Visit(string name, ref byte[] value) { }

        public void Visit(string name, Tensor tensor) { }
    }
}
