using Adversa.Data;
using Adversa.Models;

namespace Adversa.Training.Checks.Systems;

/// <summary>The proof of the convolutional classifier.</summary>
public static class CnnClassifierChecks
{
    private const int HeldOut = 5000;

    /// <summary>Handwritten digits.</summary>
    public static SystemCheck Digits { get; } = new("cnn-classifier", "digits", Words.ClassifierNamesHeldOutDigitsAlmost,
        [
            new("trained", """{ "variant": "cnn-classifier", "preset": "lenet", "data": "digits", "steps": 1200 }""",
                run => [("accuracy", RealSamples.Accuracy(DataSets.Open("digits", new(Split: Split.Test)), HeldOut, ((Classifier)run.Trained.Model).Probabilities))],
                Bar.AtLeast("accuracy", 0.995)),
        ],
        new(Words.ClassesDrawnByLot, """{ "data": "random-labels:digits", "steps": 300 }""", "accuracy"));
}
