using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Two encoders into one space of codes, one of sentences and one of pictures: a sentence lies near the pictures that it fits.</summary>
/// <remarks>The idea of Reed et al., 2016, "Learning Deep Representations of Fine-grained Visual Descriptions", eq. 1 to 4 (arXiv:1605.05395); that paper has a convolutional and recurrent
/// reader of letters, a network that was trained on ImageNet, and a hinge. Here both are trained from nothing, by the cross entropy of which sentence belongs to which picture.
/// A code's numbers have mean square 1.</remarks>
public sealed class TextMatcher : Module
{
    private const double Sharpness = 10;                // a similarity lies in [-10, 10]

    private readonly TextEncoder _text;
    private readonly DcganDiscriminator _picture;

    /// <summary>Creates both encoders.</summary>
    /// <param name="schema">The pictures.</param>
    /// <param name="vocabulary">How many words there are.</param>
    /// <param name="wordSize">Numbers of a word's vector.</param>
    /// <param name="codeSize">T, numbers of a code.</param>
    /// <param name="width">Channels of the picture's encoder after its first layer.</param>
    /// <param name="levels">How often it halves the sides.</param>
    /// <param name="init">Draws the weights.</param>
    public TextMatcher(SampleSchema schema, int vocabulary, int wordSize, int codeSize, int width, int levels, Generator init)
    {
        _text = Child("text", new TextEncoder(vocabulary, wordSize, codeSize, init));
        _picture = Child("picture", new DcganDiscriminator(schema, width, levels, init, outputs: codeSize));
    }

    /// <param name="x">Words by number, int64 <c>[N, L]</c>.</param>
    /// <returns>φ, the codes of the sentences, <c>[N, T]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Unit(_text.Forward(x));

    /// <summary>How badly sentences and pictures find each other.</summary>
    /// <param name="pictures">N pictures, <c>[N, C, H, W]</c>.</param>
    /// <param name="right">A sentence for each, int64 <c>[N, L]</c>.</param>
    /// <param name="wrong">A sentence that does not fit, for each; int64 <c>[N, L]</c>.</param>
    /// <returns>By each picture among all sentences, and by each right sentence among all pictures: scalars.</returns>
    public (Tensor OfPictures, Tensor OfTexts) Loss(Tensor pictures, Tensor right, Tensor wrong)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        var seen = Unit(_picture.Forward(pictures));                                                  // [N, T]
        var said = Forward(Tensor.Cat([right, wrong], 0));                                            // [2N, T]
        var alike = seen.Matmul(said.T()) * (Sharpness / seen.Size(1));                               // [N, 2N]
        var own = Ops.Arange(seen.Size(0), DType.Int64);
        return (Ops.CrossEntropyLoss(alike, own), Ops.CrossEntropyLoss(alike.Narrow(1, 0, seen.Size(0)).T(), own));
    }

    private static Tensor Unit(Tensor codes) => codes / (codes.Square().Mean([1], keepDim: true) + 1e-8).Sqrt();
}
