using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Checkpoints;
using Adversa.Training.Events;

namespace Adversa.Training.Diagnostics;

/// <summary>Watches a training: names what fails, with evidence and one remedy. It draws no random number and changes nothing, and it is resumed exactly.</summary>
/// <remarks>Each update is looked at for nearly nothing; every so many rounds fixed samples are drawn and examined.</remarks>
public sealed class TrainingDoctor
{
    private readonly Module? _generator;
    private readonly Examiner? _examiner;
    private readonly TranslationLook? _translation;
    private readonly ISampleSource _source;
    private readonly int _every;
    private readonly QualityWatch _quality = new();
    private UpdateSignals _signals;
    private float[] _before = [];                // the samples of the last examination
    private long[] _hits = new long[Rules.All.Count];
    private long[] _found = new long[Rules.All.Count];      // 1 while a finding stands
    private byte[] _changes = [];                // what was changed so far: objects over the recipe, one a line
    private long _since;                         // the round of the last change

    /// <summary>Begins to watch.</summary>
    /// <param name="options">How.</param>
    /// <param name="model">What is trained.</param>
    /// <param name="source">Its data.</param>
    /// <param name="heldOut">Data that is never trained on, or null; asked for at the first examination.</param>
    /// <param name="batch">Samples in a batch.</param>
    /// <param name="examples">What a translator is given; null for a model that translates nothing.</param>
    public TrainingDoctor(DoctorOptions options, Model model, ISampleSource source, Func<ISampleSource?> heldOut, int batch, Examples? examples = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(source);
        (Options, _source, _every, _generator) = (options, source, options.EveryOf(batch), (model as ISampler)?.SampledNetwork);
        _signals = new(_generator);
        if (Examiner.CanExamine(model, source)) _examiner = new(model, source, heldOut);
        if (examples is not null && model is ITranslator translator && model.Schema.Kind == FieldKind.Image) _translation = new(translator, examples);
        Lacks = options.Mode == DoctorMode.Off ? [] : [.. UpdateSignals.LackingOf(model, _generator), .. Examiner.LackingOf(model, _examiner)];
    }

    /// <summary>How it watches.</summary>
    public DoctorOptions Options { get; }

    /// <summary>The step whose samples came nearest to the data; below 0 before the first examination.</summary>
    public long BestStep => _quality.BestStep;

    /// <summary>What was changed so far, as objects over the recipe.</summary>
    public IReadOnlyList<JsonObject> Changes => ChangesIn(_changes);

    /// <summary>What the user should know of samples that could not be read for the examinations; empty before the first one.</summary>
    public IReadOnlyList<Text> Notes => _examiner?.Notes ?? [];

    /// <summary>What it would watch and this training does not give; empty where it is off.</summary>
    public IReadOnlyList<DoctorSignal> Lacks { get; }

    /// <summary>Whether an examination is due after a round.</summary>
    /// <param name="round">Rounds finished.</param>
    public bool IsDue(long round) => Options.Mode != DoctorMode.Off && round % _every == 0;

