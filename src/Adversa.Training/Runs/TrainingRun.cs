using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Events;
using Adversa.Training.Recipes;

namespace Adversa.Training.Runs;

/// <summary>A training with a folder: locked, logged, saved and resumable at any instant.</summary>
public sealed class TrainingRun : IDisposable
{
    private static readonly TimeSpan WarnAgain = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StatusEvery = TimeSpan.FromSeconds(1);
    private const int PicturesInRun = 40, CheckpointsInRun = 10, MostSecondsBetween = 300;

    private readonly Workshop _workshop;
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
    private string? _unsaved;                // why the newest point is not on disk
    private long _badSamples;
    private (TimeSpan At, long Images) _window;
    private long _imagesBefore;

    private TrainingRun(RunFolder folder, Workshop workshop, RunLock taken, string runId, bool resumed)
    {
        (Folder, _workshop, _lock, _runId, _resumed, _recipe) = (folder, workshop, taken, runId, resumed, workshop.Recipe.Recipe);
        _checkpoints = folder.Checkpoints;
        _logs = new RunLogs(folder.Path, resumed ? workshop.Trainer.Round : null);
    }

    /// <summary>Where the run is kept.</summary>
    public RunFolder Folder { get; }

    /// <summary>What is trained.</summary>
    public Workshop Workshop => _workshop;

