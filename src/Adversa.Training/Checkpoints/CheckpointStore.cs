using System.Security.Cryptography;
using System.Text.Json;
using Adversa.Formats.Disk;
using Adversa.Torch;
using Adversa.Torch.Disk;

namespace Adversa.Training.Checkpoints;

/// <summary>The <c>checkpoints/</c> of a run: each is complete or does not exist, and none is believed before it is checked.</summary>
/// <remarks>Written under the run's lock: into a temporary folder, every file hashed and synced, the manifest last, then one rename.</remarks>
/// <param name="folder">The folder; made when the first checkpoint is saved.</param>
/// <param name="runId">Only checkpoints of this run are believed.</param>
public sealed class CheckpointStore(string folder, string runId)
{
    private const string ModelFile = "model.safetensors", OptimizerFile = "optimizer.safetensors", StateFile = "state.safetensors", NumbersFile = "state.json";
    private const string ManifestFile = "manifest.json";
    private const string TemporaryMark = ".tmp-", TrashMark = ".trash-";
    private const string BestStepName = "doctor.best_step";
    private const int Kept = 2;
    private const long SpareBytes = 64L << 20;
    private const int MaxManifest = 64 << 20;        // a class for every picture has happened

    /// <summary>The name of a checkpoint that is kept however old it becomes, such as the best one; null for none.</summary>
    public string? Keep { get; set; }

    /// <summary>The checkpoints that are there, newest first, good or bad.</summary>
    public IReadOnlyList<CheckpointInfo> List() => [.. Folders().Select(Examine).OrderByDescending(c => c.Step).ThenByDescending(c => c.Update)];

    /// <summary>The newest checkpoint that is whole, and the reasons why newer ones are not.</summary>
    public (CheckpointInfo? Good, IReadOnlyList<CheckpointInfo> Bad) Newest()
    {
        var bad = new List<CheckpointInfo>();
        foreach (var name in Folders().OrderByDescending(StepOf).ThenByDescending(n => n, StringComparer.Ordinal))
        {
            var info = Examine(name);
            if (info.Problem is null) return (info, bad);
            bad.Add(info);
        }

        return (null, bad);
    }

    /// <summary>The whole checkpoint whose samples came nearest to the data, as the doctor's state in the newest one says; null when nobody watched, or when it is gone.</summary>
    public CheckpointInfo? Best()
    {
        if (Newest().Good is not { } newest) return null;
        if (NumberOf(newest, BestStepName) is not (>= 0 and var best)) return null;
        return Examine(CheckpointManifest.NameOf(best, 0)) is { Problem: null } good ? good : null;
    }

    /// <summary>The whole checkpoint of a step.</summary>
    /// <exception cref="AdversaException">ADV6002 with exit 4: it is gone or damaged.</exception>
    internal CheckpointInfo At(long step) => Examine(CheckpointManifest.NameOf(step, 0)) is { Problem: null } good ? good : throw new AdversaException(6002, ExitCode.Checkpoint, Words.CheckpointOfStepBestOne(step, folder));

    /// <summary>A whole number of a checkpoint's state by name; null when it has none.</summary>
    internal static long? NumberOf(CheckpointInfo checkpoint, string name)
    {
        using var numbers = JsonDocument.Parse(File.ReadAllBytes(Path.Join(checkpoint.Path, NumbersFile)));
        return numbers.RootElement.TryGetProperty(name, out var number) && number.TryGetInt64(out var value) ? value : null;
    }

    /// <summary>Bytes of a checkpoint's state by name; empty when it has none.</summary>
    /// <param name="checkpoint">One that was found whole.</param>
    /// <param name="name">Such as <c>doctor.changes</c>.</param>
    internal static byte[] BytesOf(CheckpointInfo checkpoint, string name)
    {
        using var tensors = SafeTensors.Read(Path.Join(checkpoint.Path, StateFile), ExitCode.Checkpoint);
        return tensors.Tensors.TryGetValue(name, out var bytes) ? bytes.ToArray<byte>() : [];
    }

