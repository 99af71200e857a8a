// Gradients: leaves, backward, and the gradient of anything by anything, to any order.
#include "internal.h"
#include <torch/csrc/autograd/autograd.h>
#include <vector>

using namespace adversa;

static std::vector<at::Tensor> borrow_all(const AdvTensor *handles, int32_t count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(count);
  for (int32_t i = 0; i < count; i++) tensors.push_back(borrow(handles[i]));
  return tensors;
}

int32_t adv_set_requires_grad(const AdvTensor *tensors, int32_t count, int32_t value) {
  return guard([&] {
    const auto all = borrow_all(tensors, count);
    for (const auto &tensor : all) {                     // all are checked before one is changed
      TORCH_CHECK(tensor.is_leaf(), "only a leaf can be switched, and this tensor was computed from others; detach it first");
      TORCH_CHECK(!value || tensor.is_floating_point(), "only real tensors have gradients; this one holds ", tensor.scalar_type());
    }
    for (const auto &tensor : all) tensor.set_requires_grad(value != 0);
  });
}

int32_t adv_get_grad(AdvTensor tensor, AdvTensor *out) {
  return guard([&] { *out = give(borrow(tensor).grad()); });
}

int32_t adv_set_grad(AdvTensor tensor, AdvTensor grad) {
  return guard([&] {
    const auto t = borrow(tensor), g = borrow(grad);
    // libtorch itself believes what it is given, and kernels that walk both arrays would read past the end.
    TORCH_CHECK(!g.defined() || (g.sizes() == t.sizes() && g.scalar_type() == t.scalar_type() && g.device() == t.device()),
                "a gradient must look like its tensor, ", t.scalar_type(), " ", t.sizes(), "; got ", g.scalar_type(), " ", g.sizes());
    t.mutable_grad() = g;
  });
}

int32_t adv_backward(AdvTensor output, int32_t create_graph) {
  return guard([&] { torch::autograd::backward({borrow(output)}, {}, create_graph != 0, create_graph != 0); });
}

int32_t adv_grad(const AdvTensor *outputs, int32_t output_count, const AdvTensor *inputs, int32_t input_count,
                 const AdvTensor *grad_outputs, int32_t retain_graph, int32_t create_graph, int32_t allow_unused, AdvTensor *out) {
  return guard([&] {
    const auto weights = grad_outputs ? borrow_all(grad_outputs, output_count) : std::vector<at::Tensor>();
    auto grads = torch::autograd::grad(borrow_all(outputs, output_count), borrow_all(inputs, input_count), weights,
                                       retain_graph != 0, create_graph != 0, allow_unused != 0);
    for (size_t i = 0; i < grads.size(); i++) out[i] = give(std::move(grads[i]));
  });
}
