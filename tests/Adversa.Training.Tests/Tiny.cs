using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Loop;
using Adversa.Training.Plans;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests;

/// <summary>Trainings of every family, as small as they come.</summary>
internal static class Tiny
{
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["ring"] = """{ "variant": "gan", "preset": "points", "data": "ring", "batch": 16, "options": { "hidden": 8 } }""",
        ["digits"] = """{ "variant": "gan", "preset": "seed", "data": "digits", "size": 24, "batch": 16, "options": { "hidden": 8 } }""",
        ["dcgan"] = """{ "variant": "dcgan", "preset": "dcgan28", "data": "digits", "size": 24, "batch": 8, "options": { "width": 4, "latent": 16 } }""",
        ["lsgan"] = """{ "variant": "lsgan", "data": "digits", "size": 24, "batch": 8, "options": { "width": 4, "latent": 16 } }""",
        ["wgan"] = """{ "variant": "wgan", "data": "digits", "size": 24, "batch": 8, "options": { "width": 4, "latent": 16, "criticSteps": 3, "firstRounds": 2, "longTurn": 9, "learningRate": 0.001 } }""",
        ["wgan-gp"] = """{ "variant": "wgan-gp", "data": "digits", "size": 24, "batch": 8, "options": { "width": 4, "latent": 16, "norm": "layer" } }""",
        ["progan"] = """{ "variant": "progan", "data": "digits", "size": 24, "batch": 4, "options": { "width": 2, "mostChannels": 4, "latent": 4, "stableImages": 16, "fadeImages": 40, "rampImages": 20, "laterRate": 0.5 } }""",
        ["began"] = """{ "variant": "began", "data": "digits", "size": 24, "batch": 8, "options": { "width": 2, "latent": 4, "gain": 0.1, "gamma": 1, "patience": 4 } }""",
        ["autoencoder"] = """{ "variant": "autoencoder", "preset": "denoising", "data": "digits", "size": 24, "batch": 8, "options": { "width": 4, "code": 8 } }""",
        ["d-classifier"] = """{ "variant": "d-classifier", "data": "digits", "size": 24, "batch": 16, "options": {} }""",
        ["cgan"] = """{ "variant": "cgan", "preset": "cgan28", "data": "digits", "size": 24, "batch": 8, "options": { "width": 4, "latent": 16, "labelSize": 4 } }""",
        ["acgan"] = """{ "variant": "acgan", "preset": "acgan28", "data": "digits", "size": 24, "batch": 8, "options": { "width": 4, "latent": 16, "labelSize": 4 } }""",
        ["r3gan"] = """{ "variant": "r3gan", "data": "digits", "size": 24, "batch": 4, "techniques": { "diffAugment": "all" }, "options": { "width": 4, "latent": 4, "cardinality": 2, "annealImages": 60 } }""",
        ["few"] = """{ "variant": "few", "data": "digits", "size": 24, "batch": 4, "options": { "width": 1, "latent": 4, "gammaEvery": 3 } }""",
        ["stylegan2"] = """{ "variant": "stylegan2-small", "data": "digits", "size": 24, "batch": 4, "options": { "width": 4, "mostChannels": 4, "latent": 4, "r1Every": 3, "pathWeight": 2, "pathEvery": 2, "mixing": 0.9 } }""",
        ["vae"] = """{ "variant": "vae", "preset": "small28", "data": "digits", "size": 24, "batch": 8, "options": { "width": 4, "latent": 4, "hidden": 16 } }""",
        ["classifier"] = """{ "variant": "cnn-classifier", "data": "digits", "size": 24, "batch": 16, "options": { "width": 4, "hidden": 16, "dropout": 0.25 } }""",
        ["pix2pix"] = """{ "variant": "pix2pix", "data": "day-night", "size": 32, "batch": 2, "options": { "width": 2, "levels": 2, "patch": 1 } }""",
        ["cyclegan"] = """{ "variant": "cyclegan", "data": "day-night", "size": 32, "batch": 2, "options": { "width": 2, "blocks": 1, "patch": 1, "pool": 3 } }""",
        ["srgan"] = """{ "variant": "srgan", "data": "avatars", "size": 32, "batch": 4, "options": { "width": 2, "blocks": 1, "criticWidth": 1, "hidden": 4, "pixelSteps": 6, "fallSteps": 4 } }""",
        ["context-encoder"] = """{ "variant": "context-encoder", "data": "avatars", "size": 32, "batch": 4, "options": { "hole": "block", "width": 2, "code": 4 } }""",
        ["gp-gan"] = """{ "variant": "gp-gan", "data": "avatars", "size": 32, "batch": 4, "options": { "side": 16, "width": 2, "code": 4, "criticSteps": 2 } }""",
        ["dr-gan"] = """{ "variant": "dr-gan", "preset": "people32", "data": "avatar-people", "size": 32, "batch": 2, "options": { "width": 1, "levels": 2, "latent": 4, "accuracy": 0, "generatorMoves": 2 } }""",
        ["tp-gan"] = """{ "variant": "tp-gan", "preset": "views32", "data": "avatar-views", "size": 32, "batch": 2, "options": { "width": 2, "code": 4, "latent": 4 } }""",
        ["gan-int-cls"] = """{ "variant": "gan-int-cls", "preset": "captions32", "data": "captions", "size": 32, "batch": 4, "options": { "width": 4, "discriminatorWidth": 4, "latent": 4, "wordSize": 4, "codeSize": 6, "described": 4, "encoderSteps": 9 } }""",
        ["ddpm"] = """{ "variant": "ddpm", "preset": "unet28", "data": "digits", "size": 24, "batch": 4, "options": { "width": 4, "blocks": 1, "dropout": 0.1, "timesteps": 25, "previewSteps": 3 } }""",
        ["stargan"] = """{ "variant": "stargan", "data": "avatars", "size": 32, "batch": 4, "options": { "width": 2, "blocks": 1, "levels": 2 } }""",
        ["attgan"] = """{ "variant": "attgan", "data": "avatars", "size": 32, "batch": 4, "options": { "width": 2, "hidden": 8, "levels": 2 } }""",
    };

    /// <summary>What can be trained without another run, for theories.</summary>
    public static TheoryData<string> Names => [.. Kinds.Keys.Where(kind => kind != "d-classifier")];

    /// <summary>A list of trainings has one of every system.</summary>
    /// <param name="kinds">Their kinds.</param>
    /// <param name="where">The list, for who adds a system.</param>
    /// <param name="except">Systems that it need not have.</param>
    public static void HoldsEverySystem(IEnumerable<string> kinds, string where, params string[] except)
    {
        var held = kinds.Select(kind => JsonNode.Parse(Kinds[kind])!["variant"]!.ToString()).ToHashSet();
        var lacks = VariantCatalog.BuiltIn.Select(variant => variant.Id).Where(id => !held.Contains(id) && !except.Contains(id)).ToList();
        Assert.True(lacks.Count == 0, $"Add to {where}, and first to Tiny.Kinds: {string.Join(", ", lacks)}");
    }

    /// <summary>The tensors that are held now; what earlier tests left to the collector is gone first.</summary>
    internal static long LiveTensors()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.LiveCount;
    }

    /// <summary>A recipe with values over it; nothing is saved or drawn on the way unless they say so.</summary>
    public static JsonObject Recipe(string kind, long steps = 20, params (string Path, JsonNode Value)[] values)
    {
        var json = JsonNode.Parse(Kinds[kind])!.AsObject();
        (json["steps"], json["seed"], json["logEvery"]) = (steps, 5, 1);
        (json["checkpointEvery"], json["sampleEvery"]) = (1_000_000, 1_000_000);
        foreach (var (path, value) in values)
        {
            var names = path.Split('.');
            (names.Length == 1 ? json : json[names[0]]!)[names[^1]] = value.DeepClone();
        }

        return json;
    }

    public static Plan Resolve(JsonObject recipe) => new RecipeResolver().Add("test", recipe).Resolve(Source(recipe).Schema);

    public static Setup Setup(JsonObject recipe) => new(Resolve(recipe), Source(recipe));

    public static TrainingRun Start(string path, JsonObject recipe) => TrainingRun.Start(Resolve(recipe), Source(recipe), path, "adversa train test");

    /// <summary>Trains a new run to its end, or until somebody who watches asks to stop.</summary>
    public static ExitCode Train(string path, JsonObject recipe, StopRequest? stop = null, params ITrainObserver[] watchers)
    {
        using var run = Start(path, recipe);
        foreach (var watcher in watchers) run.Watch(watcher);
        return run.Go(stop ?? new());
    }

    /// <summary>Goes on with a run.</summary>
    public static ExitCode Resume(string path, StopRequest? stop = null, params ITrainObserver[] watchers)
    {
        using var run = TrainingRun.Resume(new(path), steps: null, minutes: null, static (_, _) => { });
        foreach (var watcher in watchers) run.Watch(watcher);
        return run.Go(stop ?? new());
    }

    /// <summary>Trains a new run and stops it at a step.</summary>
    public static void TrainAndStop(string path, JsonObject recipe, long at)
    {
        var stop = new StopRequest();
        Assert.Equal(ExitCode.Terminated, Train(path, recipe, stop, StopAt(at, stop)));
    }

    public static Recorder StopAt(long step, StopRequest stop) => new(e =>
    {
        if (e is StepCompleted && e.Step == step) stop.Ask(ExitCode.Terminated);
    });

    /// <summary>The hash of a run's complete state at its newest good checkpoint.</summary>
    public static string Hash(string path) => CheckpointStore.HashOf(new RunFolder(path).Checkpoints.Newest().Good ?? throw new InvalidOperationException($"{path} has no good checkpoint"));

    /// <summary>The hash of a training as it stands, saved to nowhere that lasts.</summary>
    public static string Hash(Setup setup)
    {
        using var folder = new TemporaryFolder();
        var store = new CheckpointStore(folder.Root, "hash");
        Save(store, setup);
        return CheckpointStore.HashOf(store.Newest().Good!);
    }

    public static string Save(CheckpointStore store, Setup setup)
    {
        var trainer = setup.Trainer;
        return store.Save(setup, new(CheckpointManifest.CurrentFormat, "", trainer.Round, trainer.UpdateInRound, trainer.Images, 0,
            trainer.Average?.HalfLifeImages ?? 0, setup.Plan.Recipe.Hash(), setup.Source.Fingerprint, setup.Source.Schema, [], ""));
    }

    private static ISampleSource Source(JsonObject recipe) => new RecipeResolver().Add("test", recipe).Preview().OpenData().Train;
}
