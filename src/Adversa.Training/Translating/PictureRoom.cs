using Adversa.Torch;
using Adversa.Training.Forecasts;

namespace Adversa.Training.Translating;

/// <summary>How many pixels a network can take at once: what one takes of memory is measured on a small picture, for layers that keep a picture's shape take memory in proportion to its area.</summary>
/// <param name="pass">Lets a picture of a size pass.</param>
internal sealed class PictureRoom(Action<PictureSize> pass)
{
    private const int Side = 256;            // a picture that is no larger is not asked about
    private const double Share = 0.7;        // of what is free: the picture itself, its answer and its file want some too

    private const int BytesHeld = 8;         // of a number that is made: as a float, as a byte, and in its file

    private double? _bytes;

    /// <summary>The most pixels at once.</summary>
    /// <param name="size">Of a picture that is to be translated.</param>
    internal long Pixels(PictureSize size)
    {
        if (!Engine.Device.IsCpu || (long)size.Width * size.Height <= Side * Side) return long.MaxValue;
        var bytes = _bytes ??= Measure();
        return (long)(Share * Memory.Available / bytes);
    }

    /// <summary>The most pixels whose answer can be held whole, made in tiles.</summary>
    /// <param name="values">Numbers made of each.</param>
    internal static long Held(int values) => Math.Min(Array.MaxLength, (long)(Share * Memory.Available / BytesHeld)) / values;

    private double Measure()
    {
        Memory.ForgetPeak();
        var before = Memory.Taken;
        pass(new(Side, Side));
        return Math.Max(1, (Memory.Peak - before) / (double)(Side * Side));
    }
}