    /// <summary>Saves.</summary>
    /// <param name="what">The training; only read.</param>
    /// <param name="manifest">Where it stands; run, files and hash are filled in here.</param>
    /// <param name="replaces">Whether a whole checkpoint of the same step gives way; else it is taken for the same.</param>
    /// <returns>The checkpoint's folder.</returns>
    /// <exception cref="IOException">The disk is full or broken; earlier checkpoints are untouched and nothing half is left.</exception>
    public string Save(ICheckpointed what, CheckpointManifest manifest, bool replaces = false)
    {
        using var scope = new TensorScope();
        FailPoint.Pass("checkpoint.begin");
        var target = Path.Join(folder, manifest.FolderName);
        if (!replaces && Directory.Exists(target) && Examine(manifest.FolderName).Problem is null) return target;      // this very point is safe already

        var temporary = $"{target}{TemporaryMark}{Environment.ProcessId}";
        try
        {
            var isFirst = !Directory.Exists(folder);
            Directory.CreateDirectory(temporary);
            if (isFirst) Posix.Sync(Path.GetDirectoryName(Path.GetFullPath(folder))!, folder: true);
            var state = new StateSaver();
            what.VisitState(state);
            var (model, optimizer) = (what.ModelTensors(), what.OptimizerTensors());
            CheckSpace(model.Values.Concat(optimizer.Values).Concat(state.Tensors.Values));
            List<CheckpointFile> files =
            [
                Write(temporary, ModelFile, stream => SafeTensors.Write(stream, model)),
                Write(temporary, OptimizerFile, stream => SafeTensors.Write(stream, optimizer)),
                Write(temporary, NumbersFile, stream => stream.Write(state.Json())),
                Write(temporary, StateFile, stream => SafeTensors.Write(stream, state.Tensors)),
            ];
            FailPoint.Pass("checkpoint.manifest");
            var signed = (manifest with { Run = runId, Files = files }).Signed();
            Write(temporary, ManifestFile, stream => JsonSerializer.Serialize(stream, signed, CheckpointJson.Default.CheckpointManifest));
            Posix.Sync(temporary, folder: true);
            FailPoint.Pass("checkpoint.rename");
            if (Directory.Exists(target)) Discard(target);                                                // a damaged one of the same name, or one that gives way
            Posix.Rename(temporary, target);
            Posix.Sync(folder, folder: true);
            FailPoint.Pass("checkpoint.done");
        }
        catch (Exception e)
        {
            TryDelete(temporary);
            // Under a file-size limit a write throws ArgumentOutOfRangeException; all of it means: this disk, now, no.
            if (DiskTrouble.Is(e)) throw new IOException(DiskTrouble.Of(e).ToString(), e);
            throw;
        }

        Prune();
        return target;
    }

    /// <summary>Puts a checkpoint's content into a training.</summary>
    /// <param name="checkpoint">One that was found whole.</param>
    /// <param name="into">Gets it; its networks must have the same plan.</param>
    /// <exception cref="AdversaException">ADV6003: the content does not fit.</exception>
    public static void Load(CheckpointInfo checkpoint, ICheckpointed into)
    {
        using var scope = new TensorScope();
        using var _ = Autograd.NoGrad();
        try
        {
            Copy(Path.Join(checkpoint.Path, ModelFile), into.ModelTensors());
            Copy(Path.Join(checkpoint.Path, OptimizerFile), into.OptimizerTensors());
            using var numbers = JsonDocument.Parse(File.ReadAllBytes(Path.Join(checkpoint.Path, NumbersFile)), new JsonDocumentOptions { AllowDuplicateProperties = false });
            using var tensors = SafeTensors.Read(Path.Join(checkpoint.Path, StateFile), ExitCode.Checkpoint);
            var loader = new StateLoader(numbers.RootElement, tensors.Tensors);
            into.VisitState(loader);
            if (loader.Left.FirstOrDefault() is { } left) throw new FormatException($"{left} is not known to this version");
        }
        catch (Exception e) when (IsMisfit(e))
        {
            throw Misfit(checkpoint, e);
        }
    }

    /// <summary>Copies a checkpoint's weights into networks, for drawing samples.</summary>
    /// <param name="checkpoint">One that was found whole.</param>
    /// <param name="model">Tensors under the names of <see cref="ICheckpointed.ModelTensors"/>; the checkpoint must hold all of them and may hold more.</param>
    /// <exception cref="AdversaException">ADV6003: the content does not fit.</exception>
    public static void LoadModel(CheckpointInfo checkpoint, IReadOnlyDictionary<string, Tensor> model)
    {
        using var scope = new TensorScope();
        using var _ = Autograd.NoGrad();
        try
        {
            Copy(Path.Join(checkpoint.Path, ModelFile), model, partial: true);
        }
        catch (Exception e) when (IsMisfit(e))
        {
            throw Misfit(checkpoint, e);
        }
    }

