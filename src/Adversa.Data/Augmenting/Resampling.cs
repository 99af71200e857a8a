using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Adversa.Data.Augmenting;

/// <summary>Scales, rotates and shifts a picture in one bilinear resampling; beyond the border its pixels are repeated.</summary>
internal readonly struct Resampling
{
    private readonly int _height;
    private readonly int _width;
    private readonly float _cos;                 // of the way back, from the new picture to the old one
    private readonly float _sin;
    private readonly double _x;                  // where the new picture's first pixel comes from
    private readonly double _y;

    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="right">Shift in pixels.</param>
    /// <param name="down">Shift in pixels.</param>
    /// <param name="factor">Of the size, about the centre; more than 0.</param>
    /// <param name="turns">Counter-clockwise about the centre; 1 is a full turn.</param>
    public Resampling(int height, int width, double right, double down, double factor, double turns)
    {
        (_height, _width) = (height, width);
        var (sin, cos) = Deterministic.SinCosTurns(turns);
        (_sin, _cos) = ((float)(sin / factor), (float)(cos / factor));
        var (centreX, centreY) = ((width - 1) / 2.0, (height - 1) / 2.0);
        var (x, y) = (-centreX - right, -centreY - down);
        (_x, _y) = (centreX + _cos * x - _sin * y, centreY + _sin * x + _cos * y);
    }

    /// <summary>Resamples every plane.</summary>
    /// <param name="from">Planes of height x width; may be longer than they are.</param>
    /// <param name="to">As many planes.</param>
    public void Apply(ReadOnlySpan<float> from, Span<float> to)
    {
        var (plane, lastX, lastY) = (_height * _width, (float)(_width - 1), (float)(_height - 1));
        if (to.Length % plane != 0 || from.Length < to.Length) throw new ArgumentException($"Expected planes of {plane} numbers; got {from.Length} and {to.Length}.", nameof(to));
        ref var old = ref MemoryMarshal.GetReference(from);
        ref var into = ref MemoryMarshal.GetReference(to);
        for (var row = 0; row < _height; row++)
        {
            var (rowX, rowY) = ((float)(_x - _sin * (double)row), (float)(_y + _cos * (double)row));
            for (var column = 0; column < _width; column++)
            {
                var x = Within(rowX + _cos * column, lastX);
                var y = Within(rowY + _sin * column, lastY);
                var (left, top) = ((int)x, (int)y);
                var (weightX, weightY) = (x - left, y - top);
                var at = top * _width + left;                               // at most the last pixel: no step leaves its plane
                var (right, down) = (left < _width - 1 ? 1 : 0, top < _height - 1 ? _width : 0);
                for (var below = 0; below < to.Length; below += plane)
                {
                    ref var corner = ref Unsafe.Add(ref old, below + at);
                    var above = Between(corner, Unsafe.Add(ref corner, right), weightX);
                    var under = Between(Unsafe.Add(ref corner, down), Unsafe.Add(ref corner, down + right), weightX);
                    Unsafe.Add(ref into, below + row * _width + column) = Between(above, under, weightY);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Within(float value, float last) => value < 0 ? 0 : value > last ? last : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Between(float a, float b, float weight) => a + weight * (b - a);
}
