using Adversa.Data;
using Adversa.Worlds.Digits;
using BenchmarkDotNet.Attributes;

namespace Adversa.Bench;

/// <summary>How fast samples come.</summary>
public class DataBenchmarks
{
    private readonly DigitsWorld _digits = new();
    private readonly float[] _sample = new float[28 * 28];
    private long _index;

    /// <summary>Draws one digit.</summary>
    [Benchmark]
    public void DrawDigit() => _digits.Read(_index++, _sample, out _);
}