    /// <summary>Copies those weights of a checkpoint into networks that have the same name and shape there, for going on from another run.</summary>
    /// <param name="checkpoint">One that was found whole.</param>
    /// <param name="model">Tensors under the names of <see cref="ICheckpointed.ModelTensors"/>.</param>
    /// <returns>Those that got nothing.</returns>
    /// <exception cref="AdversaException">ADV6003: the file cannot be read.</exception>
    public static IReadOnlyList<Misfit> LoadFitting(CheckpointInfo checkpoint, IReadOnlyDictionary<string, Tensor> model)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        using var scope = new TensorScope();
        using var _ = Autograd.NoGrad();
        try
        {
            using var content = SafeTensors.Read(Path.Join(checkpoint.Path, ModelFile), ExitCode.Checkpoint);
            var fitting = model.Where(pair => content.Tensors.TryGetValue(pair.Key, out var saved) && saved.DType == pair.Value.DType && saved.Shape.AsSpan().SequenceEqual(pair.Value.Shape)).ToList();
            foreach (var (name, tensor) in fitting) tensor.CopyInPlace(content.Tensors[name]);
            return [.. model.Except(fitting).Select(pair => new Misfit(pair.Key, pair.Value.Shape.ToArray(), content.Tensors.TryGetValue(pair.Key, out var other) ? other.Shape.ToArray() : null))];
        }
        catch (Exception e) when (IsMisfit(e))
        {
            throw Misfit(checkpoint, e);
        }
    }

    /// <summary>SHA-256 over the complete training state: every tensor and number by name, whatever the files' layout.</summary>
    /// <param name="checkpoint">One that was found whole.</param>
    public static string HashOf(CheckpointInfo checkpoint)
    {
        using var scope = new TensorScope();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in new[] { ModelFile, OptimizerFile, StateFile })
        {
            using var content = SafeTensors.Read(Path.Join(checkpoint.Path, file), ExitCode.Checkpoint);
            foreach (var (name, tensor) in content.Tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                sha.AppendData(System.Text.Encoding.UTF8.GetBytes($"{file} {name} {tensor.DType} [{string.Join(",", tensor.Shape)}]\n"));
                sha.AppendData(tensor.ToBytes());
            }
        }

        using var numbers = JsonDocument.Parse(File.ReadAllBytes(Path.Join(checkpoint.Path, NumbersFile)));
        foreach (var property in numbers.RootElement.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
            sha.AppendData(System.Text.Encoding.UTF8.GetBytes($"{property.Name} {property.Value.GetRawText()}\n"));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    /// <summary>Removes what an interrupted save or prune left; under the run's lock.</summary>
    public void Clean()
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateDirectories(folder))
            if (Path.GetFileName(path) is var name && (name.Contains(TemporaryMark, StringComparison.Ordinal) || name.StartsWith(TrashMark, StringComparison.Ordinal)))
                TryDelete(path);
    }

    private IEnumerable<string> Folders() => !Directory.Exists(folder) ? [] : Directory.EnumerateDirectories(folder)
        .Select(path => Path.GetFileName(path)!)
        .Where(name => name.StartsWith("step-", StringComparison.Ordinal) && !name.Contains(TemporaryMark, StringComparison.Ordinal));

    private static long StepOf(string name) =>
        long.TryParse(name.Split('-')[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var step) ? step : -1;

    private CheckpointInfo Examine(string name)
    {
        var path = Path.Join(folder, name);
        try
        {
            return new(path, Manifest(path, name), null);
        }
        catch (Exception e) when (DiskTrouble.Is(e) || e is JsonException or FormatException or NotSupportedException)
        {
            return new(path, null, e.Message.ReplaceLineEndings(" ")) { NameStep = StepOf(name) };
        }
    }

    private CheckpointManifest Manifest(string path, string name)
    {
        var file = new FileInfo(Path.Join(path, ManifestFile));
        if (new DirectoryInfo(path).LinkTarget is not null) throw new FormatException("it is a link, no folder of its own");
        if (!file.Exists) throw new FormatException($"{ManifestFile} is missing");
        if (file.LinkTarget is not null || file.Length is 0 or > MaxManifest) throw new FormatException($"{ManifestFile} is no plain file of a manifest's size");
        var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(file.FullName), CheckpointJson.Default.CheckpointManifest) ?? throw new FormatException($"{ManifestFile} is empty");
        if (manifest.Format != CheckpointManifest.CurrentFormat) throw new FormatException($"format {manifest.Format}; this version reads {CheckpointManifest.CurrentFormat}");
        if (manifest.Hash != manifest.ComputeHash()) throw new FormatException($"{ManifestFile} does not match its own hash");
        if (manifest.Run != runId) throw new FormatException(runId.Length == 0 ? "whose it is cannot be told: the run's environment.json is lost or damaged" : "it belongs to another run");
        if (manifest.FolderName != name) throw new FormatException($"it is {manifest.FolderName}, in a folder of another name");
        var expected = manifest.Files.Select(f => f.Name).Append(ManifestFile).Order(StringComparer.Ordinal);
        var present = Directory.EnumerateFileSystemEntries(path).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal);
        if (!expected.SequenceEqual(present, StringComparer.Ordinal)) throw new FormatException($"files are {string.Join(", ", present)}; {string.Join(", ", expected)} were expected");
        foreach (var entry in manifest.Files) CheckFile(path, entry);
        return manifest;
    }

    private static void CheckFile(string path, CheckpointFile entry)
    {
        var file = new FileInfo(Path.Join(path, entry.Name));
        if (file.LinkTarget is not null || (file.Attributes & FileAttributes.Directory) != 0) throw new FormatException($"{entry.Name} is no plain file");
        if (file.Length != entry.Size) throw new FormatException($"{entry.Name} has {file.Length} bytes; {entry.Size} were written");
        using var stream = file.OpenRead();
        if (Convert.ToHexStringLower(SHA256.HashData(stream)) != entry.Sha256) throw new FormatException($"{entry.Name} has changed since it was written (SHA-256)");
    }

    private static bool IsMisfit(Exception e) => e is FormatException or JsonException or InvalidOperationException or IOException;

    private static AdversaException Misfit(CheckpointInfo checkpoint, Exception e) => new(6003, ExitCode.Checkpoint, Words.DoesNotFitRun(checkpoint.Path, e.Message), e);

    private static CheckpointFile Write(string into, string name, Action<Stream> write)
    {
        FailPoint.Pass("checkpoint.file");
        var path = Path.Join(into, name);
        using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            write(file);
        Posix.Sync(path, folder: false);
        using var written = File.OpenRead(path);
        return new(name, written.Length, Convert.ToHexStringLower(SHA256.HashData(written)));
    }

    private void CheckSpace(IEnumerable<Tensor> tensors)
    {
        var needed = tensors.Sum(tensor => tensor.Elements * tensor.DType.Size()) * 12 / 10 + SpareBytes;
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        if (free < needed) throw new IOException($"{free >> 20} MB are free, {needed >> 20} MB are needed");
    }

    private static void Copy(string file, IReadOnlyDictionary<string, Tensor> into, bool partial = false)
    {
        using var content = SafeTensors.Read(file, ExitCode.Checkpoint);
        foreach (var (name, tensor) in into)
        {
            if (!content.Tensors.TryGetValue(name, out var saved)) throw new FormatException($"{name} is missing");
            if (!saved.Shape.AsSpan().SequenceEqual(tensor.Shape) || saved.DType != tensor.DType) throw new FormatException($"{name} is {saved}, {tensor} was expected");
        }

        if (!partial && content.Tensors.Keys.FirstOrDefault(name => !into.ContainsKey(name)) is { } left) throw new FormatException($"{left} has no place");
        foreach (var (name, tensor) in into) tensor.CopyInPlace(content.Tensors[name]);
    }

    /// <summary>Keeps the two newest whole checkpoints and the best; a damaged one older than those goes too.</summary>
    private void Prune()
    {
        try
        {
            FailPoint.Pass("checkpoint.prune");
            var all = List();
            var keep = all.Where(c => c.Problem is null).Take(Kept).ToList();
            if (keep.Count < Kept) return;
            foreach (var old in all.Where(c => (c.Step, c.Update).CompareTo((keep[^1].Step, keep[^1].Update)) < 0 && c.Name != Keep)) Discard(old.Path);
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            // The new checkpoint is safe, and the old ones are in nobody's way; the next save tries again.
        }
    }

    private void Discard(string path)
    {
        var trash = Path.Join(folder, $"{TrashMark}{Environment.ProcessId}-{Path.GetFileName(path)}");
        TryDelete(trash);
        Posix.Rename(path, trash);
        TryDelete(trash);
    }

    private static void TryDelete(string path)
    {
        try
        {
            if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            // Left for the next start, which cleans.
        }
    }
}
