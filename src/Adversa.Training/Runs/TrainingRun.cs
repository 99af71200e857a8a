using System.Diagnostics;
using System.Text.Json.Nodes;
using Adversa.Data.Opening;
using Adversa.Formats.Disk;
using Adversa.Formats.Png;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Diagnostics;
using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Loop;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Reports;

namespace Adversa.Training.Runs;

/// <summary>A training with a folder: locked, logged, saved and resumable at any instant.</summary>
public sealed partial class TrainingRun : IDisposable
{
    private static readonly TimeSpan WarnAgain = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StatusEvery = TimeSpan.FromSeconds(1);
    private const int FewSamples = 4;
    private const int PicturesInRun = 40, CheckpointsInRun = 10, MostSecondsBetween = 300;

    private Workshop _workshop;
    private readonly RunLock _lock;
    private readonly CheckpointStore _checkpoints;
    private readonly RunLogs _logs;
    private readonly List<ITrainObserver> _observers = [];
    private readonly Stopwatch _clock = new();
    private readonly string _runId;
    private readonly bool _resumed;
    private Recipe _recipe;
    private double _secondsBefore;           // trained in earlier sittings
    private TimeSpan? _statusAt;
    private TimeSpan _drawnAt;
    private TimeSpan _savedAt;
    private TimeSpan? _warnedAt;
    private long _safeStep = -1;
    private bool _logProblemSaid;
    private Text? _unsaved;                  // why the newest point is not on disk
    private long _badSamples;
    private long _roundsBefore;
    private TimeSpan _waitedBefore;          // for data, before this sitting
    private bool _waitSaid;
    private readonly HashSet<Text> _said = [];
    private (TimeSpan At, long Images) _window;
    private long _imagesBefore;
    private SideWork _side = new(limit: null);
    private volatile RunActivity _activity = new(RunWork.Between, 0, 0, "", Stopwatch.GetTimestamp());

    private TrainingRun(RunFolder folder, Recipe recipe, Workshop workshop, RunLock taken, string runId, bool resumed)
    {
        (Folder, _workshop, _lock, _runId, _resumed, _recipe) = (folder, workshop, taken, runId, resumed, recipe);
        _checkpoints = folder.Checkpoints;
        KeepBest();
        _logs = new RunLogs(folder.Path, resumed ? workshop.Trainer.Round : null);
    }

    /// <summary>Where the run is kept.</summary>
    public RunFolder Folder { get; }

    /// <summary>Whether the run's page was written at its end.</summary>
    public bool HasReport { get; private set; }

    /// <summary>What is trained.</summary>
    public Workshop Workshop => _workshop;

    /// <summary>What the run is doing now; any thread may ask.</summary>
    public RunActivity Activity => _activity;

    /// <summary>Adds somebody who is told what happens.</summary>
    /// <param name="observer">Watches; one that throws is reported and dropped.</param>
    public void Watch(ITrainObserver observer) => _observers.Add(observer);

