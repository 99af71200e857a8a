using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Models;
using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Judges;
using Adversa.Training.Loop;
using Adversa.Training.Plans;

namespace Adversa.Training.Checks.Systems;

/// <summary>The proof of the classifier that is built on a discriminator: few labels go further on one that was trained.</summary>
public static class DClassifierChecks
{
    private const int Draws = 5, OfEach = 10, Batch = 50, Steps = 500, HeldOut = 2000;

    /// <summary>Handwritten digits, ten labels of each. Without training, 300 steps at no rate give the discriminator's batch norm its statistics.</summary>
    public static SystemCheck Digits { get; } = new("d-classifier", "digits", Words.FromTenLabelsOfEachDigit,
        [
            new("source", """{ "variant": "dcgan", "preset": "dcgan28", "data": "digits", "batch": 32, "steps": 2000, "options": { "width": 32, "learningRate": 0.0008 } }""",
                Probed, Bar.AtLeast("accuracy", 0.92)),
        ],
        new(Words.DiscriminatorUntrained, """{ "steps": 300, "options": { "learningRate": 1e-9 } }""", "accuracy"));

    /// <summary>The mean accuracy of probes that each learned from other labels, the least of them, and the mean of a linear layer on the pixels.</summary>
    private static IReadOnlyList<(string Name, double Value)> Probed(CheckRun run)
    {
        var (train, test) = (run.Data(Split.Train), run.Data(Split.Test));
        var draws = Enumerable.Range(0, Draws).Select(draw => new FewLabels(train, OfEach, skip: draw * OfEach)).ToList();
        var probes = draws.Select(few => OnDiscriminator(run, few, test)).ToList();
        return [("accuracy", probes.Average()), ("least", probes.Min()), ("pixels", draws.Average(few => OnPixels(run.Seed, few, test)))];
    }

    private static double OnDiscriminator(CheckRun run, FewLabels few, ISampleSource test)
    {
        var values = new JsonObject { ["variant"] = "d-classifier", ["from"] = run.Folder.Path, ["batch"] = Batch, ["steps"] = Steps, ["seed"] = run.Seed };
        using var setup = new Setup(new RecipeResolver().Add("check", values).Resolve(few.Schema), few);
        return Learn(setup.Trainer, test);
    }

    private static double OnPixels(long seed, FewLabels few, ISampleSource test)
    {
        using var random = new Generator(seed);
        using var stream = new BatchStream(few, Batch, seed);
        using var model = new Classifier(few.Schema, new Mlp([new Linear(few.Schema.Values, few.Schema.Classes, random)]), new(OptimizerKind.Adam, 1e-3, 0.9, 0.999));
        using var trainer = new Trainer(model, stream, random);
        return Learn(trainer, test);
    }

    private static double Learn(Trainer trainer, ISampleSource test)
    {
        while (trainer.Round < Steps) trainer.Update(read: false);
        return ClassifierExam.Take((Classifier)trainer.Model, test, strange: null, HeldOut).Values[0].Value;
    }
}
