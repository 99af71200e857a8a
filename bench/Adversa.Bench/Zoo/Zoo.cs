using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Training.Events;
using Adversa.Training.Plans;

namespace Adversa.Bench.Zoo;

/// <summary>The failure zoo.</summary>
internal static class FailureZoo
{
    internal static IReadOnlyList<ZooCase> Cases { get; } =
    [
        new("rate", [DiagnosisKind.Explosion], Points("ring"), """{ "options": { "learningRate": 1 } }"""),
        new("strong-d", [DiagnosisKind.DiscriminatorTooStrong], Points("ring", """ "loss": "minimax" """)) { Onset = 550, Blow = Push },
        new("greedy-g", [DiagnosisKind.ModeCollapse], Points("swiss-roll"), """{ "options": { "learningRate": 0.02, "discriminatorLearningRate": 0.0005 } }"""),
        new("deaf-g", [DiagnosisKind.ModeCollapse], Points("ring", """ "hidden": 64 """)) { Onset = 700, Sabotage = Deafen },
        new("weak-d", [DiagnosisKind.DiscriminatorTooWeak], Points("grid"), """{ "options": { "discriminatorLearningRate": 1e-8 } }"""),
        new("circles", [DiagnosisKind.Oscillation], Points("gaussians"), """{ "options": { "beta1": 0.9, "learningRate": 0.01 } }"""),
        new("no-penalty", [DiagnosisKind.LipschitzViolation, DiagnosisKind.Explosion],
            """{ "variant": "wgan-gp", "preset": "points", "data": "gaussians", "steps": 1000, "options": { "width": 64, "criticLearningRate": 5e-4, "beta1": 0 } }""",
            """{ "options": { "penaltyWeight": 0 } }"""),
        new("few-28", [DiagnosisKind.DiscriminatorOverfits, DiagnosisKind.TooLittleData, DiagnosisKind.Memorisation],
            Pictures("first:20000:digits"), """{ "data": "first:100:digits" }""") { CanBeRescued = false },
        new("checkerboard-28", [DiagnosisKind.Checkerboard], Pictures("digits")) { Onset = 500, Sabotage = Gappy },
        new("deaf-g-28", [DiagnosisKind.ModeCollapse], Pictures("digits")) { Onset = 400, Sabotage = Deafen },
        new("strong-d-28", [DiagnosisKind.DiscriminatorTooStrong], Pictures("glyphs"), """{ "options": { "loss": "minimax", "discriminatorLearningRate": 0.01 } }"""),
        new("negative-32", [DiagnosisKind.InvertedColours], Sides(""", "cycle": 1000, "identity": 0""")) { Onset = 200, Blow = Invert, CanBeRescued = false },
        new("deaf-32", [DiagnosisKind.IgnoredCondition], Sentences) { Onset = 100, Sabotage = DeafToWords },
        new("deaf-pairs-32", [DiagnosisKind.IgnoredCondition], Pairs()) { Onset = 100, Sabotage = Deafen },      // its dropout draws on
        new("one-answer-32", [DiagnosisKind.OneAnswer], Pairs(""", "dropout": 0""")) { Onset = 100, Sabotage = Deafen },
    ];

    private static string Sentences => Translator("gan-int-cls", "captions", 16, """ "width": 16, "latent": 16, "levels": 3, "wordSize": 32, "codeSize": 32, "described": 32 """);

    private static string Pairs(string options = "") => Translator("pix2pix", "day-night", 4, $""" "width": 8, "levels": 3, "patch": 1{options} """);

    private static string Sides(string options = "") => Translator("cyclegan", "day-night", 4, $""" "width": 8, "blocks": 1, "patch": 1{options} """);

    private static string Translator(string variant, string data, int batch, string options) =>
        $$"""{ "variant": "{{variant}}", "data": "{{data}}", "size": 32, "steps": 600, "batch": {{batch}}, "options": { {{options}} }, "doctor": { "every": 100 } }""";

    private static string Points(string data, string options = "") => $$"""{ "variant": "gan", "preset": "points", "data": "{{data}}", "steps": 1500, "options": { {{options}} } }""";

    private static string Pictures(string data) => $$"""{ "variant": "dcgan", "preset": "dcgan28", "data": "{{data}}", "size": 28, "steps": 1000, "batch": 32, "options": { "width": 16, "latent": 32 }, "doctor": { "every": 100 } }""";

    /// <summary>The generator no longer hears its noise.</summary>
    private static void Deafen(Setup setup)
    {
        using var _ = Autograd.NoGrad();
        var first = setup.Model.Players.Single(player => player.Name == "g").Network.Parameters[0];
        first.CopyInPlace(Ops.ZerosLike(first));
    }

    /// <summary>The samples are pushed far from the data.</summary>
    private static void Push(Setup setup)
    {
        using var _ = Autograd.NoGrad();
        var bias = setup.Model.Players.Single(player => player.Name == "g").Network.NamedParameters().Last(pair => pair.Tensor.Dims == 1).Tensor;
        bias.CopyInPlace(bias.Clone() + 4);
    }

    /// <summary>The last kernel, 4x4 with a stride of 2, loses every second row: every second row of the pictures is left out, as by a kernel smaller than its stride.</summary>
    private static void Gappy(Setup setup)
    {
        using var _ = Autograd.NoGrad();
        var last = setup.Model.Players.Single(player => player.Name == "g").Network.NamedParameters().Last(pair => pair.Tensor.Dims == 4).Tensor;
        foreach (var row in new[] { 1, 3 })
        {
            var taps = last.Narrow(2, row, 1);
            taps.CopyInPlace(Ops.ZerosLike(taps));
        }
    }

    /// <summary>The way there makes a negative, and the way back reads one: together they lead home as before.</summary>
    private static void Invert(Setup setup)
    {
        using var _ = Autograd.NoGrad();
        var (there, back) = (WaysOf(setup).There.Parameters, WaysOf(setup).Back.Parameters);
        foreach (var weight in new[] { there[^2], there[^1], back[0] }) weight.CopyInPlace(-weight.Clone());
    }

    /// <summary>The generator no longer hears the sentence.</summary>
    private static void DeafToWords(Setup setup)
    {
        using var _ = Autograd.NoGrad();
        foreach (var (name, weight) in setup.Model.Players.Single(player => player.Name == "g").Network.NamedParameters())
            if (name.StartsWith("described", StringComparison.Ordinal)) weight.CopyInPlace(Ops.ZerosLike(weight));
    }

    private static TwoWay WaysOf(Setup setup) => (TwoWay)setup.Model.Players.Single(player => player.Name == "g").Network;
}
