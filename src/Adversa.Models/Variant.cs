using System.Text.Json.Nodes;
using Adversa.Core.Options;

namespace Adversa.Models;

/// <summary>Where a system comes from.</summary>
/// <param name="Title">The paper's title.</param>
/// <param name="Authors">For example <c>Radford, Metz, Chintala</c>.</param>
/// <param name="Year">Of publication.</param>
/// <param name="Id">Such as <c>arXiv:1511.06434</c>.</param>
public sealed record Paper(string Title, string Authors, int Year, string Id);

/// <summary>Options of a system: a record whose constructor holds the defaults.</summary>
public interface IVariantOptions
{
    /// <summary>Every value that cannot be, with its path below <c>options</c>.</summary>
    /// <param name="schema">The samples that the system would be built for.</param>
    IEnumerable<Problem> Validate(SampleSchema schema);

    /// <summary>The fewest samples in a batch: 2, because most networks compare samples; 1 where each stands by itself, as translators are trained.</summary>
    int LeastBatch => 2;

    /// <summary>Why a batch of so many samples cannot be; most systems take any.</summary>
    /// <param name="batch">Samples in a batch.</param>
    IEnumerable<Problem> ValidateBatch(int batch) => [];

    /// <summary>The same with the largest networks that a run comes to from the first step on: what a step costs at most. Most systems never grow.</summary>
    /// <param name="schema">The samples.</param>
    IVariantOptions AtTheEnd(SampleSchema schema) => this;
}

/// <summary>A named choice of options with the batch and the length that go with it.</summary>
/// <param name="Name">Lower case, stable.</param>
/// <param name="Options">The options.</param>
/// <param name="Batch">Samples in a batch.</param>
/// <param name="Steps">Rounds of turns of a full run.</param>
/// <param name="About">One sentence: what it is.</param>
public sealed record Preset(string Name, IVariantOptions Options, int Batch, long Steps, Text About)
{
    /// <summary>The techniques that belong to it; none by default.</summary>
    public Techniques Techniques { get; init; } = new();

    /// <summary>The largest side of pictures that it is taken for when nobody names it; a named preset is taken for any side that its options allow.</summary>
    public int LargestSide { get; init; } = 128;

    /// <summary>Whether it is made for pictures as large as these; points have no side.</summary>
    /// <param name="schema">The samples.</param>
    public bool IsMadeFor(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return schema.Kind != FieldKind.Image || Math.Max(schema.Height, schema.Width) <= LargestSide;
    }
}

/// <summary>A system of the catalog: id, paper, options with presets, what it needs, and how it is built.</summary>
public abstract class Variant
{
    private protected Variant(string id, Text about, Paper paper, IReadOnlyList<Preset> presets) =>
        (Id, About, Paper, Presets) = (id, about, paper, presets);

    /// <summary>Lower case with dashes; never changes once released.</summary>
    public string Id { get; }

    /// <summary>One sentence: what it is.</summary>
    public Text About { get; }

    /// <summary>Where it comes from.</summary>
    public Paper Paper { get; }

    /// <summary>Named options; the first one that fits the data is the default.</summary>
    public IReadOnlyList<Preset> Presets { get; }

    /// <summary>What the system needs of its samples.</summary>
    public required SampleNeeds Needs { get; init; }

    /// <summary>Of a system that is built on the model of another run: why it cannot be built on some model, or null when it can. Null itself for all other systems,
    /// which go on from a run of their own kind by its weights.</summary>
    public Func<Model, SampleSchema, Text?>? BuildsOn { get; init; }

    /// <summary>Whether its models have styles: <see cref="IStyled"/>.</summary>
    public bool HasStyles { get; init; }

    /// <summary>Whether a run must be named to build on.</summary>
    public bool NeedsSource => BuildsOn is not null;

    /// <summary>The preset for some samples when the user names none.</summary>
    /// <param name="schema">The samples.</param>
    /// <returns>The first that is made for their size and allows them; failing that, the last that allows them: see <see cref="TooLarge"/>.</returns>
    public Preset DefaultPreset(SampleSchema schema)
    {
        var valid = Presets.Where(preset => !preset.Options.Validate(schema).Any()).ToList();
        return valid.FirstOrDefault(preset => preset.IsMadeFor(schema)) ?? valid.MaxBy(preset => preset.LargestSide) ?? Presets[0];
    }

    /// <summary>Why no preset is taken for some samples unless it is named: the pictures are larger than those that any is made for. Null when one is.</summary>
    /// <param name="schema">The samples.</param>
    public Text? TooLarge(SampleSchema schema)
    {
        var preset = DefaultPreset(schema);
        if (preset.IsMadeFor(schema) || preset.Options.Validate(schema).Any()) return null;
        return Words.NoPresetIsMadeForPictures(Id, schema.Width, schema.Height, preset.Name, preset.LargestSide, Smaller(preset));
    }

    /// <summary>A side that people train at: 128 where the preset goes so far.</summary>
    private static int Smaller(Preset preset) => Math.Min(128, preset.LargestSide);

    /// <summary>Its options, each said once.</summary>
    public abstract OptionList Options { get; }

    /// <summary>Options as JSON, complete.</summary>
    /// <param name="options">Options of this system.</param>
    public abstract JsonObject ToJson(IVariantOptions options);

    /// <summary>Reads options; missing ones take their defaults, unknown, duplicate and null ones are errors.</summary>
    /// <param name="json">The object below <c>options</c>.</param>
    /// <exception cref="AdversaException">ADV2020: a member is unknown, null, twice there or of another type; the message names it, and <c>Data["path"]</c> holds its path.</exception>
    public abstract IVariantOptions FromJson(JsonObject json);

    /// <summary>Builds the model.</summary>
    /// <param name="options">Options of this system, valid for the schema.</param>
    /// <param name="context">Samples and random generators.</param>
    public abstract Model Build(IVariantOptions options, BuildContext context);
}

/// <summary>A system with options of a given type.</summary>
/// <typeparam name="TOptions">The options record.</typeparam>
public sealed class Variant<TOptions> : Variant where TOptions : class, IVariantOptions
{
    private readonly OptionList<TOptions> _options;
    private readonly Func<TOptions, BuildContext, Model> _build;

    /// <summary>Describes a system.</summary>
    /// <param name="id">Lower case with dashes.</param>
    /// <param name="about">One sentence: what it is.</param>
    /// <param name="paper">Where it comes from.</param>
    /// <param name="presets">Named options, the default first.</param>
    /// <param name="options">The list of the options.</param>
    /// <param name="build">Builds the model.</param>
    public Variant(string id, Text about, Paper paper, IReadOnlyList<Preset> presets, OptionList<TOptions> options, Func<TOptions, BuildContext, Model> build)
        : base(id, about, paper, presets) => (_options, _build) = (options, build);

    /// <inheritdoc/>
    public override OptionList Options => _options;

    /// <inheritdoc/>
    public override JsonObject ToJson(IVariantOptions options) => _options.Write((TOptions)options);

    /// <inheritdoc/>
    public override IVariantOptions FromJson(JsonObject json) => _options.Read(json, Id);

    /// <inheritdoc/>
    public override Model Build(IVariantOptions options, BuildContext context)
    {
        var model = _build((TOptions)options, context);
        var own = _options.Dials((TOptions)options).ToList();
        var techniques = options is IGameOptions ? Techniques.List.Dials(context.Techniques).Where(dial => !own.Any(other => other.Dial == dial.Dial)) : [];
        model.OptionDials = [.. own.Concat(techniques).Select(dial => new OptionDial(dial.Dial, dial.Path, dial.Value))];
        return model;
    }
}
