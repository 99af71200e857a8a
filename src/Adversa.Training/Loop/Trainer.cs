using Adversa.Data;
using Adversa.Formats.Disk;
using Adversa.Models;
using Adversa.Torch.Nn;
using Adversa.Torch;
using Adversa.Torch.Optim;
using Adversa.Training.Checkpoints;
using Adversa.Training.Recipes;

namespace Adversa.Training.Loop;

/// <summary>The only training loop: freezing, backward, step, average. One optimizer update at a time, resumable after each.</summary>
/// <remarks>Everything that it keeps between updates goes through <see cref="VisitState"/>. All calls come from one thread.</remarks>
public sealed class Trainer : ICheckpointed, IDisposable
{
    private const long EveryBatch = 1, OncePerRound = 2;      // how images are counted: by runs of an earlier version, and now
    private readonly BatchStream _stream;
    private readonly Generator _noise;
    private readonly Dictionary<Player, Optimizer> _optimizers;
    private readonly Ema? _ema;
    private readonly Schedule _schedule;
    private readonly Annealer _annealer;
    private readonly int _batchSize;
    private readonly int _accumulate;
    private readonly Precision _precision;
    private readonly FiniteGuard _guard = new();
    private Player? _mover;
    private long _round;
    private long _turn;          // the turn of the round that moves next
    private long _repeat;        // its updates done
    private long _update;        // updates done of this round
    private long _images;
    private long _imagesAtRound; // where this round began
    private long _averaged;      // images of finished rounds, each round's batch once
    private long _counting = OncePerRound;

