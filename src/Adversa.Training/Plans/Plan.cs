using Adversa.Data;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Training.Recipes;

namespace Adversa.Training.Plans;

/// <summary>A recipe resolved: every value is known and allowed, the system and its options are typed.</summary>
/// <param name="Recipe">The values.</param>
/// <param name="Variant">The system.</param>
/// <param name="Options">Its options.</param>
/// <param name="Preset">The preset that it started from.</param>
/// <param name="Origins">Where each value came from, by path.</param>
public sealed record Plan(Recipe Recipe, Variant Variant, IVariantOptions Options, Preset Preset, IReadOnlyDictionary<string, string> Origins)
{
    /// <summary>The steps after which a run of the recipe is worth judging: the recipe's own, or the preset's, whatever this run was given.</summary>
    public long UsualSteps { get; init; } = Preset.Steps;

    /// <summary>Builds the model.</summary>
    /// <param name="schema">The samples.</param>
    /// <param name="init">Draws the initial weights.</param>
    /// <param name="noise">Draws what the networks need while they run.</param>
    /// <param name="source">The model that it is built on, for systems that need one.</param>
    /// <param name="trains">Whether it will be trained: the networks that losses read are opened.</param>
    internal Model Build(SampleSchema schema, Generator init, Generator noise, Model? source = null, bool trains = false) =>
        Variant.Build(Options, new(schema, init, noise) { Techniques = Recipe.Techniques, Source = source, Features = trains ? path => FeatureNetworks.Open(path, schema) : null });

    /// <summary>The data with its test part, each opened when first asked for.</summary>
    /// <param name="train">What is learned from, where it is open already; it stays the caller's.</param>
    public RunData OpenData(ISampleSource? train = null) => Recipe.OpenData(train);

    /// <summary>Opens one part of the data; it is the caller's.</summary>
    /// <param name="split">The part.</param>
    public ISampleSource OpenData(Split split) => OpenData().Open(split);
}
