using System.Text.Json.Nodes;
using Adversa.Models.Variants;
using Adversa.Training.Checkpoints;
using Adversa.Training.Plans;

namespace Adversa.Training.Tests;

/// <summary>Every system of the catalog, stopped while whatever can move in it is on its way, goes on as if it had not been stopped.</summary>
public sealed class ExactResumeTests
{
    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["gan"] = new("digits", 16, 31),
        ["gan, packs of two, noise on its way to 0"] = new("ring", 13, 24,
            Set("""{ "techniques": { "pack": 2, "instanceNoise": 0.5, "instanceNoiseSteps": 9 } }"""), ("round", 0, 9)),
        ["gan, three batches an update, rates that rise and fall, no average"] = new("ring", 7, 20,
            Set("""{ "accumulate": 3, "schedule": { "kind": "cosine", "warmUp": 5, "steps": 9, "final": 0.1 }, "emaHalfLife": 0 }"""), ("optimizer.g.learning_rate", 0, 1e-3)),
        ["dcgan, ADA's p between its moves, packs of two"] = new("dcgan", 17, 32,
            Set("""{ "batch": 16, "techniques": { "ada": 0.01, "adaImages": 1000, "pack": 2 } }"""), ("model.ada_probability", 0, 0.9), ("model.ada_batches", 0, 4)),
        ["dcgan, R1 in every third round, augmented"] = new("dcgan", 13, 24,
            Set("""{ "options": { "norm": "none" }, "techniques": { "r1": 1, "r1Every": 3, "diffAugment": "all", "minibatchStddev": 4 } }""")),
        ["dcgan, spectral norm, within the discriminator's five updates"] = new("dcgan", 15, 26,
            Set("""{ "preset": "sngan28", "techniques": { "dragan": 1 } }"""), ("repeat", 0, 5)),
        ["lsgan"] = new("lsgan", 11, 22),
        ["wgan, within the critic's long turn"] = new("wgan", 14, 30, [], ("round", 0, 2), ("repeat", 0, 9)),
        ["wgan, within the critic's usual turn"] = new("wgan", 22, 30, [], ("round", 1, 9), ("repeat", 0, 3)),
        ["wgan-gp, within the critic's turn"] = new("wgan-gp", 9, 20, [], ("repeat", 0, 5)),
        ["began, k on its way"] = new("began", 17, 40, [], ("model.k", 0, 1), ("model.seen", 0, 20)),
        ["progan, in a fade"] = new("progan", 17, 70, [], ("g.images", 16, 56), ("d.images", 16, 56)),
        ["progan, in the fade after it"] = new("progan", 41, 70, [], ("g.images", 72, 112)),
        ["autoencoder, denoising"] = new("autoencoder", 11, 22),
        ["r3gan, everything on its way"] = new("r3gan", 13, 24),
        ["stylegan2-small, between its lazy turns"] = new("stylegan2", 13, 24, [], ("g.path_length", 0, 1e6)),
        ["few, between its penalties"] = new("few", 13, 24),
        ["vae"] = new("vae", 11, 22),
        ["cgan"] = new("cgan", 11, 22),
        ["acgan"] = new("acgan", 11, 22),
        ["cnn-classifier, with dropout"] = new("classifier", 11, 22),
        ["d-classifier"] = new("d-classifier", 11, 22) { From = "dcgan" },
        ["stargan, within the critic's turn"] = new("stargan", 9, 14, [], ("repeat", 0, 5)),
        ["attgan, within the critic's turn"] = new("attgan", 9, 14, [], ("repeat", 0, 5)),
        ["pix2pix, between its players, with dropout"] = new("pix2pix", 7, 16, [], ("update", 0, 2)),
        ["cyclegan, between its discriminators, the pools on their way"] = new("cyclegan", 14, 24, [], ("update", 1, 3), ("model.there.pool_count", 2, 4)),
        ["srgan, in its first stage, the rate fallen"] = new("srgan", 5, 20, [], ("model.rounds", 4, 6)),
        ["srgan, in its second stage, between generator and discriminator"] = new("srgan", 8, 20, [], ("model.rounds", 6, 8), ("update", 0, 2)),
        ["context-encoder, holes anywhere"] = new("context-encoder", 7, 16),
        ["gp-gan, within the critic's updates"] = new("gp-gan", 5, 14, [], ("repeat", 0, 2)),
        ["dr-gan, its discriminator rested"] = new("dr-gan", 8, 16, [], ("model.moved", 0, 2)),
        ["tp-gan, between its players"] = new("tp-gan", 7, 16, [], ("update", 0, 2)),
        ["gan-int-cls, the encoder on its way"] = new("gan-int-cls", 11, 40, [], ("model.matched", 0, 9)),
        ["ddpm, with dropout, clipped"] = new("ddpm", 5, 10),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_resume_in_the_middle_equals_the_run_without_a_stop(string name)
    {
        using var folder = new TemporaryFolder();
        var training = Cases[name];
        var recipe = training.Recipe(folder);

        var (straight, _) = Train(folder["straight"], recipe, training.Updates);
        var (_, state) = Train(folder["cut"], recipe, training.Cut);
        var (resumed, _) = Train(folder["cut"], recipe, training.Updates - training.Cut);

        Assert.Equal(straight, resumed);
        Assert.All(training.Midway, at => Assert.InRange(state[at.Name], Math.BitIncrement(at.Above), Math.BitDecrement(at.Below)));
    }