    /// <summary>Begins a run: everything is built and checked before the folder exists.</summary>
    /// <param name="recipe">What to train.</param>
    /// <param name="source">The opened data.</param>
    /// <param name="path">The new folder; it must be empty or missing.</param>
    /// <param name="command">The line that repeats the run.</param>
    /// <exception cref="AdversaException">ADV2006: the folder is in use; ADV5006: it cannot be written.</exception>
    public static TrainingRun Start(ResolvedRecipe recipe, ISampleSource source, string path, string command)
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new AdversaException(2006, ExitCode.Usage, new(
                $"{path} is not empty. Go on with its run: {ShellWords.Me} resume {ShellWords.Quote(path)}. Or name another folder with --out.",
                $"{path} no está vacía. Continúe su ejecución: {ShellWords.Me} resume {ShellWords.Quote(path)}. O indique otra carpeta con --out."));
        var workshop = new Workshop(recipe, source);
        var isNew = !Directory.Exists(path);
        RunLock? taken = null;
        try
        {
            Directory.CreateDirectory(path);
            var folder = new RunFolder(path);
            taken = RunLock.Take(folder.Path);
            var id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes($"{recipe.Recipe.Hash()} {Environment.MachineName} {Environment.ProcessId} {Stopwatch.GetTimestamp()} {DateTime.UtcNow.Ticks}")))[..16];
            folder.WriteRecipe(recipe.Recipe, recipe.Origins);
            folder.WriteEnvironment(Describe(id, source));
            folder.WriteCommand(command);
            return new TrainingRun(folder, workshop, taken, id, resumed: false);
        }
        catch (Exception e)
        {
            workshop.Dispose();
            if (taken is not null || isNew) Undo(path, isNew, keepFiles: taken is null);
            taken?.Dispose();
            if (e is IOException or UnauthorizedAccessException) throw NotWritable(path, e);
            throw;
        }
    }

    /// <summary>Goes on where the newest good checkpoint stands; from the beginning when none was saved yet.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="steps">Another end than the recipe's.</param>
    /// <param name="minutes">Another limit than the recipe's.</param>
    /// <param name="warn">Told of damaged checkpoints and of anything else that makes the resumed run differ.</param>
    /// <exception cref="AdversaException">ADV6002 with exit 4: checkpoints are there, and none is usable. ADV7001: the run is locked.</exception>
    public static TrainingRun Resume(RunFolder folder, long? steps, double? minutes, Action<int, Text> warn)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(warn);
        var taken = RunLock.Take(folder.Path);
        Workshop? workshop = null;
        try
        {
            folder.Checkpoints.Clean();
            AtomicFile.Clean(folder.Path);
            AtomicFile.Clean(folder.Samples);
            var (good, bad) = folder.Checkpoints.Newest();
            foreach (var damaged in bad) warn(6002, new(
                $"{damaged.Path} is damaged and is not used: {damaged.Problem}.", $"{damaged.Path} está dañado y no se usa: {damaged.Problem}."));
            if (good is null && bad.Count > 0) throw new AdversaException(6002, ExitCode.Checkpoint, new(
                $"No checkpoint of {folder.Path} is usable; {bad.Count} are damaged. Restore one from a copy, or repeat the run: {folder.Command}",
                $"Ningún punto de control de {folder.Path} es utilizable; {bad.Count} están dañados. Recupere uno de una copia o repita la ejecución: {folder.Command}"));

            var values = folder.Recipe;
            if (steps is not null) values["steps"] = steps;
            if (minutes is not null) values["minutes"] = minutes + Math.Round((good?.Manifest?.Seconds ?? 0) / 60, 4);      // so many more
            var resolver = new RecipeResolver().Add("recipe.json", values);
            var preview = resolver.Preview();
            var source = DataSpec.Open(preview.Data, new DataOptions(preview.Size > 0 ? preview.Size : null));
            var recipe = resolver.Resolve(source.Schema);
            if (good?.Manifest is { } manifest) Compare(folder, manifest, recipe, source, warn);
            workshop = new Workshop(recipe, source);
            if (good is not null) CheckpointStore.Load(good, workshop.Trainer);
            if (steps is not null || minutes is not null) folder.WriteRecipe(recipe.Recipe, origins: null);
            return new TrainingRun(folder, workshop, taken, folder.Id, resumed: true)
            {
                _secondsBefore = good?.Manifest?.Seconds ?? 0,
                _safeStep = good?.Step ?? -1,
            };
        }
        catch (Exception e)
        {
            workshop?.Dispose();
            taken.Dispose();
            if (e is IOException or UnauthorizedAccessException) throw NotWritable(folder.Path, e);
            throw;
        }
    }

    /// <summary>Adds somebody who is told what happens.</summary>
    /// <param name="observer">Watches; one that throws is reported and dropped.</param>
    public void Watch(ITrainObserver observer) => _observers.Add(observer);

    /// <summary>Trains to the end, to the time limit, or until asked to stop; always saved when it returns.</summary>
    /// <param name="stop">Asks to finish the step, save and end.</param>
    /// <returns>How the command should end: 0, or the code of whoever asked to stop.</returns>
    /// <exception cref="AdversaException">ADV4001: diverged. ADV5007: the last step could not be saved.</exception>
    public ExitCode Go(StopRequest stop)
    {
        ArgumentNullException.ThrowIfNull(stop);
        var trainer = _workshop.Trainer;
        _imagesBefore = trainer.Images;
        _window = (TimeSpan.Zero, trainer.Images);
        _clock.Start();
        Tell(new RunStarted(trainer.Round, Folder.Path, _recipe.Variant, _recipe.Data, _workshop.Source.Schema, _recipe.Steps, _workshop.Stream.BatchSize,
            _recipe.Seed, Engine.Threads, _workshop.Parameters(), _resumed));
        foreach (var warning in _workshop.Stream.Warnings) Warn(3011, warning);
        try
        {
            if (trainer.Round == 0 && trainer.AtBoundary) DrawSamples();
            while (trainer.Round < _recipe.Steps && stop.Exit is null && !TimeIsUp()) Step(trainer, stop);
            Finish(trainer, stop);
        }
        catch (AdversaException e) when (e.Code == 4001)
        {
            End("diverged");
            throw;
        }
        catch
        {
            End("failed");
            throw;
        }

        return Conclude(trainer, stop);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _logs.Dispose();
        _workshop.Dispose();
        _lock.Dispose();
    }

    private double Seconds => _secondsBefore + _clock.Elapsed.TotalSeconds;

    /// <summary>After one step at the earliest: a run of none would be no result.</summary>
    private bool TimeIsUp() => _recipe.Minutes > 0 && _workshop.Trainer.Images > _imagesBefore && Seconds >= _recipe.Minutes * 60;

    /// <summary>One round, or what is left of it.</summary>
    private void Step(Trainer trainer, StopRequest stop)
    {
        var next = trainer.Round + 1;
        var read = next % _recipe.LogEvery == 0 || next == 1 || next == _recipe.Steps;
        var values = new Dictionary<string, double>();
        do
        {
            foreach (var (name, value) in trainer.Update(read)) values[name] = value;
        }
        while (!trainer.AtBoundary && stop.Exit is null);

        if (!trainer.AtBoundary) return;                            // asked to stop within a round: the checkpoint holds the place
        if (read) Report(trainer, values);
        if (IsDue(_recipe.SampleEvery, _drawnAt, PicturesInRun) || trainer.Round == _recipe.Steps) DrawSamples();
        if (IsDue(_recipe.CheckpointEvery, _savedAt, CheckpointsInRun) && trainer.Round < _recipe.Steps) Save();
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
        var left = (_recipe.Steps - trainer.Round) * (now.TotalSeconds / Math.Max(1, (trainer.Images - _imagesBefore) / (double)_workshop.Stream.BatchSize));
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

        if (_statusAt is not { } last || now - last >= StatusEvery) WriteStatus("running", left);
    }

    private void Finish(Trainer trainer, StopRequest stop)
    {
        var finished = trainer.Round >= _recipe.Steps || (stop.Exit is null && TimeIsUp());
        Save();
        if (finished && _recipe.Minutes > 0 && trainer.Round < _recipe.Steps)
        {
            _recipe = _recipe with { Steps = Math.Max(1, trainer.Round), Minutes = 0 };      // what was reached is what repeats the run
            TryQuietly(() => Folder.WriteRecipe(_recipe, origins: null));
            DrawSamples();
        }

        if (finished) TryQuietly(() => Timeline.Write(Folder));
        if (finished) TryQuietly(() => Strip.Write(Folder, _workshop.Source.Schema));
        End(finished ? "finished" : "stopped");
    }

    /// <summary>How the command should end: what could not be written is said now.</summary>
    private ExitCode Conclude(Trainer trainer, StopRequest stop)
    {
        if (_unsaved is not null) throw new AdversaException(5007, ExitCode.Resource, new(
            $"Step {trainer.Round} was reached but could not be saved: {_unsaved}. {Safe("en")} Free some disk and run: {ShellWords.Me} resume {ShellWords.Quote(Folder.Path)}",
            $"Se alcanzó el paso {trainer.Round} pero no se pudo guardar: {_unsaved}. {Safe("es")} Libere espacio en disco y ejecute: {ShellWords.Me} resume {ShellWords.Quote(Folder.Path)}"));
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
    private void Save()
    {
        var trainer = _workshop.Trainer;
        _savedAt = _clock.Elapsed;
        if (trainer.NonFinite() is { } bad) throw new AdversaException(4001, ExitCode.Diverged, new(
            $"\"{bad}\" holds NaN or infinity at step {trainer.Round}; it is not saved. {Safe("en")} Lower the rate (--lr) and start again.",
            $"«{bad}» contiene NaN o infinito en el paso {trainer.Round}; no se guarda. {Safe("es")} Baje la tasa (--lr) y empiece de nuevo."));
        try
        {
            var path = _checkpoints.Save(trainer, new CheckpointManifest(CheckpointManifest.CurrentFormat, _runId, trainer.Round, trainer.UpdateInRound, trainer.Images,
                Math.Round(Seconds, 3), trainer.Average?.HalfLifeImages ?? 0, _recipe.Hash(), _workshop.Source.Fingerprint, _workshop.Source.Schema, [], ""));
            (_safeStep, _unsaved) = (trainer.Round, null);
            Tell(new CheckpointSaved(trainer.Round, path));
        }
        catch (IOException e)
        {
            _unsaved = e.Message.TrimEnd('.').ReplaceLineEndings(" ");
            if (_warnedAt is { } last && _clock.Elapsed - last < WarnAgain) return;
            _warnedAt = _clock.Elapsed;
            Warn(5007, new(
                $"The checkpoint of step {trainer.Round} could not be saved: {_unsaved}. Training goes on and tries again. {Safe("en")}",
                $"No se pudo guardar el punto de control del paso {trainer.Round}: {_unsaved}. El entrenamiento sigue y lo intentará de nuevo. {Safe("es")}"));
        }
    }

    private void DrawSamples()
    {
        if (_workshop.Model.SampledNetwork is null) return;
        var trainer = _workshop.Trainer;
        _drawnAt = _clock.Elapsed;
        var picture = SampleSheet.Draw(_workshop.Model, trainer.SamplingNetwork, _workshop.Source);
        var path = System.IO.Path.Join(Folder.Samples, $"step-{trainer.Round.ToString("D6", System.Globalization.CultureInfo.InvariantCulture)}.png");
        var written = TryQuietly(() =>
        {
            Directory.CreateDirectory(Folder.Samples);
            AtomicFile.Write(path, durable: false, file => PngWriter.Write(file, picture, [KeyValuePair.Create("adversa", PictureText(trainer))]));
        });
        Tell(new SamplesDrawn(trainer.Round, written ? path : null, picture));
    }

    private string PictureText(Trainer trainer) => new JsonObject
    {
        ["run"] = _runId,
        ["step"] = trainer.Round,
        ["images"] = trainer.Images,
        ["average"] = trainer.SamplingNetwork == trainer.Average?.Average,
        ["seeds"] = $"0-{SampleSheet.Pictures - 1}",
        ["recipe"] = _recipe.ToJson(),
    }.ToJsonString();

    private void End(string state)
    {
        _clock.Stop();
        var trainer = _workshop.Trainer;
        Tell(new RunEnded(trainer.Round, state, trainer.Images, TimeSpan.FromSeconds(Seconds), (trainer.Images - _imagesBefore) / Math.Max(1e-9, _clock.Elapsed.TotalSeconds)));
        WriteStatus(state, 0);
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

    /// <summary>Takes back what a start that failed has made; files only where the lock was ours.</summary>
    private static void Undo(string path, bool isNew, bool keepFiles) => TryQuietly(() =>
    {
        if (!Directory.Exists(path)) return;
        foreach (var file in keepFiles ? [] : Directory.GetFiles(path)) File.Delete(file);
        if (isNew && !Directory.EnumerateFileSystemEntries(path).Any()) Directory.Delete(path);
    });

    private static bool TryQuietly(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException or FormatException or AdversaException)
        {
            return false;                                            // pictures and status are worth less than the training
        }
    }

    private static JsonObject Describe(string id, ISampleSource source) => new()
    {
        ["run"] = id,
        ["started"] = DateTime.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["adversa"] = typeof(TrainingRun).Assembly.GetName().Version?.ToString(3),
        ["libtorch"] = Engine.TorchVersion,
        ["dotnet"] = Environment.Version.ToString(),
        ["os"] = RuntimeInformation.OSDescription,
        ["device"] = "cpu",
        ["threads"] = Engine.Threads,
        ["instructions"] = Engine.CpuCapability,
        ["data"] = source.Name,
        ["dataFingerprint"] = source.Fingerprint,
    };

    private static void Compare(RunFolder folder, CheckpointManifest manifest, ResolvedRecipe recipe, ISampleSource source, Action<int, Text> warn)
    {
        if (manifest.Schema != source.Schema) throw new AdversaException(3010, ExitCode.Data, new(
            $"The run was trained on samples of {manifest.Schema}; {recipe.Recipe.Data} now has {source.Schema}. Bring the old data back.",
            $"La ejecución se entrenó con muestras de {manifest.Schema}; {recipe.Recipe.Data} tiene ahora {source.Schema}. Recupere los datos anteriores."));
        if (manifest.RecipeHash != recipe.Recipe.Hash()) warn(6004, new(
            "recipe.json was changed since the checkpoint was saved; the run goes on with the new values, but the optimizers' rates stay as they were saved.",
            "recipe.json cambió desde que se guardó el punto de control; la ejecución sigue con los valores nuevos, pero las tasas de los optimizadores siguen siendo las guardadas."));
        if (manifest.DataFingerprint != source.Fingerprint) warn(3013, new(
            $"The data {recipe.Recipe.Data} has changed since the checkpoint was saved; the run goes on, and is no longer the same as one without a stop.",
            $"Los datos {recipe.Recipe.Data} cambiaron desde que se guardó el punto de control; la ejecución sigue, pero ya no equivale a una sin interrupción."));
        foreach (var (name, now) in new (string, JsonNode)[] { ("libtorch", Engine.TorchVersion), ("threads", Engine.Threads), ("instructions", Engine.CpuCapability) })
            if (folder.Environment[name] is { } then && then.ToJsonString() != now.ToJsonString()) warn(6005, new(
                $"{name} is {now}; the run was begun with {then}. Results are equal bit for bit only under the same.",
                $"{name} es {now}; la ejecución empezó con {then}. Los resultados son iguales bit a bit solo en las mismas condiciones."));
    }

    private static AdversaException NotWritable(string path, Exception e) => new(5006, ExitCode.Resource, new(
        $"The run's folder {path} cannot be written: {e.Message.TrimEnd('.')}. Free the disk or the rights, or name another folder with --out.",
        $"No se puede escribir en la carpeta de la ejecución {path}: {e.Message.TrimEnd('.')}. Libere el disco o los permisos, o indique otra carpeta con --out."), e);
}
