using Adversa.Models;
using Adversa.Torch;
using Adversa.Training.Plans;

namespace Adversa.Training.Tests.Plans;

/// <summary>Networks by whose features pictures are compared: a classifier's run, or VGG-19's file.</summary>
public sealed class FeatureNetworksTests
{
    [Fact]
    public void A_classifiers_run_is_what_its_last_layer_sees_and_a_training_goes_on_with_it()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["judge"], Tiny.Recipe("classifier", 2, ("size", 32)));
        using var judge = new TrainedModel(new(folder["judge"]), static (_, _) => { });
        using var noise = new Generator(1);
        using var scope = new TensorScope();
        var (a, b) = (Tensor.Rand([2, 1, 32, 32], noise), Tensor.Rand([2, 1, 32, 32], noise));
        var network = (IFeatures)judge.Model.Players[0].Network;
        judge.Model.Players[0].Network.Eval();

        using (var features = FeatureNetworks.Open(folder["judge"], judge.Model.Schema))
        {
            Assert.Equal((network.Features(a) - network.Features(b)).Square().Mean().Item(), features.Distance(a, b).Item(), 1e-7);
            Assert.Matches("^cnn-classifier .+ 2$", features.Name);
        }

        var recipe = Tiny.Recipe("srgan", 4, ("data", "digits"), ("options.features", folder["judge"]), ("options.pixelSteps", 0));
        Assert.Equal(ExitCode.Done, Tiny.Train(folder["run"], recipe));
        using (var trained = new TrainedModel(new(folder["run"]), static (_, _) => { })) Assert.Equal(4, trained.Manifest.Step);
        Directory.Move(folder["judge"], folder["elsewhere"]);
        using (var trained = new TrainedModel(new(folder["run"]), static (_, _) => { })) Assert.Equal(4, trained.Manifest.Step);      // who enlarges needs it not
        Refused("a run that is resumed needs it too", () => Tiny.Setup(recipe));
    }

    [Fact]
    public void What_is_no_such_network_is_refused()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["gan"], Tiny.Recipe("dcgan", 2));
        Tiny.Train(folder["judge"], Tiny.Recipe("classifier", 2));
        var digits = new SampleSchema(FieldKind.Image, 1, 32, 32);

        Refused("is a run of dcgan", () => FeatureNetworks.Open(folder["gan"], digits));
        Refused("knows pictures of 24x24x1; the data has 32x32x1", () => FeatureNetworks.Open(folder["judge"], digits));
        Refused("where nothing is", () => FeatureNetworks.Open(folder["nothing.pth"], digits));
        File.WriteAllText(folder["text.pth"], "no weights");
        Assert.Equal(6030, Assert.Throws<AdversaException>(() => FeatureNetworks.Open(folder["text.pth"], digits)).Code);
        Refused("16 pixels a side or more", () => FeatureNetworks.Open(folder["text.pth"], digits with { Height = 8, Width = 8 }));
    }

    private static void Refused(string words, Func<IDisposable> open)
    {
        var error = Assert.Throws<AdversaException>(() => open().Dispose());
        Assert.Equal(2024, error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