    [Fact]
    public void No_system_is_left_out() => Tiny.HoldsEverySystem(Cases.Values.Select(c => c.Kind), "ExactResumeTests.Cases");

    /// <summary>Goes on with the training in a folder by so many updates, and saves it.</summary>
    /// <returns>The hash of all that was saved; its numbers by name, those of one-number tensors too.</returns>
    private static (string Hash, Dictionary<string, double> State) Train(string folder, JsonObject recipe, int updates)
    {
        var store = new CheckpointStore(folder, "run");
        using var setup = Tiny.Setup(recipe);
        if (store.Newest().Good is { } saved) CheckpointStore.Load(saved, setup);
        for (var i = 0; i < updates; i++) setup.Trainer.Update(read: false);
        var path = Tiny.Save(store, setup);
        var numbers = JsonNode.Parse(File.ReadAllText(Path.Join(path, "state.json")))!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<double>());
        foreach (var (name, tensor) in setup.Trainer.ModelTensors().Where(pair => pair.Value.Elements == 1)) numbers[name] = tensor.Item();
        return (CheckpointStore.HashOf(store.Newest().Good!), numbers);
    }

    /// <summary>The members of a recipe, one object deep, as paths.</summary>
    private static (string Path, JsonNode Value)[] Set(string json) => [.. JsonNode.Parse(json)!.AsObject()
        .SelectMany(pair => pair.Key is "options" ? pair.Value!.AsObject().Select(below => ($"{pair.Key}.{below.Key}", below.Value!)) : [(pair.Key, pair.Value!)])];

    /// <summary>A training and where it is cut.</summary>
    /// <param name="Kind">One of <see cref="Tiny"/>.</param>
    /// <param name="Cut">Updates before the stop.</param>
    /// <param name="Updates">Updates in all.</param>
    /// <param name="Values">Values over the recipe.</param>
    /// <param name="Midway">Saved numbers that must lie strictly between two bounds at the cut: what is on its way there.</param>
    private sealed record Case(string Kind, int Cut, int Updates, (string Path, JsonNode Value)[]? Values = null, params (string Name, double Above, double Below)[] Midway)
    {
        /// <summary>The kind of the run that it is built on.</summary>
        public string? From { get; init; }

        public JsonObject Recipe(TemporaryFolder folder)
        {
            var recipe = Tiny.Recipe(Kind, 1000, Values ?? []);
            if (From is null) return recipe;
            Tiny.Train(folder["source"], Tiny.Recipe(From, 2));
            recipe["from"] = folder["source"];
            return recipe;
        }
    }
}
