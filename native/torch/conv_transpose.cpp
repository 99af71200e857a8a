// Transposed convolution through the kernel that computes an ordinary convolution's input gradient: the same sums, but on oneDNN, where
// libtorch 1.13 sends conv_transpose2d to a slow reference kernel. Differentiable to any order, since its backward is made of operators.
#include "internal.h"
#include <torch/csrc/autograd/custom_function.h>

using namespace adversa;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

namespace {

// x: [N, Cin, H, W]; weight: [Cin, Cout, kh, kw]; the result: [N, Cout, H', W'].
struct ConvTranspose2d : torch::autograd::Function<ConvTranspose2d> {
  static at::Tensor forward(AutogradContext *ctx, const at::Tensor &x, const at::Tensor &weight, int64_t stride, int64_t padding,
                            int64_t output_padding) {
    ctx->save_for_backward({x, weight});
    ctx->saved_data["stride"] = stride;
    ctx->saved_data["padding"] = padding;
    const int64_t height = (x.size(2) - 1) * stride - 2 * padding + weight.size(2) + output_padding;
    const int64_t width = (x.size(3) - 1) * stride - 2 * padding + weight.size(3) + output_padding;
    TORCH_CHECK(height > 0 && width > 0, "conv_transpose2d: the output would be ", height, "x", width);
    const auto shape_only = at::empty({x.size(0), weight.size(1), height, width}, x.options());   // read for its shape alone
    return std::get<0>(at::convolution_backward(x, shape_only, weight, {}, {stride, stride}, {padding, padding}, {1, 1}, false,
                                                {0, 0}, 1, {true, false, false}));
  }

  static variable_list backward(AutogradContext *ctx, variable_list grads) {
    const auto saved = ctx->get_saved_variables();
    const auto &x = saved[0], &weight = saved[1], &g = grads[0];
    const auto stride = ctx->saved_data["stride"].toInt(), padding = ctx->saved_data["padding"].toInt();
    at::Tensor gx, gw;
    if (ctx->needs_input_grad(0)) gx = at::conv2d(g, weight, {}, {stride, stride}, {padding, padding});
    if (ctx->needs_input_grad(1))
      gw = std::get<1>(at::convolution_backward(x, g, weight, {}, {stride, stride}, {padding, padding}, {1, 1}, false, {0, 0}, 1,
                                                {false, true, false}));
    return {gx, gw, at::Tensor(), at::Tensor(), at::Tensor()};
  }
};

} // namespace

int32_t adv_conv_transpose2d(AdvTensor input, AdvTensor weight, AdvTensor bias, int64_t stride, int64_t padding, int64_t output_padding,
                             AdvTensor *out) {
  return guard([&] {
    const auto x = borrow(input), w = borrow(weight);
    TORCH_CHECK(x.dim() == 4 && w.dim() == 4 && x.size(1) == w.size(0), "conv_transpose2d expects input [N, Cin, H, W] and weight [Cin, Cout, kh, kw]; got ",
                x.sizes(), " and ", w.sizes());
    TORCH_CHECK(stride > 0 && padding >= 0 && output_padding >= 0 && output_padding < stride, "conv_transpose2d expects stride > 0, padding >= 0 and "
                "0 <= output padding < stride; got ", stride, ", ", padding, " and ", output_padding);
    TORCH_CHECK(!bias || borrow(bias).numel() == w.size(1), "conv_transpose2d expects a bias of ", w.size(1), " elements");
    // Other devices have a fast kernel of their own.
    auto y = x.is_cpu() ? ConvTranspose2d::apply(x, w, stride, padding, output_padding)
                        : at::conv_transpose2d(x, w, {}, {stride, stride}, {padding, padding}, {output_padding, output_padding});
    if (bias) y.add_(borrow(bias).view({1, -1, 1, 1}));    // out here: a custom function of libtorch 1.13 takes no undefined tensor
    *out = give(std::move(y));
  });
}
