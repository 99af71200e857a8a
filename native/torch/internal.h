// What the shim's own files share: handles, the guard around every exported function, and the places where libtorch 1.13 and 2.x differ.
#pragma once
#include "adversa_torch.h"
#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <exception>
#include <new>
#include <string>
#include <utility>

namespace adversa {

// A handle is a TensorImpl that the holder owns one reference of; 0 is the undefined tensor.
using TensorPtr = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

inline at::Tensor borrow(AdvTensor handle) {
  return handle ? at::Tensor(TensorPtr::reclaim_copy(static_cast<c10::TensorImpl *>(handle))) : at::Tensor();
}

inline at::Device device_of(int32_t type, int32_t index) {
  return type == 0 ? at::Device(at::kCPU) : at::Device(static_cast<at::DeviceType>(type), static_cast<at::DeviceIndex>(index));
}

inline AdvTensor give(at::Tensor tensor) { return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr; }

// libtorch 1.13 has an optional of its own, 2.x the standard one.
using OptionalTensors = decltype(std::declval<c10::IValue>().toOptionalTensorList());

bool leave_onednn();                             // onednn.cpp; whether oneDNN errs here, and so nothing computes with it
int32_t fail(int32_t kind, const char *text) noexcept;
int32_t fail_torch(const char *text) noexcept;   // tells "no memory" from the rest

// Runs the body; whatever it throws becomes an error kind and a text.
template <typename Body> int32_t guard(Body &&body) noexcept {
  try {
    body();
    return ADV_OK;
  } catch (const c10::Error &e) {
    return fail_torch(e.what_without_backtrace());
  } catch (const std::bad_alloc &) {
    return fail(ADV_MEMORY, "out of memory");
  } catch (const std::exception &e) {
    return fail_torch(e.what());
  } catch (...) {
    return fail(ADV_OTHER, "unknown native exception");
  }
}

} // namespace adversa
