using Adversa.Data.Files;
using Adversa.Data;

namespace Adversa.Metrics.Tests;

/// <summary>The arrays of <c>tests/golden/metrics</c>.</summary>
internal static class GoldenPoints
{
    public static (float[] Values, int Count, int Width) Read(string name)
    {
        var file = NpySource.Open(Path.Join(Root(), "tests", "golden", "metrics", $"{name}.npy"));
        var (count, width) = ((int)file.Count, file.Schema.Values);
        var values = new float[count * width];
        for (var i = 0; i < count; i++) file.Read(i, values.AsSpan(i * width, width), out _);
        return (values, count, width);
    }

    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Join(folder.FullName, "Adversa.slnx"))) return folder.FullName;
        throw new InvalidOperationException("Adversa.slnx was not found above the tests.");
    }
}
