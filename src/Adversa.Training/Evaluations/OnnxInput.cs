using System.Globalization;

namespace Adversa.Training.Evaluations;

/// <summary>What a network of an ONNX file is asked for: <c>FILE[@NORM][@SIDE][#OUTPUT]</c>, and how pictures become its input.</summary>
/// <param name="File">The file.</param>
/// <param name="Norm">How numbers of 0 to 1 are shifted and scaled: a key of <see cref="Norms"/>.</param>
/// <param name="Side">The side in pixels, where the file leaves it free; null takes 224.</param>
/// <param name="Output">The output; null where the file has one.</param>
internal sealed record OnnxInput(string File, string Norm, int? Side, string? Output)
{
    /// <summary>The usual norms: mean and deviation of red, green and blue.</summary>
    internal static IReadOnlyDictionary<string, (double[] Mean, double[] Deviation)> Norms { get; } = new Dictionary<string, (double[], double[])>
    {
        ["imagenet"] = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
        ["clip"] = ([0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711]),
        ["half"] = ([0.5, 0.5, 0.5], [0.5, 0.5, 0.5]),
        ["unit"] = ([0, 0, 0], [1, 1, 1]),
    };

    /// <summary>Reads it; a file that is named so as a whole wins.</summary>
    internal static OnnxInput Parse(string text)
    {
        var (file, norm, side, output) = (text, "imagenet", (int?)null, (string?)null);
        if (!System.IO.File.Exists(file) && file.LastIndexOf('#') is > 0 and var hash) (file, output) = (file[..hash], file[(hash + 1)..]);
        while (!System.IO.File.Exists(file) && file.LastIndexOf('@') is > 0 and var at)
        {
            var word = file[(at + 1)..];
            if (Norms.ContainsKey(word)) norm = word;
            else if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels is >= 8 and <= 1024) side = pixels;
            else break;
            file = file[..at];
        }

        return new(Path.GetFullPath(file), norm, side, output is { Length: > 0 } ? output : null);
    }

    /// <summary>A picture as a network takes it: to bytes, resized, shifted and scaled.</summary>
    /// <param name="picture"><c>[C, H, W]</c> in [-1, 1].</param>
    /// <param name="schema">The pictures.</param>
    /// <param name="into"><c>[channels, height, width]</c>; one channel is repeated.</param>
    /// <param name="rows">Weights of the resize, <see cref="Weights"/>.</param>
    /// <param name="columns">The same across.</param>
    internal void Fill(ReadOnlySpan<float> picture, SampleSchema schema, Span<float> into, double[][] rows, double[][] columns)
    {
        var (height, width, plane) = (schema.Height, schema.Width, rows.Length * columns.Length);
        var (mean, deviation) = Of(into.Length / plane);
        var (octets, across) = (new double[width], new double[height * columns.Length]);
        for (var channel = 0; channel < mean.Length; channel++)
        {
            var from = picture.Slice(Math.Min(channel, schema.Channels - 1) * height * width, height * width);
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++) octets[x] = Math.Clamp(Math.Floor((from[y * width + x] + 1) * 127.5 + 0.5), 0, 255) / 255;
                for (var x = 0; x < columns.Length; x++) across[y * columns.Length + x] = Sum(columns[x], octets, 0, 1);
            }

            for (var y = 0; y < rows.Length; y++)
                for (var x = 0; x < columns.Length; x++)
                    into[channel * plane + y * columns.Length + x] = (float)((Sum(rows[y], across, x, columns.Length) - mean[channel]) / deviation[channel]);
        }
    }

    /// <summary>Mean and deviation for so many channels; grey takes the middle of the three.</summary>
    internal (double[] Mean, double[] Deviation) Of(int channels) =>
        channels == 3 ? Norms[Norm] : ([Norms[Norm].Mean.Average()], [Norms[Norm].Deviation.Average()]);

    /// <summary>A bilinear resize along one axis: half-pixel centres, a triangle as wide as a pixel of the smaller picture, as Pillow has it. The first number of a row is where its weights begin.</summary>
    internal static double[][] Weights(int from, int to)
    {
        var (scale, wide) = (from / (double)to, Math.Max(1.0, from / (double)to));
        return [.. Enumerable.Range(0, to).Select(i =>
        {
            var centre = (i + 0.5) * scale;
            var (first, last) = ((int)Math.Max(0, Math.Floor(centre - wide)), (int)Math.Min(from - 1, Math.Ceiling(centre + wide)));
            var places = Enumerable.Range(first, last - first + 1);
            double[] weights = [.. places.Select(j => Math.Max(0, 1 - Math.Abs((j + 0.5 - centre) / wide)))];
            var sum = weights.Sum();
            return new[] { (double)first }.Concat(weights.Select(weight => weight / sum)).ToArray();
        })];
    }

    private static double Sum(double[] weights, double[] values, int start, int step)
    {
        var (sum, first) = (0.0, (int)weights[0]);
        for (var k = 1; k < weights.Length; k++) sum += weights[k] * values[start + (first + k - 1) * step];
        return sum;
    }
}