    /// <summary>Looks at an update before its gradients are used.</summary>
    /// <param name="turn">Whose.</param>
    /// <param name="losses">Its losses and scores.</param>
    public void See(Turn turn, LossTerms losses)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(losses);
        if (Options.Mode != DoctorMode.Off) _signals.See(turn, losses);
    }

    /// <summary>Examines.</summary>
    /// <param name="round">Rounds finished.</param>
    /// <param name="images">Real samples shown.</param>
    /// <param name="network">Draws the samples.</param>
    public Examination Examine(long round, long images, Module? network)
    {
        var values = Measured(images, network);
        var isBest = !Rules.Explosion.Shows(new Reading(values)) && _quality.See(round, values);      // nobody wants to go back to what is exploding
        return new(round, Finite(values), Findings(round, new Reading(values)), isBest, _quality.IsPastPeak(round, _every)) { IsCopying = _quality.IsCopying };
    }

    /// <summary>Examines a training that nobody watched: what one look can show.</summary>
    /// <param name="round">Rounds finished.</param>
    /// <param name="images">Real samples shown.</param>
    /// <param name="network">Draws the samples.</param>
    public Examination LookOnce(long round, long images, Module? network)
    {
        var values = Measured(images, network);
        new QualityWatch().See(round, values);
        var reading = new Reading(values);
        return new(round, Finite(values), [.. Rules.All.Where(rule => rule.NeedsNoPast && round >= rule.From && rule.Shows(reading)).Select(rule => rule.Found(round, reading))], IsBest: false, IsPastPeak: false);
    }

    /// <summary>Takes note that the training was rolled back and changed: what was seen before counts no longer.</summary>
    /// <param name="round">Rounds finished.</param>
    /// <param name="change">The change, an object over the recipe.</param>
    internal void Treated(long round, JsonObject change)
    {
        _changes = System.Text.Encoding.UTF8.GetBytes(string.Concat(Changes.Append(change).Select(one => one.ToJsonString() + "\n")));
        _signals = new(_generator);
        (_hits, _found, _before, _since) = (new long[Rules.All.Count], new long[Rules.All.Count], [], round);
        _quality.GrantTime(round);
    }

    /// <summary>Visits everything that it keeps between updates.</summary>
    /// <param name="visitor">Saves or restores.</param>
    public void VisitState(ITensorStateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        if (!visitor.Has("best_step", Options.Mode != DoctorMode.Off)) return;      // a checkpoint of an unwatched run
        _quality.VisitState(visitor);
        visitor.Visit("before", ref _before);
        visitor.Visit("hits", ref _hits);
        visitor.Visit("found", ref _found);
        Array.Resize(ref _hits, Rules.All.Count);      // an older run knew fewer: rules are only ever added at the end
        Array.Resize(ref _found, Rules.All.Count);
        visitor.Visit(ChangesName, ref _changes);
        visitor.Visit("since", ref _since);
        _signals.VisitState(new PrefixedVisitor(visitor, "signals."));
    }

    /// <summary>The name of the changes within the doctor's state.</summary>
    internal const string ChangesName = "changes";

    /// <summary>Reads changes as the state holds them.</summary>
    internal static IReadOnlyList<JsonObject> ChangesIn(byte[] saved) =>
        [.. System.Text.Encoding.UTF8.GetString(saved).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];

    /// <summary>Whether another sign of the same failure has told it already.</summary>
    private bool Stands(DiagnosisKind kind, int but) => Enumerable.Range(0, Rules.All.Count).Any(i => i != but && Rules.All[i].Kind == kind && _found[i] == 1);

    private Dictionary<string, double> Measured(long images, Module? network)
    {
        var values = new Dictionary<string, double>();
        _signals.Into(values);
        _examiner?.Look(network, ref _before, values);
        _translation?.Look(network, values);
        if (!_source.IsEndless) (values["samples"], values["epochs"]) = (_source.Count, images / (double)_source.Count);
        return values;
    }

    private static Dictionary<string, double> Finite(Dictionary<string, double> values) => values.Where(pair => double.IsFinite(pair.Value)).ToDictionary();

    private List<Diagnosis> Findings(long round, Reading reading)
    {
        var found = new List<Diagnosis>();
        for (var i = 0; i < Rules.All.Count; i++)
        {
            var rule = Rules.All[i];
            var shows = round - _since >= rule.From && rule.Shows(reading);
            _hits[i] = shows ? _hits[i] + 1 : 0;
            if (!shows) _found[i] = 0;
            if (_hits[i] < rule.Hits || _found[i] == 1 || !rule.AtLast(reading)) continue;
            _found[i] = 1;
            if (!found.Any(finding => finding.Kind == rule.Kind) && !Stands(rule.Kind, i)) found.Add(rule.Found(round, reading));
        }

        return found;
    }
}

/// <summary>What an examination showed.</summary>
/// <param name="Step">Rounds finished.</param>
/// <param name="Values">Numbers by name; all finite.</param>
/// <param name="Findings">What is found anew; mostly nothing.</param>
/// <param name="IsBest">Whether the samples were never nearer to the data.</param>
/// <param name="IsPastPeak">Whether they have long been much farther than they were.</param>
public sealed record Examination(long Step, IReadOnlyDictionary<string, double> Values, IReadOnlyList<Diagnosis> Findings, bool IsBest, bool IsPastPeak)
{
    /// <summary>Whether the samples came nearer to the training samples than samples are that nobody learned from.</summary>
    public bool IsCopying { get; init; }
}