    /// <summary>Trains to the end, to the time limit, or until asked to stop; saved when it returns, and when the data fails.</summary>
    /// <param name="stop">Asks to finish the step, save and end.</param>
    /// <returns>How the command should end: 0, or the code of whoever asked to stop.</returns>
    /// <exception cref="AdversaException">ADV4001: diverged. ADV5007: the last step could not be saved.</exception>
    public ExitCode Go(StopRequest stop)
    {
        ArgumentNullException.ThrowIfNull(stop);
        var trainer = _workshop.Trainer;
        _imagesBefore = trainer.Images;
        (_roundsBefore, _waitedBefore, _badSamples) = (trainer.Round, _workshop.Stream.Waited, _workshop.Stream.BadCount);
        _window = (TimeSpan.Zero, trainer.Images);
        if (_recipe.Minutes > 0) _side = new(TimeSpan.FromSeconds(Math.Max(0, _recipe.Minutes * 60 - _secondsBefore)));
        _clock.Start();
        Tell(new RunStarted(trainer.Round, Folder.Path, _recipe.Variant, _recipe.Data, _workshop.Source.Schema, _recipe.Steps, _workshop.Stream.BatchSize,
            _recipe.Seed, Engine.Threads, _workshop.Parameters(), _resumed) { Augment = _recipe.Augment, Accumulate = _recipe.Accumulate, From = _recipe.From, Minutes = _recipe.Minutes, AnswersByScores = _workshop.Model.AnswersByScores, Before = TimeSpan.FromSeconds(_secondsBefore) });
        foreach (var note in _workshop.Source.Notes) Warn(3046, note);
        foreach (var (code, note) in TestSamples.Said(_workshop.HeldOut, _workshop.Source)) Warn(code, note);
        if (_workshop.Untaken is { Count: > 0 } untaken) SayUntaken(untaken, Trainer.TensorsOf(_workshop.Model, average: null).Count);
        foreach (var warning in _workshop.Stream.Warnings) Warn(3011, warning);
        try
        {
            if (trainer.Round == 0 && trainer.AtBoundary && MayDrawFirst()) DrawSamples();
            if (trainer.Round == 0 && trainer.AtBoundary && Acts) Examine();      // where to go back to
            if (_recipe.From is not null && _safeStep < 0) Save();       // from here on the run in `from` is not needed
            while (_workshop.Trainer.Round < _recipe.Steps && stop.Exit is null && !TimeIsUp() && !_pastPeak) Step(stop);
            Finish(_workshop.Trainer, stop);
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Diverged)
        {
            End("diverged");
            throw;
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            if (!_workshop.Trainer.IsWithinUpdate) TryQuietly(() => Save());           // a batch that did not come has changed nothing: this point is exact
            End("failed");
            throw;
        }
        catch
        {
            End("failed");                                           // an update may have stopped half-way: only the last checkpoint is safe
            throw;
        }

        return Conclude(_workshop.Trainer, stop);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _logs.Dispose();
        _best?.State.Dispose();
        _workshop.Dispose();
        _lock.Dispose();
    }

    /// <summary>Lets those who wait know what they wait for.</summary>
    private void Begin(RunWork work) => _activity = new(work, _workshop.Trainer.Round, _workshop.Trainer.Images, work == RunWork.Update ? _workshop.Trainer.Mover : "", Stopwatch.GetTimestamp());

    private double Seconds => _secondsBefore + _clock.Elapsed.TotalSeconds;

    /// <summary>After one step at the earliest: a run of none would be no result.</summary>
    private bool TimeIsUp() => _recipe.Minutes > 0 && _workshop.Trainer.Images > _imagesBefore && Seconds >= _recipe.Minutes * 60;

    /// <summary>One round, or what is left of it; one that explodes is treated where that is asked for.</summary>
    private void Step(StopRequest stop)
    {
        try
        {
            Round(_workshop.Trainer, stop);
        }
        catch (AdversaException e) when (e.Code == 4001 && Acts)
        {
            Treat(new(_workshop.Trainer.Round, DiagnosisKind.Explosion, new Dictionary<string, double>()), e.Text);
        }
    }

    private void Round(Trainer trainer, StopRequest stop)
    {
        var next = trainer.Round + 1;
        var read = next % _recipe.LogEvery == 0 || next == 1 || next == _recipe.Steps;
        var values = new Dictionary<string, double>();
        do
        {
            Begin(RunWork.Update);
            foreach (var (name, value) in trainer.Update(read)) values[name] = value;
        }
        while (!trainer.AtBoundary && stop.Exit is null);

        Begin(RunWork.Between);
        if (!trainer.AtBoundary) return;                            // asked to stop within a round: the checkpoint holds the place
        if (read) Report(trainer, values);
        if (_workshop.Doctor.IsDue(trainer.Round) && (IsSteered || MayDo(RunWork.Examining))) Examine();
        if ((IsDue(_recipe.SampleEvery, _drawnAt, PicturesInRun) && MayDo(RunWork.Drawing)) || trainer.Round == _recipe.Steps) DrawSamples();
        if (IsDue(_recipe.CheckpointEvery, _savedAt, CheckpointsInRun) && MayDo(RunWork.Saving) && trainer.Round < _recipe.Steps) Save();
    }

    /// <summary>Whether a run with a time limit has the time for what is not training; see <see cref="SideWork"/>.</summary>
    private bool MayDo(RunWork work) => _side.MayDo(work, _clock.Elapsed);

