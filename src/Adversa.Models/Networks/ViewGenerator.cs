using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Turns a head: an encoder says who it is, whatever the view; a decoder draws that person as asked. Of several views each counts as much as the encoder trusts it.</summary>
/// <remarks>Tran, Yin, Liu, 2017, "Disentangled Representation Learning GAN for Pose-Invariant Face Recognition", section 3.3 and table 1 (CVPR 2017).</remarks>
public sealed class ViewGenerator : Module
{
    private readonly SampleSchema _made;
    private readonly int _latent, _identity;
    private readonly Tensor _front;
    private readonly Sequential _encoder, _decoder;
    private readonly Linear _trust;

    /// <summary>Creates the network with PyTorch's initial weights.</summary>
    /// <param name="made">One view; sides are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="pose">How turns are told.</param>
    /// <param name="front">The turn that is drawn when none is asked for.</param>
    /// <param name="width">w; the code has 2w(L+1) numbers.</param>
    /// <param name="levels">L, how often the side is halved; 1 or more.</param>
    /// <param name="latent">Z, length of the noise.</param>
    /// <param name="init">Draws the weights.</param>
    public ViewGenerator(SampleSchema made, PoseCode pose, double front, int width, int levels, int latent, Generator init)
    {
        ArgumentNullException.ThrowIfNull(made);
        ArgumentNullException.ThrowIfNull(pose);
        (_made, _latent, _identity) = (made, latent, ViewLayers.Channels(width, levels));
        _encoder = Child("encoder", ViewLayers.Down(made.Channels, width, levels, init));
        _trust = Child("trust", new Linear(_identity, 1, init));
        _decoder = Child("decoder", ViewLayers.Up(_identity + pose.Size + latent, made, width, levels, init));
        _front = Buffer("front", Tensor.From(pose.Of(front), 1, pose.Size));
    }

    /// <param name="x">One or several views of each person beside each other in [-1, 1], <c>[N, C, H, n·W]</c>.</param>
    /// <returns>The front of each, without noise, <c>[N, C, H, W]</c> in (-1, 1).</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Make(x, Ops.Expand(_front, [x.Size(0), _front.Size(1)]), Tensor.Zeros([x.Size(0), _latent]));
    }

    /// <summary>Draws persons in a turn.</summary>
    /// <param name="x">One or several views of each beside each other in [-1, 1], <c>[N, C, H, n·W]</c>.</param>
    /// <param name="pose">The turns that are asked for, <c>[N, P]</c>: see <see cref="PoseCode"/>.</param>
    /// <param name="z">Noise, <c>[N, Z]</c>.</param>
    /// <returns><c>[N, C, H, W]</c> in (-1, 1).</returns>
    public Tensor Make(Tensor x, Tensor pose, Tensor z) => Draw(Identity(x), pose, z);

    /// <summary>Draws persons in a turn of what is known of them.</summary>
    /// <param name="identity">Who, <c>[N, 2w(L+1)]</c>: see <see cref="Identity"/>.</param>
    /// <param name="pose">As for <see cref="Make"/>.</param>
    /// <param name="z">Noise, <c>[N, Z]</c>.</param>
    public Tensor Draw(Tensor identity, Tensor pose, Tensor z) => _decoder.Forward(Tensor.Cat([identity, pose, z], 1));

    /// <summary>Who is seen: f = Σ ωᵢ fᵢ / Σ ωᵢ over the views of a person.</summary>
    /// <param name="x">As for <see cref="Forward"/>.</param>
    /// <returns><c>[N, 2w(L+1)]</c>.</returns>
    public Tensor Identity(Tensor x)
    {
        var (codes, trust) = Views(x);
        return (codes * trust).Sum([1]) / trust.Sum([1]);
    }

    /// <summary>What each view says, and how far it is trusted.</summary>
    /// <param name="x">As for <see cref="Forward"/>.</param>
    /// <returns>f, <c>[N, n, 2w(L+1)]</c>; ω in (0, 1), <c>[N, n, 1]</c>.</returns>
    public (Tensor Codes, Tensor Trust) Views(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var (count, views) = (x.ExpectShape($"N {_made.Channels} {_made.Height} W", "Views of a person").Size(0), x.Size(3) / _made.Width);
        if (views * _made.Width != x.Size(3) || views == 0) throw new ShapeException($"Views of a person expect widths that are multiples of {_made.Width}; got {x.Size(3)}.");
        var apart = Ops.Permute(x.Reshape(count, _made.Channels, _made.Height, views, _made.Width), [0, 3, 1, 2, 4]).Reshape(count * views, _made.Channels, _made.Height, _made.Width);
        var codes = _encoder.Forward(apart).Mean([2, 3]);
        return (codes.Reshape(count, views, _identity), _trust.Forward(codes).Sigmoid().Reshape(count, views, 1));
    }
}
