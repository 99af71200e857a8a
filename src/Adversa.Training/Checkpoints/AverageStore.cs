using System.Globalization;
using Adversa.Formats.Disk;
using Adversa.Torch;
using Adversa.Torch.Disk;
using Adversa.Torch.Optim;

namespace Adversa.Training.Checkpoints;

/// <summary>The <c>averages/</c> of a run: the power averages of its generator as they stood at some steps, from which averages of other lengths are made.
/// No pruning of checkpoints touches them.</summary>
/// <param name="folder">The folder; made when the first is stored.</param>
public sealed class AverageStore(string folder)
{
    private const long SpareBytes = 128L << 20;
    private const int LeftForCheckpoints = 4;        // times an average's file
    private const string Start = "step-", End = ".safetensors";

    /// <summary>How a checkpoint's state names the rounds that its averages hold.</summary>
    internal const string StepsName = "average_steps";

    /// <summary>The relative widths of the averages that are kept.</summary>
    public static IReadOnlyList<double> Widths { get; } = [0.05, 0.1];

    /// <summary>Where it is.</summary>
    public string Path => folder;

    /// <summary>The files with the rounds that they average, the oldest first.</summary>
    public IReadOnlyList<(long Step, string Path)> List() => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, $"{Start}*{End}").Select(path => (Step: StepOf(System.IO.Path.GetFileName(path)), path))
            .Where(file => file.Step > 0).OrderBy(file => file.Step),
    ];

    /// <summary>The name of a weight of an average.</summary>
    /// <param name="width">The average's.</param>
    /// <param name="name">The weight's in its network.</param>
    internal static string NameOf(double width, string name) => string.Create(CultureInfo.InvariantCulture, $"average{100 * width:00}.{name}");

    /// <summary>Stores averages as they stand.</summary>
    /// <param name="step">Rounds that they hold.</param>
    /// <param name="tensors">Their weights.</param>
    /// <param name="most">Files that are left at most.</param>
    /// <exception cref="IOException">The disk said no.</exception>
    internal void Save(long step, IEnumerable<KeyValuePair<string, Tensor>> tensors, int most)
    {
        Directory.CreateDirectory(folder);
        var all = tensors.ToList();
        var needed = LeftForCheckpoints * all.Sum(pair => pair.Value.Elements * pair.Value.DType.Size()) + SpareBytes;
        if (new DriveInfo(System.IO.Path.GetFullPath(folder)).AvailableFreeSpace is var free && free < needed)
            throw new IOException($"{free >> 20} MB are free, which checkpoints may need");
        var name = string.Create(CultureInfo.InvariantCulture, $"{Start}{step:D6}{End}");
        AtomicFile.Write(System.IO.Path.Join(folder, name), durable: true, stream => SafeTensors.Write(stream, all));
        Thin(most);
    }

    /// <summary>Removes what was stored after a round.</summary>
    /// <param name="step">The round.</param>
    internal void Forget(long step)
    {
        foreach (var file in List().Where(file => file.Step > step)) File.Delete(file.Path);
    }

    /// <summary>Puts the average of a width at the newest stored round together: the combination of all that are stored whose weighting of the steps is nearest to its own.</summary>
    /// <param name="width">σ_rel.</param>
    /// <param name="into">The parameters of a network, by name.</param>
    /// <returns>The round, and how far the weighting is from the wanted one, as a share of it.</returns>
    /// <exception cref="AdversaException">ADV6013: nothing is stored. ADV6001, ADV6003: a file is damaged, or of another network.</exception>
    public (long Step, double Misfit) Combine(double width, IReadOnlyDictionary<string, Tensor> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        var files = List();
        if (files.Count == 0) throw new AdversaException(6013, ExitCode.Usage, Words.RunStoresNoAverages(folder));
        var stored = files.SelectMany(file => Widths.Select(one => PowerProfile.OfWidth(one, file.Step))).ToList();
        var (shares, misfit) = PowerProfile.Combine(stored, PowerProfile.OfWidth(width, files[^1].Step));
        using var scope = new TensorScope();
        using var _ = Autograd.NoGrad();
        var sums = into.ToDictionary(pair => pair.Key, pair => Ops.Zeros(pair.Value.Shape, pair.Value.DType, Device.Cpu), StringComparer.Ordinal);
        for (var i = 0; i < shares.Length; i++)
            if (shares[i] != 0) Add(files[i / Widths.Count].Path, Widths[i % Widths.Count], shares[i], sums);
        foreach (var (name, tensor) in into) tensor.CopyInPlace(sums[name]);
        return (files[^1].Step, misfit);
    }

    private static void Add(string path, double width, double share, Dictionary<string, Tensor> sums)
    {
        using var scope = new TensorScope();
        using var content = SafeTensors.Read(path, ExitCode.Checkpoint);
        foreach (var (name, sum) in sums)
        {
            var own = NameOf(width, name);
            if (!content.Tensors.TryGetValue(own, out var saved)) throw Misfit($"{own} is missing");
            if (!saved.Shape.AsSpan().SequenceEqual(sum.Shape) || saved.DType != sum.DType) throw Misfit($"{own} is {saved}, {sum} was expected");
            Ops.AddInPlace(sum, saved, share);
        }

        AdversaException Misfit(string problem) => new(6003, ExitCode.Checkpoint, Words.DoesNotFitRun(path, problem));
    }

    /// <summary>Leaves so many: without the oldest where the second oldest too holds less than a part of so many of the run, else without the one whose neighbours are nearest to each other.</summary>
    private void Thin(int most)
    {
        for (var files = List(); files.Count > Math.Max(3, most); files = List())
        {
            var closest = Enumerable.Range(1, files.Count - 2).MinBy(at => (double)files[at + 1].Step / files[at - 1].Step);
            File.Delete(files[files[1].Step * most <= files[^1].Step ? 0 : closest].Path);
        }
    }

    private static long StepOf(string name) =>
        long.TryParse(name.AsSpan()[Start.Length..^End.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : -1;
}
