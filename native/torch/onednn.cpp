// Debian 13's oneDNN (3.7.2) computes convolutions wrong on some processors. On an AMD EPYC, with PyTorch alone (2026-11-30): its kernels "brgconv", which begin
// with AVX2, err by factors, or give NaN, mostly in the gradient by the input (91 of 400 random shapes), in three dimensions and in bf16 in the forward pass too;
// its kernels for AVX err in the forward pass where channels are no multiple of 8 (36 of 120). Those for SSE 4.1 are right (520 of 520) and slow: where it errs,
// libtorch computes without oneDNN, by its own unfolding and OpenBLAS's products, which are right and took .45 (dcgan28), .64 (lenet), .83 (wgan-gp) of the time.
// It is asked in a process of its own, of which nothing stays behind. Who sets oneDNN's limit ONEDNN_MAX_CPU_ISA has chosen, and it is not asked.
#include "internal.h"
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <csignal>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Shape { int64_t batch, in, out, side, kernel, stride, padding; };
constexpr Shape Asked[] = {{8, 64, 3, 14, 4, 1, 2}, {16, 128, 8, 7, 5, 1, 1}, {8, 8, 1, 14, 4, 1, 0}, {8, 1, 1, 14, 5, 2, 2}, {8, 32, 1, 16, 3, 1, 1}};
constexpr const char *Limit = "ONEDNN_MAX_CPU_ISA";

bool errs(const Shape &s) {
  const auto ramp = [](at::IntArrayRef sizes) {
    int64_t count = 1;
    for (const auto size : sizes) count *= size;
    return at::linspace(-1, 1, count).reshape(sizes);
  };
  const int64_t side = (s.side + 2 * s.padding - s.kernel) / s.stride + 1;
  const auto x = ramp({s.batch, s.in, s.side, s.side}), w = ramp({s.out, s.in, s.kernel, s.kernel}), g = ramp({s.batch, s.out, side, side});
  const auto gradient = [&](bool onednn) {
    at::globalContext().setUserEnabledMkldnn(onednn);
    return std::get<0>(at::convolution_backward(g, x, w, {}, {s.stride, s.stride}, {s.padding, s.padding}, {1, 1}, false, {0, 0}, 1, {true, false, false}));
  };
  return !at::allclose(gradient(true), gradient(false), 1e-3, 1e-3);
}

// Whether libtorch computes with a oneDNN that was seen to err: only then is it worth a process.
bool is_suspect() { return at::show_config().find("MKL-DNN v3.7.") != std::string::npos; }

// Asks in a child, which nothing of this process outlives. One that does not answer within five seconds counts as wrong.
bool errs_in_a_child() {
  const pid_t child = fork();
  if (child == 0) {
    c10::NoGradGuard no_grad;
    at::set_num_threads(1);
    bool wrong = true;
    try {
      wrong = false;
      for (const auto &shape : Asked) wrong |= errs(shape);
    } catch (...) {
      wrong = true;
    }
    _exit(wrong);
  }
  int status = 0;
  for (int waited = 0; child > 0 && waited < 5000; waited++, usleep(1000))
    if (waitpid(child, &status, WNOHANG) == child) return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
  if (child > 0) {
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
  }
  return true;
}

} // namespace

bool adversa::leave_onednn() {
  static const bool left = [] {
    if (std::getenv(Limit) || !is_suspect() || !errs_in_a_child()) return false;
    at::globalContext().setUserEnabledMkldnn(false);
    return true;
  }();
  return left;
}