    /// <summary>Whether the doctor's examinations change what is learned, or when it ends: then none is left out.</summary>
    private bool IsSteered => Acts || _workshop.Doctor.Options.WhenWorse == WhenWorse.Stop;

    /// <summary>In a run with a time limit a few samples show what a whole sheet would take.</summary>
    private bool MayDrawFirst()
    {
        if (_recipe.Minutes <= 0 || _workshop.Model.SampledNetwork is null) return true;
        var (times, few) = (new List<TimeSpan>(), Math.Min(FewSamples, SampleSheet.Count(_workshop.Model)));
        for (var i = 0; i < 2; i++)                                    // the first time prepares much
        {
            Begin(RunWork.Drawing);
            SampleSheet.Values(_workshop.Model, _workshop.Trainer.SamplingNetwork, SampleSheet.Seeds(0, few), preview: true);
            times.Add(_activity.Elapsed);
            _side.Took(RunWork.Between, times[^1]);
        }

        return _side.MayBegin(times.Min() * (SampleSheet.Count(_workshop.Model) / (double)few));
    }

    /// <summary>Every so many steps; in a run that only a time limit ends, so many times.</summary>
    private bool IsDue(long every, TimeSpan last, int times) => every > 0
        ? _workshop.Trainer.Round % every == 0
        : _clock.Elapsed - last >= TimeSpan.FromSeconds(Math.Min(_recipe.Minutes * 60 / times, MostSecondsBetween));

    private void Report(Trainer trainer, Dictionary<string, double> values)
    {
        var now = _clock.Elapsed;
        var rate = (trainer.Images - _window.Images) / Math.Max(1e-9, (now - _window.At).TotalSeconds);
        _window = (now, trainer.Images);
        var left = (_recipe.Steps - trainer.Round) * (now.TotalSeconds / Math.Max(1, trainer.Round - _roundsBefore));
        if (_recipe.Minutes > 0) left = Math.Min(left, Math.Max(0, _recipe.Minutes * 60 - Seconds));
        Tell(new StepCompleted(trainer.Round, _recipe.Steps, trainer.Images, rate, TimeSpan.FromSeconds(Math.Min(left, 1e9)), values));
        if (_workshop.Stream.BadCount > _badSamples)
        {
            _badSamples = _workshop.Stream.BadCount;
            var newest = _workshop.Stream.BadSamples[^1];
            Warn(3012, new(
                $"{_badSamples} samples could not be read and were replaced; the last: {newest.Name} ({newest.Reason.English})",
                $"{_badSamples} muestras no se pudieron leer y se sustituyeron; la última: {newest.Name} ({newest.Reason.Spanish})"));
        }

        SayDataWait(trainer.Round - _roundsBefore);
        if (_statusAt is not { } last || now - last >= StatusEvery) WriteStatus("running", left);
    }

    private DataWait Wait => new(_workshop.Stream.Waited - _waitedBefore, _clock.Elapsed);

    private void SayDataWait(long rounds)
    {
        if (_waitSaid || !Wait.IsWorthSaying(rounds)) return;
        _waitSaid = true;
        Warn(3015, Wait.Advice(_recipe));
    }

    private void Finish(Trainer trainer, StopRequest stop)
    {
        var finished = trainer.Round >= _recipe.Steps || (stop.Exit is null && (TimeIsUp() || _pastPeak));
        Save();
        if (finished && _recipe.Minutes > 0 && trainer.Round < _recipe.Steps)
        {
            _recipe = _recipe with { Steps = Math.Max(1, trainer.Round), Minutes = 0 };      // what was reached is what repeats the run
            TryQuietly(() => Folder.WriteRecipe(_recipe, origins: null));
            DrawSamples();
        }

        if (_pastPeak) DrawSamples();
        if (finished) TryQuietly(() => Timeline.Write(Folder));
        if (finished) TryQuietly(() => Strip.Write(Folder, _workshop.Source.Schema));
        End(finished ? "finished" : "stopped");
    }

