namespace Adversa.Worlds.Painting;

/// <summary>Paints shapes one over another in colour, antialiased by exact area, in units of a 64th of the picture's side.</summary>
/// <remarks>Curves collect edges, <see cref="Fill"/> paints what they enclose; filling again paints the same shape again. Nothing depends on the size
/// but the pixels on which the shapes fall.</remarks>
internal sealed class ShapeCanvas(int size)
{
    /// <summary>Side of the canvas in its own units.</summary>
    public const double Side = 64;

    /// <summary>Planes that can hold a shape for <see cref="Within"/>.</summary>
    public const int Masks = 3;

    private const float Nothing = 1f / 1024;               // less area than this is none

    [ThreadStatic] private static ShapeCanvas? _kept;

    private readonly AreaCoverage _area = new(size);
    private readonly float[] _red = new float[size * size], _green = new float[size * size], _blue = new float[size * size];
    private readonly float[] _cover = new float[size * size];
    private readonly float[][] _masks = [.. Enumerable.Range(0, Masks).Select(_ => new float[size * size])];
    private readonly double _scale = size / Side;
    private double _a = 1, _b, _c, _d = 1, _e, _f;          // canvas x = a x + b y + e, y = c x + d y + f
    private (int First, int Last) _rows;
    private bool _isSwept = true;

    /// <summary>The thread's own canvas of that size; what was painted on it may still be there.</summary>
    public static ShapeCanvas Of(int size)
    {
        CheckSide(size);
        return _kept?.Size == size ? _kept : _kept = new(size);
    }

    /// <summary>Throws unless a picture may have that side: a multiple of 8 pixels from 32 to 128.</summary>
    public static void CheckSide(int size)
    {
        if (size is < 32 or > 128 || size % 8 != 0) throw new ArgumentOutOfRangeException(nameof(size), size,
            "A picture has a multiple of 8 pixels a side, from 32 to 128.");
    }

    /// <summary>Side in pixels.</summary>
    public int Size => size;

    /// <summary>Receives each part's share of every pixel, one plane after another; null when nobody asks.</summary>
    public float[]? Shares { get; set; }

    /// <summary>The mask that limits the paint, or -1 for none.</summary>
    public int Within { get; set; } = -1;

    /// <summary>The part of the picture that the next shapes belong to.</summary>
    public int Part { get; set; }

    /// <summary>Sets where the next points fall: x and y are first turned and scaled, then moved.</summary>
    /// <param name="sin">Sine of the turn, times the scale.</param>
    /// <param name="cos">Cosine of the turn, times the scale.</param>
    /// <param name="x">Where the origin falls.</param>
    /// <param name="y">Where the origin falls.</param>
    public void Place(double sin, double cos, double x, double y) => (_a, _b, _c, _d, _e, _f) = (cos, -sin, sin, cos, x, y);

    /// <summary>Where a point falls, in pixels.</summary>
    public (double X, double Y) PixelOf(double x, double y) => ((_a * x + _b * y + _e) * _scale, (_c * x + _d * y + _f) * _scale);

    /// <summary>Adds a closed polygon to the shape.</summary>
    public void Polygon(ReadOnlySpan<(double X, double Y)> points)
    {
        if (_isSwept) (_isSwept, _rows) = (false, default);
        var (beforeX, beforeY) = PixelOf(points[^1].X, points[^1].Y);
        foreach (var (px, py) in points)
        {
            var (x, y) = PixelOf(px, py);
            _area.Edge(beforeX, beforeY, x, y);
            (beforeX, beforeY) = (x, y);
        }
    }

