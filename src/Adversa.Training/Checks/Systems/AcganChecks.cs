using Adversa.Data;
using Adversa.Models.Games;

namespace Adversa.Training.Checks.Systems;

/// <summary>What <c>acgan</c> must do.</summary>
public static class AcganChecks
{
    private const int OfEach = 100, HeldOut = 2000;

    /// <summary>Ten digits on demand, and a discriminator that names them.</summary>
    public static SystemCheck Digits { get; } = new("acgan", "digits", Words.ACGANDrawsDigitIsAsked,
        [
            new("trained", """{ "variant": "acgan", "data": "digits", "batch": 32, "steps": 3000, "emaHalfLife": 2250, "options": { "width": 32, "learningRate": 0.0004 } }""",
                run => [.. run.JudgedAsAsked(OfEach), ("head", Head(run))],
                Bar.AtLeast("agreement", 0.97), Bar.AtLeast("diversity", 0.5), Bar.AtLeast("head", 0.97)),
        ],
        new(Words.ClassesWithoutWeight, """{ "steps": 1000, "options": { "classWeight": 0 } }""", "agreement", "head"));

    /// <summary>The share of held-out reals that the discriminator's class head names right.</summary>
    private static double Head(CheckRun run)
    {
        var game = (Game)run.Trained.Model;
        return RealSamples.Accuracy(run.Data(Split.Test), HeldOut, x => game.Probabilities(x)!);
    }
}
