// Adam in one pass over memory for each parameter. Kingma, Ba, 2014, "Adam: A Method for Stochastic Optimization", algorithm 1
// (arXiv:1412.6980), in the order of operations of PyTorch. AdamW shrinks the parameters beside the step (Loshchilov, Hutter, 2017, arXiv:1711.05101).
#include "internal.h"
#include <ATen/Parallel.h>
#include <cmath>
#include <torch/version.h>
#include <vector>

namespace {

// Both 1 - β are computed in double: in float 1 - 0.9999f is off by a ten-thousandth. `shrink` is 1 but for AdamW, `weight_decay` 0 but for Adam with decay.
struct Coefficients { float step_size, beta1, one_minus_beta1, beta2, one_minus_beta2, root_correction2, eps, weight_decay, shrink; };

#if defined(__x86_64__)
__attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#endif
void update(float *__restrict p, const float *__restrict g, float *__restrict m, float *__restrict v, int64_t n, Coefficients c) {
  for (int64_t i = 0; i < n; i++) {
    const float grad = g[i] + c.weight_decay * p[i];
    m[i] = c.beta1 * m[i] + c.one_minus_beta1 * grad;
    v[i] = c.beta2 * v[i] + c.one_minus_beta2 * grad * grad;
    p[i] = c.shrink * p[i] - c.step_size * m[i] / (std::sqrt(v[i]) / c.root_correction2 + c.eps);
  }
}

// The same with composed operators: for other dtypes, layouts and devices.
void update_composed(at::Tensor p, const at::Tensor &gradient, at::Tensor m, at::Tensor v, double step_size, double beta1, double beta2,
                     double root_correction2, double eps, double weight_decay, double shrink) {
  const auto grad = weight_decay != 0 ? gradient.add(p, weight_decay) : gradient;
  m.mul_(beta1).add_(grad, 1 - beta1);
  v.mul_(beta2).addcmul_(grad, grad, 1 - beta2);
  if (shrink != 1) p.mul_(shrink);
  p.addcdiv_(m, v.sqrt().div_(root_correction2).add_(eps), -step_size);
}

// With libtorch's own kernel, which on a GPU moves all parameters at once.
struct Fused {
  std::vector<at::Tensor> p, grad, m, v;

  // Takes a parameter that the kernel can move: it walks all four arrays alike. Not in libtorch 1.13, whose kernel knows no AdamW.
  bool take(const at::Tensor &parameter, const at::Tensor &gradient, const at::Tensor &first, const at::Tensor &second) {
    for (const auto *t : {&gradient, &first, &second})
      if (t->strides() != parameter.strides() || t->scalar_type() != at::kFloat) return false;
    if (TORCH_VERSION_MAJOR < 2 || parameter.scalar_type() != at::kFloat || !parameter.is_non_overlapping_and_dense()) return false;
    p.push_back(parameter), grad.push_back(gradient), m.push_back(first), v.push_back(second);
    return true;
  }

  void move([[maybe_unused]] int64_t step, [[maybe_unused]] double rate, [[maybe_unused]] double beta1, [[maybe_unused]] double beta2,
            [[maybe_unused]] double eps, [[maybe_unused]] double weight_decay, [[maybe_unused]] bool decoupled) const {
#if TORCH_VERSION_MAJOR >= 2
    if (p.empty()) return;
    const std::vector<at::Tensor> steps(p.size(), at::full({}, double(step), p[0].options()));
    const bool amsgrad = false, maximize = false;
    if (decoupled) at::_fused_adamw_(p, grad, m, v, {}, steps, rate, beta1, beta2, weight_decay, eps, amsgrad, maximize);
    else at::_fused_adam_(p, grad, m, v, {}, steps, rate, beta1, beta2, weight_decay, eps, amsgrad, maximize);
#endif
  }
};

bool is_plain(const at::Tensor &t) { return t.is_cpu() && t.scalar_type() == at::kFloat && t.is_contiguous(); }

} // namespace

using namespace adversa;

int32_t adv_adam_step(const AdvTensor *parameters, const AdvTensor *first, const AdvTensor *second, int32_t count, int64_t step,
                      double learning_rate, double beta1, double beta2, double eps, double weight_decay, int32_t ways) {
  return guard([&] {
    const bool decoupled = ways & ADV_DECOUPLED, fused = ways & ADV_FUSED;
    c10::NoGradGuard no_grad;
    const double step_size = learning_rate / (1 - std::pow(beta1, step));
    const double root_correction2 = std::sqrt(1 - std::pow(beta2, step));
    const double shrink = decoupled ? 1 - learning_rate * weight_decay : 1, penalty = decoupled ? 0 : weight_decay;
    const Coefficients c{float(step_size), float(beta1), float(1 - beta1), float(beta2), float(1 - beta2), float(root_correction2), float(eps),
                         float(penalty), float(shrink)};
    Fused together;
    for (int32_t i = 0; i < count; i++) {
      auto p = borrow(parameters[i]), m = borrow(first[i]), v = borrow(second[i]);
      const auto grad = p.grad();
      if (!grad.defined()) continue;
      TORCH_CHECK(m.sizes() == p.sizes() && v.sizes() == p.sizes(), "parameter ", i, " is ", p.sizes(), ", its moments ", m.sizes(), " and ", v.sizes());
      if (fused && together.take(p, grad, m, v)) continue;
      if (!is_plain(p) || !is_plain(grad) || !is_plain(m) || !is_plain(v)) {
        update_composed(p, grad, m, v, step_size, beta1, beta2, root_correction2, eps, penalty, shrink);
        continue;
      }

      float *pp = p.data_ptr<float>(), *pm = m.data_ptr<float>(), *pv = v.data_ptr<float>();
      const float *pg = grad.data_ptr<float>();
      at::parallel_for(0, p.numel(), 32768, [&](int64_t begin, int64_t end) {
        update(pp + begin, pg + begin, pm + begin, pv + begin, end - begin, c);
      });
      p.unsafeGetTensorImpl()->bump_version();           // a graph that saved the old values must notice
    }
    together.move(step, learning_rate, beta1, beta2, eps, weight_decay, decoupled);
  });
}
