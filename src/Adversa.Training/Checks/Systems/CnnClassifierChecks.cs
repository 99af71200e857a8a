using Adversa.Data;
using Adversa.Models;

namespace Adversa.Training.Checks.Systems;

/// <summary>The proof of the convolutional classifier.</summary>
public static class CnnClassifierChecks
{
    private const int HeldOut = 5000;

    /// <summary>Handwritten digits.</summary>
    public static SystemCheck Digits { get; } = new("cnn-classifier", "digits",
        new("The classifier names held-out digits almost without error.", "El clasificador nombra dígitos reservados casi sin error."),
        [
            new("trained", """{ "variant": "cnn-classifier", "preset": "lenet", "data": "digits", "steps": 1200 }""",
                run => [("accuracy", RealSamples.Accuracy(DataSets.Open("digits", new(Split: Split.Test)), HeldOut, ((Classifier)run.Trained.Model).Probabilities))],
                Bar.AtLeast("accuracy", 0.995)),
        ],
        new(new("classes drawn by lot", "clases al azar"), """{ "data": "random-labels:digits", "steps": 300 }""", "accuracy"));
}