    /// <summary>Creates the loop at its beginning.</summary>
    /// <param name="model">What is learned; the caller keeps it.</param>
    /// <param name="stream">Its data; the caller keeps it.</param>
    /// <param name="noise">The run's generator of random numbers; the one that the model was built with.</param>
    /// <param name="emaHalfLife">Half-life in images of the average of the sampled network; 0 keeps none.</param>
    /// <param name="schedule">What becomes of the learning rates; null keeps them.</param>
    /// <param name="accumulate">Batches whose gradients an update averages; 1 or more.</param>
    /// <param name="precision">In which numbers the layers' products of an update are computed.</param>
    /// <param name="averages">Whether averages over the whole training are kept too.</param>
    public Trainer(Model model, BatchStream stream, Generator noise, double emaHalfLife = 0, Schedule? schedule = null, int accumulate = 1,
        Precision precision = Precision.Fp32, bool averages = false)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(accumulate, 1);
        (Model, _stream, _noise, _schedule, _batchSize) = (model, stream, noise, schedule ?? new(), stream.BatchSize);
        (_accumulate, _precision) = (accumulate, precision);
        if (_schedule is { HasEnd: true, Steps: 0 }) throw new ArgumentException("A linear or cosine schedule needs the step at which it ends.", nameof(schedule));
        _optimizers = model.Players.ToDictionary(player => player, player => player.Optimizer.Create(player.Network.NamedParameters()));
        if (emaHalfLife > 0 && model is ISampler sampler) _ema = new Ema(sampler.SampledNetwork, sampler.NewSampledNetwork(), emaHalfLife);
        Averages = averages && model is ISampler drawing ? new(drawing.SampledNetwork) : null;
        _annealer = new Annealer(model, _optimizers.Values, _ema);
        _annealer.Turn(0);
        while (_turn < model.Turns.Count - 1 && !IsDue(model.Turns[(int)_turn])) _turn++;       // a player who waits from the start
    }

    /// <summary>What is learned.</summary>
    public Model Model { get; }

    /// <summary>Rounds finished.</summary>
    public long Round => _round;

    /// <summary>Updates done of the round in progress; 0 at a boundary.</summary>
    public long UpdateInRound => _update;

    /// <summary>Real samples shown: those of every update whose loss looks at them, such as each repeat of a critic's turn. A batch of which only the labels are read does not count.</summary>
    public long Images => _images;

    /// <summary>Images by which the average counts: the batch of each finished round once, times the batches that an update gathers, whatever the critic's repeats.
    /// The generator moves once a round, so half-lives mean the same for all systems.</summary>
    public long AveragedImages => _counting == EveryBatch ? _images : _averaged;

    /// <summary>Says that the average is one of so many images already, as where another run's was taken.</summary>
    internal void HasAveraged(long images) => _averaged = images;

    /// <summary>Whether the run was begun by a version that counted every batch, of the critic's repeats and of labels alone too, as images shown and averaged. It goes on so.</summary>
    public bool CountsEveryBatch => _counting == EveryBatch;

    /// <summary>The average of the sampled network, or null.</summary>
    public Ema? Average => _ema;

    /// <summary>The averages of the sampled network over the whole training, or null.</summary>
    public RunAverages? Averages { get; }

    /// <summary>The network to draw from now: the average once its half-life is at most 5 % of the images that it counts, so that it has forgotten the early noise.</summary>
    public Module? SamplingNetwork => SamplesFromAverage(_ema?.HalfLifeImages ?? 0, AveragedImages) ? _ema!.Average : (Model as ISampler)?.SampledNetwork;

    /// <summary>Whether pictures come from the average.</summary>
    /// <param name="halfLife">The average's half-life in images; 0 when there is none.</param>
    /// <param name="images">Images that the average counts: see <see cref="AveragedImages"/>.</param>
    public static bool SamplesFromAverage(double halfLife, long images) => halfLife > 0 && halfLife <= 0.05 * images;

    /// <summary>Is shown every update, its losses and gradients, before the weights move. It must change nothing.</summary>
    public Action<Turn, LossTerms>? Watcher { get; set; }

    /// <summary>Told when a loss is computed and nothing of it is given back yet: the moment at which a batch holds most. For measuring alone.</summary>
    internal Action? BeforeBackward { get; set; }

    /// <summary>Takes one update: the next repeat of the next turn.</summary>
    /// <param name="read">Whether to read the values of losses and signals.</param>
    /// <returns>The values by name, such as <c>loss_d</c> and <c>d_real</c>; empty unless asked for.</returns>
    /// <exception cref="AdversaException">ADV4001 with exit 6: a loss is NaN or infinite. On the processor the weights are as before the update; elsewhere it may be found some updates later, see <see cref="FiniteGuard"/>.</exception>
    public IReadOnlyDictionary<string, double> Update(bool read)
    {
        using var scope = new TensorScope();
        var turn = Model.Turns[(int)_turn];
        Freeze(turn.Player);
        var optimizer = _optimizers[turn.Player];
        optimizer.ZeroGrad();
        var values = new Dictionary<string, double>();
        _annealer.Turn(ImagesOfRounds);
        var share = RateFactor;
        for (var part = 0; part < _accumulate - 1; part++)
            using (new TensorScope())
                Gather(turn, read ? values : null);
        var losses = Gather(turn, read ? values : null);                   // the last one's tensors live on for those who watch, and for Turn.After
        Watcher?.Invoke(turn, losses);
        if (turn.Player.Optimizer.ClipNorm is > 0 and var bound) GradientClipping.ClipNorm(turn.Player.Network.Parameters, bound);
        optimizer.LearningRate = turn.Player.Optimizer.LearningRate * share;
        optimizer.Step();
        turn.After?.Invoke();
        Advance(turn);
        IsWithinUpdate = false;
        FailPoint.Pass("update");
        if (read && (!_schedule.IsConstant || share != 1)) values["rate_factor"] = share;
        return values;
    }

    /// <summary>Takes one update and waits until it is done, which on a GPU only a look does: for measuring alone.</summary>
    internal void UpdateToTheEnd() => Update(read: !Engine.Device.IsCpu);

    /// <summary>How long a round takes, by one update of each turn that is taken now, each times what it is repeated on average. Uses up the loop: for measuring alone.</summary>
    /// <param name="rounds">The rounds, from the first on, over which repeats are averaged.</param>
    internal double SecondsOfRound(long rounds)
    {
        var seconds = 0.0;
        for (var i = 0; i < Model.Turns.Count; i++)
        {
            var turn = Model.Turns[i];
            var updates = Updates(turn, rounds);
            if (updates == 0 || !turn.When()) continue;
            (_turn, _repeat) = (i, 0);
            var clock = System.Diagnostics.Stopwatch.StartNew();
            UpdateToTheEnd();
            seconds += updates * clock.Elapsed.TotalSeconds;
        }

        return seconds;
    }

    /// <summary>Real samples that a round shows on average.</summary>
    /// <param name="rounds">The rounds, from the first on, over which repeats are averaged.</param>
    internal double ImagesOfRound(long rounds) => Model.Turns.Where(turn => turn.NeedsData && turn.ShowsData && turn.When()).Sum(turn => Updates(turn, rounds)) * _batchSize * _accumulate;

    private static double Updates(Turn turn, long rounds) => Enumerable.Range(0, (int)Math.Clamp(rounds, 1, 10_000)).Average(round => round % turn.Every == 0 ? turn.Repeat(round) : 0);

    /// <summary>Whether an update was begun and not finished, because it failed on the way: batches and random numbers are used up, so this point must not be saved.</summary>
    public bool IsWithinUpdate { get; private set; }

    /// <summary>What every player's learning rate is multiplied by in the round in progress: by the schedule and by the model.</summary>
    public double RateFactor => _schedule.At(_round) * Model.LearningRateFactor * _annealer.RateFactor(ImagesOfRounds);

    /// <summary>The player who takes the next update.</summary>
    public string Mover => Model.Turns[(int)_turn].Player.Name;

    /// <summary>Whether the next update would be the first of a round.</summary>
    public bool AtBoundary => _update == 0;

    /// <summary>The name of a weight or a moment that is NaN or infinite, or null.</summary>
    public string? NonFinite()
    {
        var all = ModelTensors().Concat(OptimizerTensors()).ToList();
        var index = Tensor.FirstNonFinite([.. all.Select(pair => pair.Value)]);
        return index < 0 ? null : all[index].Key;
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> ModelTensors() =>
        new Dictionary<string, Tensor>(TensorsOf(Model, _ema?.Average).Concat(Averages?.Tensors() ?? []));

    /// <summary>The weights and buffers of a model under the names that a checkpoint gives them.</summary>
    /// <param name="model">Its players' networks.</param>
    /// <param name="average">The average, under <c>ema.</c></param>
    public static IReadOnlyDictionary<string, Tensor> TensorsOf(Model model, Module? average)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Players.SelectMany(player => player.Network.StateDict().Select(pair => (Name: $"{player.Name}.{pair.Key}", pair.Value)))
            .Concat(average?.StateDict().Select(pair => (Name: $"ema.{pair.Key}", pair.Value)) ?? [])
            .ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> OptimizerTensors() => _optimizers
        .SelectMany(pair => pair.Value.StateTensors().Select(state => (Name: $"{pair.Key.Name}.{state.Name}", state.Tensor)))
        .ToDictionary(pair => pair.Name, pair => pair.Tensor, StringComparer.Ordinal);

    /// <inheritdoc/>
    public void VisitState(ITensorStateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit("round", ref _round);
        visitor.Visit("turn", ref _turn);
        visitor.Visit("repeat", ref _repeat);
        visitor.Visit("update", ref _update);
        visitor.Visit("images", ref _images);
        visitor.Visit("images_at_round", ref _imagesAtRound);
        if (visitor.Has("counting", whenSaving: true))
        {
            visitor.Visit("counting", ref _counting);
            visitor.Visit("images_averaged", ref _averaged);
        }
        else _counting = EveryBatch;

        Averages?.VisitState(visitor);
        _noise.VisitState("noise", visitor);
        _stream.VisitState(new PrefixedVisitor(visitor, "stream."));
        foreach (var (player, optimizer) in _optimizers) optimizer.VisitState(new PrefixedVisitor(visitor, $"optimizer.{player.Name}."));
        Model.VisitState(new PrefixedVisitor(visitor, "model."));
        _annealer.Turn(ImagesOfRounds);
    }

    /// <summary>Frees optimizers and averages; model and stream are the caller's.</summary>
    public void Dispose()
    {
        foreach (var optimizer in _optimizers.Values) optimizer.Dispose();
        _ema?.Average.Dispose();
        Averages?.Dispose();
        _guard.Dispose();
    }

    /// <summary>Images of the rounds before this one, the batch of each once.</summary>
    private long ImagesOfRounds => _round * _batchSize * _accumulate;

    /// <summary>Adds the gradients of one batch, weighted by 1/k; k such batches make the update of one that is k times as large, where losses are means over samples.</summary>
    private LossTerms Gather(Turn turn, Dictionary<string, double>? values)
    {
        var batch = turn.NeedsData ? _stream.Next() : null;
        if (turn.ShowsData || CountsEveryBatch) _images += batch?.Count ?? 0;
        IsWithinUpdate = true;
        using var numbers = new PrecisionScope(_precision);
        var losses = turn.Loss(new TurnContext(batch, _batchSize, _noise, _round));
        var total = losses.Total();
        if (turn.Gain is not 1) total *= turn.Gain;
        if (!_guard.IsFinite(turn.Player, total, look: values is not null)) throw Diverged(turn.Player, losses);
        BeforeBackward?.Invoke();
        (_accumulate > 1 ? total / _accumulate : total).Backward();
        foreach (var (name, value) in values is null ? [] : Values(turn.Player.Name, losses, total)) values![name] = values.GetValueOrDefault(name) + value / _accumulate;
        return losses;
    }

    private void Freeze(Player mover)
    {
        if (_mover == mover) return;
        foreach (var player in Model.Players) player.Network.RequireGrad(player == mover);
        _mover = mover;
    }

    /// <summary>Moves on to the next repeat, the next turn that is due, or the next round.</summary>
    private void Advance(Turn turn)
    {
        _update++;
        if (++_repeat < turn.Repeat(_round)) return;
        _repeat = 0;
        do
        {
            if (++_turn < Model.Turns.Count) continue;
            _turn = 0;
            _update = 0;
            _round++;
            var ofRound = (long)_batchSize * _accumulate;
            _ema?.Update((int)(CountsEveryBatch ? Math.Max(1, _images - _imagesAtRound) : ofRound));
            Averages?.Update();
            (_imagesAtRound, _averaged) = (_images, _averaged + ofRound);
        }
        while (!IsDue(Model.Turns[(int)_turn]));
    }

    private bool IsDue(Turn turn) => _round % turn.Every == 0 && turn.Repeat(_round) > 0 && turn.When();

    private static Dictionary<string, double> Values(string player, LossTerms losses, Tensor total)
    {
        var values = new Dictionary<string, double> { [$"loss_{player}"] = total.Item() };
        var terms = losses.ToList();
        if (terms.Count > 1)
            foreach (var (name, term) in terms) values[$"loss_{player}.{name}"] = term.Item();
        foreach (var (name, signal) in losses.Signals) values[name] = signal();
        return values;
    }

    private AdversaException Diverged(Player player, LossTerms losses)
    {
        var bad = losses.FirstOrDefault(term => !double.IsFinite(term.Value.Item())).Key ?? "total";      // finite terms may overflow in their sum
        return new(4001, ExitCode.Diverged, Engine.Device.IsCpu ? Words.LossOfPlayerBecameNaN(bad, player.Name, _round + 1) : Words.LossOfPlayerWasFoundNaN(player.Name, _round + 1));
    }
}