    /// <summary>How the command should end: what could not be written is said now.</summary>
    private ExitCode Conclude(Trainer trainer, StopRequest stop)
    {
        if (_unsaved is { } reason) throw new AdversaException(5007, ExitCode.Resource, new(
            $"Step {trainer.Round} was reached but could not be saved: {reason.English}. {Safe("en")} Free some disk and run: {ShellWords.Me} resume {ShellWords.Quote(Folder.Path)}",
            $"Se alcanzó el paso {trainer.Round} pero no se pudo guardar: {reason.Spanish}. {Safe("es")} Libere espacio en disco y ejecute: {ShellWords.Me} resume {ShellWords.Quote(Folder.Path)}"));
        if (_logs.Problem is { } problem) throw new AdversaException(5008, ExitCode.Resource, new(
            $"The run is saved, but its logs could not be written: {problem}.", $"La ejecución está guardada, pero no se pudieron escribir sus registros: {problem}."));
        return stop.Exit ?? ExitCode.Done;
    }

    private string Safe(string language) => (language, _safeStep) switch
    {
        ("en", < 0) => "Nothing of this run is safe yet.",
        ("en", _) => $"The newest safe step is {_safeStep}.",
        (_, < 0) => "Todavía no hay nada guardado de esta ejecución.",
        _ => $"El paso más reciente a salvo es el {_safeStep}.",
    };

    /// <summary>Saves; a disk that says no costs a warning, never the run. A weight that is not finite is never published.</summary>
    private void Save(bool replaces = false)
    {
        var trainer = _workshop.Trainer;
        _savedAt = _clock.Elapsed;
        if (trainer.NonFinite() is { } bad) throw new AdversaException(4001, ExitCode.Diverged, new(
            $"\"{bad}\" holds NaN or infinity at step {trainer.Round}; it is not saved. {Safe("en")} Lower the rate (--lr) and start again.",
            $"«{bad}» contiene NaN o infinito en el paso {trainer.Round}; no se guarda. {Safe("es")} Baje la tasa (--lr) y empiece de nuevo."));
        _logs.Sync();                                                // a checkpoint that survives a power cut must find its rows beside it
        Begin(RunWork.Saving);
        try
        {
            SaveBest();
            var path = _checkpoints.Save(_workshop, Manifest(), replaces);
            (_safeStep, _unsaved) = (trainer.Round, null);
            _side.Took(RunWork.Saving, _activity.Elapsed);
            Tell(new CheckpointSaved(trainer.Round, path));
        }
        catch (IOException e)
        {
            var reason = DiskTrouble.Of(e.InnerException ?? e);
            _unsaved = reason;
            if (_warnedAt is { } last && _clock.Elapsed - last < WarnAgain) return;
            _warnedAt = _clock.Elapsed;
            Warn(5007, new(
                $"The checkpoint of step {trainer.Round} could not be saved: {reason.English}. Training goes on and tries again. {Safe("en")}",
                $"No se pudo guardar el punto de control del paso {trainer.Round}: {reason.Spanish}. El entrenamiento sigue y lo intentará de nuevo. {Safe("es")}"));
        }
    }

    private CheckpointManifest Manifest()
    {
        var trainer = _workshop.Trainer;
        return new(CheckpointManifest.CurrentFormat, _runId, trainer.Round, trainer.UpdateInRound, trainer.Images,
            Math.Round(Seconds, 3), trainer.Average?.HalfLifeImages ?? 0, _recipe.Hash(), _workshop.Source.Fingerprint, _workshop.Source.Schema, [], "", RunClasses.Of(_workshop.Source))
        {
            AveragedImages = trainer.CountsEveryBatch ? null : trainer.AveragedImages,
        };
    }

    private void DrawSamples()
    {
        if (!SampleSheet.CanDraw(_workshop.Model)) return;
        var trainer = _workshop.Trainer;
        _drawnAt = _clock.Elapsed;
        Begin(RunWork.Drawing);
        var picture = SampleSheet.Draw(_workshop.Model, trainer.SamplingNetwork, _workshop.Unseen, Say);
        var path = System.IO.Path.Join(Folder.Samples, $"step-{trainer.Round.ToString("D6", System.Globalization.CultureInfo.InvariantCulture)}.png");
        var written = TryQuietly(() =>
        {
            Directory.CreateDirectory(Folder.Samples);
            AtomicFile.Write(path, durable: false, file => PngWriter.Write(file, picture.Enlarged(SampleSheet.Scale(_workshop.Source.Schema)), [KeyValuePair.Create("adversa", PictureText(trainer))]));
        });
        _side.Took(RunWork.Drawing, _activity.Elapsed);
        Tell(new SamplesDrawn(trainer.Round, written ? path : null, picture));
        Begin(RunWork.Between);
    }

