// Debian 13's oneDNN (3.7.2) computes wrong input gradients of convolutions on some processors: its kernels "brgconv" err by factors, or give NaN, at most
// shapes of stride 1 and at some others; the forward pass and the gradients of weights are right (400 random shapes on an AMD EPYC, PyTorch without our
// code, 2026-11-30). So oneDNN is asked once, at shapes that erred each time, and where it errs libtorch's own kernels compute that one gradient.
#include "internal.h"
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/ops/convolution_backward_native.h>
#include <ATen/ops/convolution_native.h>
#include <c10/core/GradMode.h>
#include <memory>
#include <torch/library.h>

namespace {

// Without oneDNN for as long as it lives.
class Own {
public:
  Own() : before(at::globalContext().userEnabledMkldnn()) { at::globalContext().setUserEnabledMkldnn(false); }
  ~Own() { at::globalContext().setUserEnabledMkldnn(before); }
  Own(const Own &) = delete;
  Own &operator=(const Own &) = delete;

private:
  const bool before;
};

using Gradients = std::tuple<at::Tensor, at::Tensor, at::Tensor>;

Gradients backward(const at::Tensor &g, const at::Tensor &x, const at::Tensor &w, at::OptionalIntArrayRef bias, at::IntArrayRef stride, at::IntArrayRef padding,
                   at::IntArrayRef dilation, bool transposed, at::IntArrayRef output_padding, int64_t groups, std::array<bool, 3> wanted) {
  const auto run = [&](bool input, bool weight, bool of_bias) {
    return at::native::convolution_backward(g, x, w, bias, stride, padding, dilation, transposed, output_padding, groups, {input, weight, of_bias});
  };
  if (transposed || !wanted[0]) return run(wanted[0], wanted[1], wanted[2]);
  const auto of_input = [&] {
    const Own kernels;
    return std::get<0>(run(true, false, false));
  }();
  if (!wanted[1] && !wanted[2]) return {of_input, at::Tensor(), at::Tensor()};
  auto [none, of_weight, of_bias] = run(false, wanted[1], wanted[2]);
  return {of_input, of_weight, of_bias};
}

// A transposed convolution is the input gradient of another one.
at::Tensor forward(const at::Tensor &x, const at::Tensor &w, const c10::optional<at::Tensor> &bias, at::IntArrayRef stride, at::IntArrayRef padding,
                   at::IntArrayRef dilation, bool transposed, at::IntArrayRef output_padding, int64_t groups) {
  const auto kernels = transposed ? std::make_unique<Own>() : nullptr;
  return at::native::convolution(x, w, bias, stride, padding, dilation, transposed, output_padding, groups);
}

struct Shape { int64_t batch, in, out, side, kernel, stride, padding; };
constexpr Shape Asked[] = {{8, 64, 3, 14, 4, 1, 2}, {16, 128, 8, 7, 5, 1, 1}, {8, 8, 1, 14, 4, 1, 0}, {8, 1, 1, 14, 5, 2, 2}, {8, 32, 1, 16, 3, 1, 1}};

bool errs(const Shape &s) {
  const auto ramp = [](at::IntArrayRef sizes) {
    int64_t count = 1;
    for (const auto size : sizes) count *= size;
    return at::linspace(-1, 1, count).reshape(sizes);
  };
  const int64_t side = (s.side + 2 * s.padding - s.kernel) / s.stride + 1;
  const auto x = ramp({s.batch, s.in, s.side, s.side}), w = ramp({s.out, s.in, s.kernel, s.kernel}), g = ramp({s.batch, s.out, side, side});
  const auto gradient = [&] {
    return std::get<0>(at::convolution_backward(g, x, w, {}, {s.stride, s.stride}, {s.padding, s.padding}, {1, 1}, false, {0, 0}, 1, {true, false, false}));
  };
  const auto asked = gradient();
  const Own kernels;
  return !at::allclose(asked, gradient(), 1e-3, 1e-3);
}

} // namespace

bool adversa::watch_convolutions() {
  static const bool wrong = [] {
    c10::NoGradGuard no_grad;
    if (!at::globalContext().userEnabledMkldnn()) return false;
    for (const auto &shape : Asked)
      if (errs(shape)) {
        static torch::Library own(torch::Library::IMPL, "aten", c10::DispatchKey::CPU, __FILE__, __LINE__);
        own.impl("convolution_backward", backward);
        own.impl("convolution", forward);
        return true;
      }
    return false;
  }();
  return wrong;
}
