using System.Runtime.InteropServices;
using Adversa.Torch;

namespace Adversa.Training.Diagnostics;

/// <summary>Arrays of numbers as bytes of the saved state.</summary>
internal static class StateOfNumbers
{
    /// <summary>Visits numbers; their count may change.</summary>
    /// <param name="visitor">Saves or restores.</param>
    /// <param name="name">Unique among its neighbours.</param>
    /// <param name="values">Read when saving, replaced when loading.</param>
    internal static void Visit<T>(this ITensorStateVisitor visitor, string name, ref T[] values) where T : unmanaged
    {
        byte[] bytes = [.. MemoryMarshal.AsBytes(values.AsSpan())];
        visitor.Visit(name, ref bytes);
        values = MemoryMarshal.Cast<byte, T>(bytes).ToArray();
    }
}
