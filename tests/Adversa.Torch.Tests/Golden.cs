using System.Globalization;
using Adversa.Torch.Disk;

namespace Adversa.Torch.Tests;

/// <summary>One file of tests/golden: numbers that PyTorch computed.</summary>
public sealed class Golden : IDisposable
{
    private readonly SafeTensorsFile _file;

    public Golden(string name) => (Name, _file) = (name, SafeTensors.Read(Path.Join(Root, "tests", "golden", name + ".safetensors")));

    /// <summary>The folder of the source tree.</summary>
    public static string Root { get; } = FindRoot();

    public string Name { get; }

    public IEnumerable<string> Keys => _file.Tensors.Keys;

    public Tensor this[string key] => _file.Tensors[key];

    public bool Has(string key) => _file.Tensors.ContainsKey(key);

    public string Text(string key) => _file.Metadata[key];

    public bool Says(string key, string value) => _file.Metadata.TryGetValue(key, out var text) && text == value;

    public double Number(string key) => double.Parse(Text(key), CultureInfo.InvariantCulture);

    public bool Flag(string key) => Text(key) == "true";

    /// <summary>The reference's own float32 rounding over each tensor's largest value, times ten: another order of summation may err as much.
    /// The floor is half a unit in the last place, for the cases in which the reference happens to be exact.</summary>
    public double Tolerance => 10 * Math.Max(6e-8, Number("max_difference_from_float64_over_largest_value"));

    /// <summary>The tensors under a prefix, without it.</summary>
    public Dictionary<string, Tensor> Under(string prefix) =>
        Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(key => key[prefix.Length..], key => this[key]);

    /// <summary>Asserts that a tensor equals the stored one, up to a difference relative to the largest stored value.</summary>
    public void Check(string key, Tensor? actual, double? tolerance = null)
    {
        Assert.True(actual is not null, $"{Name}: {key} has no counterpart");
        Assert.Equal(this[key].Shape, actual.Shape);
        Assert.Equal(this[key].DType, actual.DType);
        Close(this[key].Doubles(), actual.Doubles(), tolerance ?? Tolerance, $"{Name}: {key}");
    }

    public static void Close(double[] expected, double[] actual, double relative, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        var largest = expected.Select(Math.Abs).DefaultIfEmpty(0).Max();
        var worst = expected.Zip(actual, (a, b) => double.IsFinite(b) ? Math.Abs(a - b) : double.PositiveInfinity).DefaultIfEmpty(0).Max();
        Assert.True(worst <= relative * largest, $"{what} differs by {worst:e2}; allowed are {relative * largest:e2}");
    }

    public void Dispose() => _file.Dispose();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Join(folder.FullName, "Adversa.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Adversa.slnx.");
    }
}

/// <summary>Small things that many tests say.</summary>
public static class Say
{
    public static double[] Doubles(this Tensor tensor)
    {
        using var real = tensor.To(DType.Float64);
        return real.ToArray<double>();
    }

    /// <summary>The live count once everything that was dropped is freed; only a test may ask the garbage collector.</summary>
    public static long SettledLiveCount()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return Tensor.LiveCount;
    }

    public static Tensor Leaf(this Tensor tensor)
    {
        var leaf = tensor.Detach().Clone();
        leaf.RequiresGrad = true;
        return leaf;
    }
}
