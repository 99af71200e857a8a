using System.Security.Cryptography;
using System.Text;
using Adversa.Metrics;
using Adversa.Metrics.Evaluation;
using Adversa.Torch;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Adversa.Training.Evaluations;

/// <summary>A network that the user brings as an ONNX file: Inception, DINOv2, CLIP's eye. What it makes of a picture is the space.</summary>
/// <remarks>Its name is a hash of the file and of how pictures become its input, so numbers of two ways have two names. Nothing here is called FID.</remarks>
public sealed class OnnxSpace : IFeatureExtractor
{
    private const int AtOnce = 16, FreeSide = 224;

    private readonly InferenceSession _session;
    private readonly OnnxInput _asked;
    private readonly SampleSchema _schema;
    private readonly string _input, _output;
    private readonly int[] _shape;               // N, C, H, W; -1 is free
    private readonly double[][] _rows, _columns;

    private OnnxSpace(InferenceSession session, OnnxInput asked, SampleSchema schema)
    {
        (_session, _asked, _schema) = (session, asked, schema);
        (_input, _shape) = InputOf(session, asked);
        _output = OutputOf(session, asked);
        if (_shape[1] == 1 && schema.Channels == 3) throw Refused(Words.OnnxSeesGrey(asked.File));
        (_rows, _columns) = (OnnxInput.Weights(schema.Height, _shape[2]), OnnxInput.Weights(schema.Width, _shape[3]));
        using var file = File.OpenRead(asked.File);
        var content = Convert.ToHexStringLower(SHA256.HashData(file));
        var way = $"{content} {_output} {asked.Norm} {string.Join('x', _shape[1..])}";
        Name = "onnx-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(way)))[..8];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Text About
    {
        get
        {
            var (mean, deviation) = _asked.Of(_shape[1]);
            var (file, size, channels) = (Path.GetFileName(_asked.File), $"{_shape[3]}x{_shape[2]}", _shape[1] == 3 ? "RGB" : "L");
            return Words.OutputOfOnnxFile(_output, file, size, channels, string.Join(' ', mean), string.Join(' ', deviation));
        }
    }

    /// <summary>Loads the network.</summary>
    /// <param name="spec"><c>FILE[@NORM][@SIDE][#OUTPUT]</c>.</param>
    /// <param name="schema">The pictures that will be compared.</param>
    /// <exception cref="AdversaException">ADV6032: it is no network of pictures; ADV2016: the samples are no grey or colour pictures; ADV5010: the runtime does not load.</exception>
    public static OnnxSpace Open(string spec, SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (schema is not { Kind: FieldKind.Image, Channels: 1 or 3 })
            throw new AdversaException(2016, ExitCode.Usage, Words.InceptionSeesGreyOrColourPictures(schema));
        var asked = OnnxInput.Parse(spec);
        var session = Session(asked, Engine.Threads);
        try
        {
            return new(session, asked, schema);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Refuses a file that is no network of pictures, before libtorch and a run are opened.</summary>
    /// <param name="spec">As <see cref="Open"/> takes it.</param>
    /// <exception cref="AdversaException">ADV6032, ADV5010: as <see cref="Open"/>.</exception>
    public static void Check(string spec)
    {
        var asked = OnnxInput.Parse(spec);
        using var session = Session(asked, threads: 1);
        InputOf(session, asked);
        OutputOf(session, asked);
    }

    /// <inheritdoc/>
    public FeatureSet Features(float[] samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var (features, width, picture, values) = (new List<float>(), 0, _shape[1] * _shape[2] * _shape[3], _schema.Values);
        var (count, part) = (samples.Length / values, _shape[0] > 0 ? _shape[0] : AtOnce);
        for (var start = 0; start < count; start += part)
        {
            var here = Math.Min(part, count - start);
            var room = _shape[0] > 0 ? part : here;                          // a fixed batch is filled up with its first picture
            var input = new float[room * picture];
            for (var i = 0; i < room; i++)
                _asked.Fill(samples.AsSpan((start + (i < here ? i : 0)) * values, values), _schema, input.AsSpan(i * picture, picture), _rows, _columns);
            var drawn = Run(input, room);
            width = drawn.Length / room;
            features.AddRange(drawn.AsSpan(0, here * width));
        }

        return FeatureSet.From([.. features], width);
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    /// <summary>Features one row after another: vectors, maps of one pixel, or the first of several tokens.</summary>
    private float[] Run(float[] input, int count)
    {
        try
        {
            var pictures = new DenseTensor<float>(input, [count, .. _shape[1..]]);
            using var made = _session.Run([NamedOnnxValue.CreateFromTensor(_input, pictures)], [_output]);
            var output = made[0].AsTensor<float>();
            int[] shape = [.. output.Dimensions];
            var all = output.ToArray();
            if (shape is [var rows, _, ..] && rows == count && (shape.Length == 2 || shape[2..] is [1, 1])) return all;
            if (shape is [var sets, var tokens, var width] && sets == count)
                return [.. Enumerable.Range(0, count).SelectMany(i => all[(i * tokens * width)..(i * tokens * width + width)])];
            throw Refused(Words.OnnxGivesNoVector(_asked.File, _output, string.Join(", ", shape)));
        }
        catch (OnnxRuntimeException e)
        {
            throw Refused(Words.OnnxDoesNotRun(_asked.File, Line(e)), e);
        }
    }

    private static InferenceSession Session(OnnxInput asked, int threads)
    {
        if (!File.Exists(asked.File)) throw Refused(Words.ThereIsNoOnnxFile(asked.File, string.Join(", ", OnnxInput.Norms.Keys)));
        try
        {
            using var options = new SessionOptions { IntraOpNumThreads = threads, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            return new InferenceSession(asked.File, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw Refused(Words.IsNoOnnxFile(asked.File, Line(e)), e);
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException)
        {
            throw new AdversaException(5010, ExitCode.Resource, Words.OnnxRuntimeDoesNotLoad((e.InnerException ?? e).Message), e);
        }
    }

    /// <summary>The one input, with the size that pictures come to.</summary>
    private static (string Name, int[] Shape) InputOf(InferenceSession session, OnnxInput asked)
    {
        var inputs = session.InputMetadata;
        var one = inputs.Count == 1 && inputs.First().Value is { IsTensor: true } tensor && tensor.ElementType == typeof(float) ? tensor : null;
        if (one?.Dimensions is not [_, 1 or 3, _, _])
            throw Refused(Words.OnnxTakesNoPictures(asked.File, string.Join(", ", inputs.Select(pair => $"{pair.Key} {Described(pair.Value)}"))));
        int[] shape = [.. one.Dimensions.Take(2), .. one.Dimensions.Skip(2).Select(side => side > 0 ? side : asked.Side ?? FreeSide)];
        if (asked.Side is { } wanted && shape[2..].Any(side => side != wanted))
            throw Refused(Words.OnnxHasItsOwnSize(asked.File, $"{shape[3]}x{shape[2]}", wanted));
        return (inputs.First().Key, shape);
    }

    private static string OutputOf(InferenceSession session, OnnxInput asked)
    {
        var outputs = session.OutputMetadata;
        var names = outputs.Where(pair => pair.Value.IsTensor && pair.Value.ElementType == typeof(float)).Select(pair => pair.Key).ToList();
        if (asked.Output is { } wanted ? names.Contains(wanted) : names.Count == 1) return asked.Output ?? names[0];
        var all = string.Join(", ", outputs.Select(pair => $"{pair.Key} {Described(pair.Value)}"));
        throw Refused(Words.OnnxHasOutputs(asked.File, asked.Output is { } other ? $"\"{other}\"" : "–", all, names.FirstOrDefault() ?? "…"));
    }

    private static string Described(NodeMetadata node) =>
        node.IsTensor ? $"{node.ElementType.Name} [{string.Join(", ", node.Dimensions.Select(side => side > 0 ? $"{side}" : "N"))}]" : $"{node.OnnxValueType}";

    private static string Line(OnnxRuntimeException e) => e.Message.Split('\n')[0].Trim();

    private static AdversaException Refused(Text text, Exception? inner = null) => new(6032, ExitCode.Data, text, inner);
}
