// Start-up, threads, random generators, the last error.
#include "internal.h"
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/core/Generator.h>
#include <ATen/Context.h>
#include <c10/util/Logging.h>
#include <csignal>
#include <cstring>
#include <malloc.h>
#include <torch/csrc/lazy/ts_backend/ts_backend_impl.h>
#include <torch/version.h>

namespace adversa {

static thread_local std::string last_error;

int32_t fail(int32_t kind, const char *text) noexcept {
  try {
    last_error = text;
  } catch (...) {
    last_error.clear();
  }
  return kind;
}

int32_t fail_torch(const char *text) noexcept {
  const bool memory = std::strstr(text, "allocate memory") || std::strstr(text, "out of memory") || std::strstr(text, "not enough memory") ||
                      std::strstr(text, "CUBLAS_STATUS_ALLOC_FAILED") || std::strstr(text, "CUDNN_STATUS_ALLOC_FAILED");
  return fail(memory ? ADV_MEMORY : ADV_TORCH, text);
}

// libtorch 1.13 exports no function that tells the instruction set of its kernels, but every version prints it.
static std::string capability() {
  const std::string config = at::show_config(), label = "CPU capability usage: ";
  const auto begin = config.find(label);
  if (begin == std::string::npos) return "unknown";
  const auto name = begin + label.size();
  return config.substr(name, config.find('\n', name) - name);
}

static void allow_tf32(bool allowed) {
  at::globalContext().setAllowTF32CuBLAS(allowed);
  at::globalContext().setAllowTF32CuDNN(allowed);
}

} // namespace adversa

using namespace adversa;

int32_t adv_abi(int32_t *version, int32_t *value_size, int32_t *info_size) {
  *version = ADV_ABI_VERSION;
  *value_size = sizeof(AdvValue);
  *info_size = sizeof(AdvTensorInfo);
  return ADV_OK;
}

const char *adv_last_error(void) { return last_error.c_str(); }
const char *adv_torch_version(void) { return TORCH_VERSION; }
const char *adv_cpu_capability(void) {
  static const std::string name = capability();
  return name.c_str();
}

int32_t adv_start(int32_t threads) {
  return guard([&] {
    std::signal(SIGXFSZ, SIG_IGN);   // a file-size limit becomes an error of write(), not the end of the process
    c10::SetStackTraceFetcher([]() -> std::string { return ""; });   // collecting a trace costs milliseconds per exception
    leave_onednn();                                      // before anything computes
    if (threads > 0) at::set_num_threads(threads);
    allow_tf32(false);                                   // libtorch allows it in cuDNN, and single precision shall be what it says
    at::globalContext().setBenchmarkCuDNN(true);         // shapes of a training stay the same
  });
}

int32_t adv_onednn_errs(int32_t *errs) { return guard([&] { *errs = leave_onednn(); }); }
int32_t adv_threads(int32_t *threads) { return guard([&] { *threads = at::get_num_threads(); }); }
int32_t adv_cuda(int32_t *built_in, int32_t *count) {
  return guard([&] {
    const std::string config = at::show_config();
    *built_in = config.find("USE_CUDA=ON") != std::string::npos || config.find("USE_CUDA=1") != std::string::npos;
    *count = *built_in && at::hasCUDA() ? static_cast<int32_t>(at::detail::getCUDAHooks().getNumGPUs()) : 0;
  });
}

int32_t adv_lazy(void) {
  return guard([] { static const bool once = (torch::lazy::InitTorchScriptBackend(), true); (void)once; });
}

int32_t adv_tf32(int32_t allowed) { return guard([&] { allow_tf32(allowed != 0); }); }

int32_t adv_deterministic(void) {
  return guard([] {
    at::globalContext().setDeterministicCuDNN(true);
    at::globalContext().setBenchmarkCuDNN(false);
    at::globalContext().setDeterministicAlgorithms(true, /*warn_only=*/false);
  });
}

int32_t adv_trim(void) { return guard([] { malloc_trim(0); }); }

int32_t adv_keep_freed(int32_t keep) {
  return guard([&] {
    mallopt(M_MMAP_THRESHOLD, keep != 0 ? 32 << 20 : 256 << 10);
    mallopt(M_TRIM_THRESHOLD, keep != 0 ? INT32_MAX : 0);
  });
}

int32_t adv_grad_mode(int32_t enabled, int32_t *previous) {
  return guard([&] {
    *previous = c10::GradMode::is_enabled();
    c10::GradMode::set_enabled(enabled != 0);
  });
}

int32_t adv_generator_new(int64_t seed, int32_t device_type, int32_t device_index, AdvGenerator *out) {
  return guard([&] {
    auto generator = at::globalContext().defaultGenerator(device_of(device_type, device_index)).clone();
    generator.set_current_seed(static_cast<uint64_t>(seed));
    *out = new at::Generator(std::move(generator));
  });
}

int32_t adv_generator_get_state(AdvGenerator generator, AdvTensor *out) {
  return guard([&] { *out = give(static_cast<at::Generator *>(generator)->get_state()); });
}

int32_t adv_generator_set_state(AdvGenerator generator, AdvTensor state) {
  return guard([&] { static_cast<at::Generator *>(generator)->set_state(borrow(state)); });
}

void adv_generator_free(AdvGenerator generator) { delete static_cast<at::Generator *>(generator); }
