using Adversa.Data;
using Adversa.Models;
using Adversa.Torch;

namespace Adversa.Training.Checks.Systems;

/// <summary>The proof of the convolutional classifier.</summary>
public static class CnnClassifierChecks
{
    private const int HeldOut = 5000, Chunk = 250;

    /// <summary>Handwritten digits.</summary>
    public static SystemCheck Digits { get; } = new("cnn-classifier", "digits",
        new("The classifier names held-out digits almost without error.", "El clasificador nombra dígitos reservados casi sin error."),
        [
            new("trained", """{ "variant": "cnn-classifier", "preset": "lenet", "data": "digits", "steps": 1200 }""",
                run => [("accuracy", Accuracy((Classifier)run.Trained.Model, DataSpec.Open("digits", new(Split: Split.Test))))],
                Bar.AtLeast("accuracy", 0.995)),
        ],
        new(new("classes drawn by lot", "clases al azar"), """{ "data": "random-labels:digits", "steps": 300 }""", "accuracy"));

    private static double Accuracy(Classifier classifier, ISampleSource test)
    {
        var (values, right) = (test.Schema.Values, 0);
        for (var start = 0; start < HeldOut; start += Chunk)
        {
            using var scope = new TensorScope();
            var (images, labels) = (new float[Chunk * values], new int[Chunk]);
            for (var i = 0; i < Chunk; i++) test.Read(start + i, images.AsSpan(i * values, values), out labels[i]);
            var named = Ops.Argmax(classifier.Probabilities(Tensor.From<float>(images, test.Schema.BatchShape(Chunk))), 1).ToArray<long>();
            right += named.Zip(labels).Count(pair => pair.First == pair.Second);
        }

        return right / (double)HeldOut;
    }
}