    private string PictureText(Trainer trainer) => new JsonObject
    {
        ["run"] = _runId,
        ["step"] = trainer.Round,
        ["images"] = trainer.Images,
        ["average"] = trainer.SamplingNetwork == trainer.Average?.Average,
        [_workshop.Model.SampledNetwork is null ? "reconstructed" : "seeds"] = $"0-{SampleSheet.Count(_workshop.Model) - 1}",
        ["columns"] = SampleSheet.Columns(_workshop.Model) is not null ? new JsonArray([.. _workshop.Source.ClassNames.Select(name => JsonValue.Create(name))]) : null,
        ["recipe"] = _recipe.ToJson(),
    }.ToJsonString();

    private void End(string state)
    {
        _clock.Stop();
        var trainer = _workshop.Trainer;
        Tell(new RunEnded(trainer.Round, state, trainer.Images, TimeSpan.FromSeconds(Seconds), (trainer.Images - _imagesBefore) / Math.Max(1e-9, _clock.Elapsed.TotalSeconds)) { DataWait = Wait.Share });
        WriteStatus(state, 0);
        HasReport = TryQuietly(() => RunPage.Write(new RunRecord(Folder, () => state == "finished" ? NextSteps.Of(_workshop, Folder.Path) : NextSteps.None), RunPage.PathOf(Folder)));
    }

    private void WriteStatus(string state, double secondsLeft)
    {
        _statusAt = _clock.Elapsed;
        TryQuietly(() => Folder.WriteStatus(new JsonObject
        {
            ["state"] = state,
            ["step"] = _workshop.Trainer.Round,
            ["total"] = _recipe.Steps,
            ["images"] = _workshop.Trainer.Images,
            ["eta_s"] = Math.Round(secondsLeft),
            ["seconds"] = Math.Round(Seconds, 1),
            ["pid"] = Environment.ProcessId,
            ["heartbeat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        }));
    }

    /// <summary>Says once that samples that stand for the data could not be read.</summary>
    private void Say(Text note)
    {
        if (_said.Add(note)) Warn(3012, note);
    }

    private void Warn(int code, Text text) => Tell(new TrainingWarning(_workshop.Trainer.Round, code, text));

    private void Tell(TrainEvent happened)
    {
        _logs.On(happened);
        SayLogProblem();
        foreach (var observer in _observers.ToList())
            try
            {
                observer.On(happened);
            }
            catch (Exception e)
            {
                _observers.Remove(observer);
                Warn(1002, new($"An observer failed and is left out: {e.Message}", $"Un observador falló y se descarta: {e.Message}"));
            }
    }

    /// <summary>Logs that cannot be written cost one warning, and the exit code at the end.</summary>
    private void SayLogProblem()
    {
        if (_logProblemSaid || _logs.Problem is not { } problem) return;
        _logProblemSaid = true;
        Warn(5008, new(
            $"The logs cannot be written: {problem.TrimEnd('.')}. Training goes on without them.", $"No se pueden escribir los registros: {problem.TrimEnd('.')}. El entrenamiento sigue sin ellos."));
    }

    private void SayUntaken(IReadOnlyList<string> names, int all)
    {
        var list = string.Join(", ", names.Take(6)) + (names.Count > 6 ? ", …" : "");
        Warn(6012, new(
            $"{names.Count} of {all} weights begin anew, because {_recipe.From} has none of their name and shape: {list}.",
            $"{names.Count} de {all} pesos empiezan de cero, porque {_recipe.From} no tiene ninguno de su nombre y forma: {list}."));
    }

    private static bool TryQuietly(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception e) when (DiskTrouble.Is(e) || e is FormatException or AdversaException)
        {
            return false;                                            // pictures and status are worth less than the training
        }
    }
}
