// Tensors in and out of host memory, and what can be asked of them.
#include "internal.h"
#include <cmath>
#include <cstring>
#include <torch/csrc/lazy/backend/backend_device.h>
#include <torch/csrc/lazy/core/lazy_graph_executor.h>

using namespace adversa;

// A lazy tensor is computed when it is read. Then all that was gathered is computed, or the graph of a training would grow from step to step.
static void settle(const at::Tensor &tensor) {
  if (tensor.device().type() != at::kLazy) return;
  const torch::lazy::BackendDevice device = torch::lazy::atenDeviceToBackendDevice(tensor.device());
  torch::lazy::LazyGraphExecutor::Get()->SyncLiveTensorsGraph(&device, {}, /*wait=*/true);
  torch::lazy::LazyGraphExecutor::Get()->MarkStep(device);
}

int32_t adv_tensor_from_host(const void *data, const int64_t *sizes, int32_t dims, int32_t dtype, int32_t device_type,
                             int32_t device_index, AdvTensor *out) {
  return guard([&] {
    const auto device = device_of(device_type, device_index);
    // From pinned memory the copy runs beside what the GPU computes; libtorch keeps such memory until the copy is done.
    auto tensor = at::empty(at::IntArrayRef(sizes, dims), at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype)).pinned_memory(device.is_cuda()));
    if (data) std::memcpy(tensor.data_ptr(), data, tensor.nbytes());
    if (!device.is_cpu()) tensor = tensor.to(device, /*non_blocking=*/device.is_cuda());
    *out = give(std::move(tensor));
  });
}

int32_t adv_tensor_to_host(AdvTensor handle, void *data, int64_t bytes) {
  return guard([&] {
    settle(borrow(handle));
    const auto tensor = borrow(handle).detach().to(at::kCPU).contiguous();
    TORCH_CHECK(static_cast<int64_t>(tensor.nbytes()) == bytes, "the tensor has ", tensor.nbytes(), " bytes, the buffer ", bytes);
    std::memcpy(data, tensor.data_ptr(), bytes);
  });
}

int32_t adv_tensor_info(AdvTensor handle, AdvTensorInfo *info) {
  return guard([&] {
    const auto tensor = borrow(handle);
    TORCH_CHECK(tensor.dim() <= 8, "a tensor of ", tensor.dim(), " dimensions; at most 8 are supported");
    *info = AdvTensorInfo{};
    info->dims = tensor.dim();
    for (int64_t i = 0; i < tensor.dim(); i++) info->sizes[i] = tensor.size(i);
    info->elements = tensor.numel();
    info->dtype = static_cast<int32_t>(tensor.scalar_type());
    info->device_type = static_cast<int32_t>(tensor.device().type());
    info->device_index = tensor.device().index();
    info->requires_grad = tensor.requires_grad();
    info->is_contiguous = tensor.is_contiguous();
    info->is_leaf = tensor.is_leaf();
  });
}

int32_t adv_tensor_item(AdvTensor handle, double *value) {
  return guard([&] {
    settle(borrow(handle));
    *value = borrow(handle).item().toDouble();
  });
}

int32_t adv_tensor_all_finite(const AdvTensor *tensors, int32_t count, int32_t *index_of_bad) {
  return guard([&] {
    c10::NoGradGuard no_grad;
    *index_of_bad = -1;
    for (int32_t i = 0; i < count && *index_of_bad < 0; i++) {
      const auto tensor = borrow(tensors[i]);
      // A sum is finite exactly when all terms are, but for an overflow, which the slow answer then sorts out.
      if (!tensor.is_floating_point() || std::isfinite(tensor.sum().item().toDouble())) continue;
      if (!at::isfinite(tensor).all().item().toBool()) *index_of_bad = i;
    }
  });
}

void adv_tensor_free(AdvTensor handle) {
  if (handle) TensorPtr::reclaim(static_cast<c10::TensorImpl *>(handle));   // the temporary ends our reference
}
