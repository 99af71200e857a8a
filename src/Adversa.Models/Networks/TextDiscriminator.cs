using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>DCGAN's discriminator, told a sentence: its code, made short, lies on every place of the last map.</summary>
/// <remarks>Reed et al., 2016, section 4.1 and figure 2 (arXiv:1605.05396). What it sees of a picture and what it makes of a sentence are two steps, so that a picture is seen once for two sentences.</remarks>
public sealed class TextDiscriminator : Module
{
    private readonly SampleSchema _schema;
    private readonly int _described;
    private readonly Sequential _seen, _read, _score;

    /// <summary>Creates the network with DCGAN's initial weights.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="codeSize">T, numbers of a sentence's code.</param>
    /// <param name="described">Numbers that are made of it.</param>
    /// <param name="width">Channels after the first layer; doubled at each level.</param>
    /// <param name="levels">How often the side is halved.</param>
    /// <param name="residuals">Whether a residual bottleneck follows the last map: 1 or more.</param>
    /// <param name="norm">Between the layers.</param>
    /// <param name="minibatchGroup">Samples whose spread is one more channel of the last map; 0 leaves it out.</param>
    /// <param name="init">Draws the weights.</param>
    public TextDiscriminator(SampleSchema schema, int codeSize, int described, int width, int levels, int residuals, Norm norm, int minibatchGroup,
        Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        (_schema, _described) = (schema, described);
        List<Module> layers = [new Conv2d(schema.Channels, width, 4, init, stride: 2, padding: 1), new LeakyReLU(0.2)];
        var channels = width;
        for (var level = 1; level < levels; level++, channels *= 2)               // [N, c, h, w] to [N, 2c, h/2, w/2]
            layers.AddRange([
                new Conv2d(channels, 2 * channels, 4, init, stride: 2, padding: 1, bias: norm == Norm.None), .. norm.Layer(2 * channels), new LeakyReLU(0.2)]);
        if (residuals > 0) layers.AddRange(new ResidualBottleneck(channels, channels / 4, new LeakyReLU(0.2), init), new LeakyReLU(0.2));
        if (minibatchGroup > 0) layers.Add(new MinibatchStddev(minibatchGroup));
        var map = channels + (minibatchGroup > 0 ? 1 : 0);
        _seen = Child("seen", new Sequential([.. layers]));                       // [N, w·2^(levels-1), H/2^levels, W/2^levels]
        _read = Child("read", new Sequential(new Linear(codeSize, described, init), new LeakyReLU(0.2)));
        _score = Child("score", new Sequential([
            new Conv2d(map + described, channels, 1, init, bias: norm == Norm.None), .. norm.Layer(channels), new LeakyReLU(0.2),
            new Conv2d(channels, 1, schema.Height >> levels, init, kernelWidth: schema.Width >> levels), new Flatten()]));
        Init.Dcgan(this, init);
    }

    /// <summary>What it sees of pictures.</summary>
    /// <param name="pictures"><c>[N, C, H, W]</c>.</param>
    /// <returns>The last map, for <see cref="Score"/>.</returns>
    public Tensor See(Tensor pictures) =>
        _seen.Forward(pictures.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture for the discriminator"));

    /// <summary>How real a picture is, and how well a sentence fits it, in one number.</summary>
    /// <param name="seen">What it saw of the picture.</param>
    /// <param name="code">The sentence's code, <c>[N, T]</c>.</param>
    /// <returns>Raw scores, <c>[N, 1]</c>, high for real and fitting.</returns>
    public Tensor Score(Tensor seen, Tensor code)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var plane = Ops.Expand(_read.Forward(code).Reshape(-1, _described, 1, 1), [seen.Size(0), _described, seen.Size(2), seen.Size(3)]);
        return _score.Forward(Tensor.Cat([seen, plane], 1));
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => throw new NotSupportedException($"{GetType().Name} needs the sentences of its pictures: Score(See(x), code).");
}