    /// <summary>Paints the shape. The next point begins another.</summary>
    public void Fill(in ShapePaint paint)
    {
        Sweep();
        if (_rows.Last < _rows.First) return;
        var mask = Within >= 0 ? _masks[Within] : null;
        var isFlat = paint.From == paint.To && paint.FromAlpha == paint.ToAlpha;
        var inverse = 1 / ((_a * _d - _b * _c) * _scale);
        for (var y = _rows.First; y <= _rows.Last; y++)
            for (int x = 0, i = y * size; x < size; x++, i++)
            {
                var cover = _cover[i];
                if (cover < Nothing) continue;
                if (mask is not null && (cover *= mask[i]) < Nothing) continue;
                if (isFlat)
                {
                    Blend(i, (float)paint.FromAlpha * cover, (float)paint.From.R, (float)paint.From.G, (float)paint.From.B);
                    continue;
                }

                var (dx, dy) = (x + 0.5 - _e * _scale, y + 0.5 - _f * _scale);
                var (px, py) = ((_d * dx - _b * dy) * inverse, (_a * dy - _c * dx) * inverse);
                var g = paint.Along;
                var t = g.K + px * (g.X + g.Xx * px) + py * (g.Y + g.Yy * py);
                t = t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t);
                var colour = Colour.Mix(paint.From, paint.To, t);
                Blend(i, (float)(paint.FromAlpha + (paint.ToAlpha - paint.FromAlpha) * t) * cover, (float)colour.R, (float)colour.G, (float)colour.B);
            }
    }

    /// <summary>Keeps the shape as a mask for <see cref="Within"/>.</summary>
    public void Keep(int mask)
    {
        Sweep();
        var plane = _masks[mask];
        Array.Clear(plane);
        if (_rows.Last < _rows.First) return;
        var (at, length) = (_rows.First * size, (_rows.Last - _rows.First + 1) * size);
        _cover.AsSpan(at, length).CopyTo(plane.AsSpan(at));
    }

    /// <summary>Paints, and says how much of each pixel every part makes up.</summary>
    /// <param name="parts">Number of parts.</param>
    /// <param name="paint">Paints on this canvas.</param>
    /// <returns>[parts, size, size] in [0, 1].</returns>
    public float[] SharesOf(int parts, Action<ShapeCanvas> paint)
    {
        var shares = Shares = new float[parts * size * size];
        try
        {
            paint(this);
        }
        finally
        {
            Shares = null;
        }

        return shares;
    }

    /// <summary>For each pixel the part with the largest share, the first of equals.</summary>
    public static byte[] Largest(float[] shares, int parts)
    {
        var labels = new byte[shares.Length / parts];
        for (var i = 0; i < labels.Length; i++)
            for (var part = 1; part < parts; part++)
                if (shares[part * labels.Length + i] > shares[labels[i] * labels.Length + i]) labels[i] = (byte)part;
        return labels;
    }

    /// <summary>Writes the picture, <c>[3, size, size]</c> in [-1, 1], each value as a byte would keep it.</summary>
    /// <exception cref="ArgumentException">The picture has another length.</exception>
    public void Write(Span<float> picture)
    {
        if (picture.Length != 3 * size * size) throw new ArgumentException($"Expected room for {3 * size * size} numbers; got {picture.Length}.",
            nameof(picture));
        Write(_red, picture);
        Write(_green, picture[(size * size)..]);
        Write(_blue, picture[(2 * size * size)..]);
    }

    private static void Write(float[] plane, Span<float> picture)
    {
        for (var i = 0; i < plane.Length; i++) picture[i] = (float)((int)(plane[i] + 0.5f) / 127.5 - 1);
    }

    private void Sweep()
    {
        if (_isSwept) return;
        (_isSwept, _rows) = (true, _area.Rows);
        for (var row = _rows.First; row <= _rows.Last; row++) _area.Sweep(row, _cover.AsSpan(row * size, size));
        _area.Done();
    }

    private void Blend(int i, float alpha, float red, float green, float blue)
    {
        _red[i] += (red - _red[i]) * alpha;
        _green[i] += (green - _green[i]) * alpha;
        _blue[i] += (blue - _blue[i]) * alpha;
        if (Shares is null) return;
        for (int part = 0, at = i; at < Shares.Length; part++, at += size * size)
            Shares[at] += ((part == Part ? 1 : 0) - Shares[at]) * alpha;
    }
}
