using Adversa.Torch;

namespace Adversa.Models.Networks;

/// <summary>How pictures become 299x299. FID moves with it, so it is part of the protocol.</summary>
public enum InceptionResize
{
    /// <summary>Source = destination · scale, without half a pixel: TensorFlow 1, torch-fidelity, StyleGAN2-ADA.</summary>
    TensorFlow,

    /// <summary>Half-pixel centres, no antialiasing: pytorch-fid.</summary>
    PyTorch,
}

/// <summary>Pictures as the Inception network wants them: bytes, three channels, bilinear to 299x299, (x - 128) / 128.</summary>
public static class InceptionInput
{
    /// <summary>Prepares a batch.</summary>
    /// <param name="pictures"><c>[N, 1 or 3, H, W]</c> in [-1, 1]; rounded to bytes first, as a file would have them. Grey is repeated.</param>
    /// <param name="resize">The convention of the resize.</param>
    /// <returns><c>[N, 3, 299, 299]</c>.</returns>
    public static Tensor Of(Tensor pictures, InceptionResize resize = InceptionResize.TensorFlow)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        var bytes = Ops.Clamp(Ops.Floor((pictures.ExpectShape("N C H W", "Pictures for Inception") + 1) * 127.5 + 0.5), 0, 255);
        if (bytes.Size(1) is not (1 or 3)) throw new ShapeException($"Inception sees grey or colour; got {bytes.Size(1)} channels.");
        var (rows, columns) = (Weights((int)bytes.Size(2), resize), Weights((int)bytes.Size(3), resize));
        var sized = rows.Matmul(bytes).Matmul(columns.T());                             // [N, C, 299, 299]
        var colour = bytes.Size(1) == 1 ? Ops.Expand(sized, [sized.Size(0), 3, InceptionV3.Side, InceptionV3.Side]) : sized;
        return resize == InceptionResize.TensorFlow ? (colour - 128) / 128 : colour / 127.5 - 1;      // pytorch-fid: 2 x / 255 - 1
    }

    /// <summary>Bilinear weights, <c>[299, length]</c>: two in a row.</summary>
    private static Tensor Weights(int length, InceptionResize resize)
    {
        var weights = new float[InceptionV3.Side * length];
        var scale = length / (float)InceptionV3.Side;
        for (var i = 0; i < InceptionV3.Side; i++)
        {
            var from = resize == InceptionResize.TensorFlow ? i * scale : Math.Max(0, (i + 0.5f) * scale - 0.5f);
            var low = Math.Min((int)from, length - 1);
            var share = from - low;
            weights[i * length + low] += 1 - share;
            weights[i * length + Math.Min(low + 1, length - 1)] += share;
        }

        return Tensor.From(weights, InceptionV3.Side, length);
    }
}
