using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Convolution without bias, batch norm of ε 0.001, ReLU: every layer of Inception.</summary>
internal sealed class InceptionConv : Module
{
    private const double Eps = 0.001;

    private readonly Conv2d _conv;
    private readonly BatchNorm2d _bn;
    private readonly int _stride, _paddingY, _paddingX;

    internal InceptionConv(int from, int to, int height, int width, Generator init, int stride = 1, int paddingY = 0, int paddingX = 0)
    {
        (_stride, _paddingY, _paddingX) = (stride, paddingY, paddingX);
        _conv = Child("conv", new Conv2d(from, to, height, init, bias: false, kernelWidth: width));
        _bn = Child("bn", new BatchNorm2d(to, Eps));
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) =>
        Ops.Relu(_bn.Forward(Ops.Conv2d(x, _conv.Parameters[0], null, [_stride, _stride], [_paddingY, _paddingX], [1, 1])));
}
