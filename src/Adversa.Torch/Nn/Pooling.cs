namespace Adversa.Torch.Nn;

/// <summary>The largest value of each window.</summary>
/// <param name="kernelSize">Side of the window.</param>
/// <param name="stride">Its step; 0 takes the window's side.</param>
/// <param name="padding">Cells of minus infinity around the input; at most half of the window.</param>
public sealed class MaxPool2d(int kernelSize, int stride = 0, int padding = 0) : Module
{
    private readonly int _stride = stride > 0 ? stride : kernelSize;

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.MaxPool2d(x, [kernelSize, kernelSize], [_stride, _stride], [padding, padding], [1, 1]);
}

/// <summary>The mean of each window.</summary>
/// <param name="kernelSize">Side of the window.</param>
/// <param name="stride">Its step; 0 takes the window's side.</param>
/// <param name="padding">Zeros around the input, which count.</param>
public sealed class AvgPool2d(int kernelSize, int stride = 0, int padding = 0) : Module
{
    private readonly int _stride = stride > 0 ? stride : kernelSize;

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.AvgPool2d(x, [kernelSize, kernelSize], [_stride, _stride], [padding, padding]);
}
