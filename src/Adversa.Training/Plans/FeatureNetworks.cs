using System.Security.Cryptography;
using Adversa.Formats.Weights;
using Adversa.Models;
using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Evaluations;
using Adversa.Training.Folders;
using Adversa.Training.Loop;

namespace Adversa.Training.Plans;

/// <summary>Opens networks whose features pictures are compared by: a classifier's run, or the file of VGG-19.</summary>
internal static class FeatureNetworks
{
    /// <summary>Opens one.</summary>
    /// <param name="path">A run's folder, or a <c>.pth</c> file.</param>
    /// <param name="schema">The pictures that it will see.</param>
    /// <exception cref="AdversaException">ADV2024: nothing is there, the run is no classifier, or it knows pictures of another size; ADV6030, ADV3041, ADV6010: the file does not hold VGG-19.</exception>
    internal static FeatureNetwork Open(string path, SampleSchema schema)
    {
        if (Directory.Exists(path)) return OfRun(path, schema);
        if (!File.Exists(path)) throw Unfit(Words.FeaturesAreNotThere(path));
        if (Math.Min(schema.Height, schema.Width) < Vgg19.LeastSide) throw Unfit(Words.FeaturesNeedLargerPictures(path, Vgg19.LeastSide, schema));
        var weights = TorchWeights.Read(path, Vgg19.Check);
        using var init = new Generator(0);
        var network = new Vgg19(init);
        using (var scope = new TensorScope())
            network.Load(InceptionSpace.Tensors(weights));
        using var file = File.OpenRead(path);
        return new($"vgg19-{Convert.ToHexStringLower(SHA256.HashData(file))[..8]}", network, network, network.Forward);
    }

    private static FeatureNetwork OfRun(string path, SampleSchema schema)
    {
        var run = SourceRuns.Of(new RunFolder(path), static (_, _) => { });
        using var init = new Generator(0);
        using var noise = new Generator(0);
        var model = run.Build(init, noise);
        try
        {
            if (model is not Classifier || model.Players[0].Network is not IFeatures features) throw Unfit(Words.FeaturesComeOfClassifier(path, run.Variant));
            var known = model.Schema;
            if ((known.Channels, known.Height, known.Width) != (schema.Channels, schema.Height, schema.Width)) throw Unfit(Words.FeaturesKnowOtherSizes(path, known, schema));
            CheckpointStore.LoadModel(run.Find(path), Trainer.TensorsOf(model, average: null));
            return new($"{run.Variant} {run.Run} {run.Step}", model, model.Players[0].Network, features.Features);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    private static AdversaException Unfit(Text why) => new(2024, ExitCode.Usage, why);
}
