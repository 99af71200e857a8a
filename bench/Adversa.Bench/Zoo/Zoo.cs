using Adversa.Torch;
using Adversa.Training.Diagnostics;
using Adversa.Training.Runs;

namespace Adversa.Bench.Zoo;

/// <summary>The failure zoo.</summary>
internal static class FailureZoo
{
    private const string Points = """{ "variant": "gan", "preset": "points", "data": "ring", "steps": 1500 }""";
    private const string Penalised = """{ "variant": "wgan-gp", "preset": "points", "data": "ring", "steps": 1000, "options": { "width": 64, "learningRate": 5e-4 } }""";
    private const string Pictures = """{ "variant": "dcgan", "preset": "dcgan28", "data": "digits", "steps": 1000, "batch": 32, "options": { "width": 8, "latent": 32 }, "doctor": { "every": 100 } }""";
    private const string Dense = """{ "variant": "gan", "preset": "seed", "data": "first:20000:digits", "batch": 64, "steps": 1500 }""";

    internal static IReadOnlyList<ZooCase> Cases { get; } =
    [
        new("rate", [DiagnosisKind.Explosion], Points, """{ "options": { "learningRate": 1 } }"""),
        new("strong-d", [DiagnosisKind.DiscriminatorTooStrong], Points, """{ "options": { "loss": "minimax" } }""") { Onset = 550, Blow = Push },
        new("greedy-g", [DiagnosisKind.ModeCollapse], Points, """{ "options": { "learningRate": 0.02, "discriminatorLearningRate": 0.0005 } }"""),
        new("deaf-g", [DiagnosisKind.ModeCollapse], Points) { Onset = 700, Sabotage = workshop => Deafen(workshop, "net.0.weight") },
        new("weak-d", [DiagnosisKind.DiscriminatorTooWeak], Points, """{ "options": { "discriminatorLearningRate": 1e-8 } }"""),
        new("circles", [DiagnosisKind.Oscillation],
            """{ "variant": "gan", "preset": "points", "data": "gaussians", "steps": 1500 }""",
            """{ "options": { "beta1": 0.9, "learningRate": 0.01 } }"""),
        new("no-penalty", [DiagnosisKind.LipschitzViolation, DiagnosisKind.Explosion], Penalised, """{ "options": { "penaltyWeight": 0 } }"""),
        new("few", [DiagnosisKind.DiscriminatorOverfits, DiagnosisKind.TooLittleData, DiagnosisKind.Memorisation], Dense, """{ "data": "first:100:digits" }""") { CanBeRescued = false },
        new("checkerboard-28", [DiagnosisKind.Checkerboard], Pictures) { Onset = 500, Sabotage = OddKernel },
        new("deaf-g-28", [DiagnosisKind.ModeCollapse], Pictures) { Onset = 400, Sabotage = workshop => Deafen(workshop, "net.0.weight") },
        new("strong-d-28", [DiagnosisKind.DiscriminatorTooStrong], Pictures, """{ "options": { "loss": "minimax", "discriminatorLearningRate": 0.01 } }"""),
    ];

    /// <summary>The generator no longer hears its noise.</summary>
    private static void Deafen(Workshop workshop, string weight)
    {
        using var _ = Autograd.NoGrad();
        var first = Parameter(workshop, name => name == weight);
        first.CopyInPlace(Ops.ZerosLike(first));
    }

    /// <summary>The samples are pushed far from the data.</summary>
    private static void Push(Workshop workshop)
    {
        using var _ = Autograd.NoGrad();
        var bias = workshop.Model.Players.Single(player => player.Name == "g").Network.NamedParameters().Last(pair => pair.Tensor.Dims == 1).Tensor;
        bias.CopyInPlace(bias.Clone() + 4);
    }

    /// <summary>The last kernel, 4x4 with a stride of 2, loses a row and a column: 3x3, which overlaps unevenly.</summary>
    private static void OddKernel(Workshop workshop)
    {
        using var _ = Autograd.NoGrad();
        var last = workshop.Model.Players.Single(player => player.Name == "g").Network.NamedParameters().Last(pair => pair.Tensor.Dims == 4).Tensor;
        foreach (var dim in new[] { 2, 3 })
        {
            var edge = last.Narrow(dim, 3, 1);
            edge.CopyInPlace(Ops.ZerosLike(edge));
        }
    }

    private static Tensor Parameter(Workshop workshop, Func<string, bool> isIt) =>
        workshop.Model.Players.Single(player => player.Name == "g").Network.NamedParameters().Single(pair => isIt(pair.Name)).Tensor;
}
