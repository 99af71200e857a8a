// The one door: an operator is looked up by its schema's name and called boxed through the dispatcher, so autograd, autocast and every
// device's kernels apply.
#include "internal.h"
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/Generator.h>
#include <ATen/core/stack.h>
#include <cstring>
#include <torch/version.h>

namespace adversa {

template <typename T> static c10::List<T> list_of(const AdvValue &value) {
  c10::List<T> list;
  list.reserve(value.count);
  const auto *elements = reinterpret_cast<const T *>(value.value);
  for (int32_t i = 0; i < value.count; i++) list.push_back(elements[i]);
  return list;
}

static c10::IValue to_ivalue(const AdvValue &value) {
  switch (value.tag) {
  case ADV_NONE: return c10::IValue();
  case ADV_TENSOR: return borrow(reinterpret_cast<AdvTensor>(value.value));
  case ADV_INT: return value.value;
  case ADV_DTYPE: return value.value;
  case ADV_BOOL: return value.value != 0;
  case ADV_DOUBLE: {
    double number;
    std::memcpy(&number, &value.value, sizeof number);
    return number;
  }
  case ADV_INT_LIST: return list_of<int64_t>(value);
  case ADV_DOUBLE_LIST: return list_of<double>(value);
  case ADV_BOOL_LIST: {
    c10::List<bool> list;
    for (int32_t i = 0; i < value.count; i++) list.push_back(reinterpret_cast<const uint8_t *>(value.value)[i] != 0);
    return list;
  }
  case ADV_TENSOR_LIST: {
    c10::List<at::Tensor> list;
    for (int32_t i = 0; i < value.count; i++) list.push_back(borrow(reinterpret_cast<const AdvTensor *>(value.value)[i]));
    return list;
  }
  case ADV_OPTIONAL_TENSOR_LIST: {
    OptionalTensors list;
    for (int32_t i = 0; i < value.count; i++) {
      auto tensor = borrow(reinterpret_cast<const AdvTensor *>(value.value)[i]);
      list.push_back(tensor.defined() ? OptionalTensors::value_type(tensor) : OptionalTensors::value_type());
    }
    return list;
  }
  case ADV_STRING: return std::string(reinterpret_cast<const char *>(value.value), value.count);
  case ADV_DEVICE: return device_of(static_cast<int32_t>(value.value), value.count);
  case ADV_GENERATOR: return *reinterpret_cast<at::Generator *>(value.value);
  default: TORCH_CHECK(false, "unknown argument tag ", value.tag);
  }
}

// Results are flattened: a list of tensors gives one result per tensor.
static void write(c10::IValue &&value, AdvValue *results, int32_t capacity, int32_t &got) {
  if (value.isTensorList()) {
    for (auto &&tensor : value.toTensorVector()) write(c10::IValue(std::move(tensor)), results, capacity, got);
    return;
  }

  TORCH_CHECK(got < capacity, "more than ", capacity, " results");
  auto &result = results[got];
  result = AdvValue{ADV_NONE, 0, 0};
  if (value.isTensor()) result = {ADV_TENSOR, 0, reinterpret_cast<int64_t>(give(std::move(value).toTensor()))};   // an undefined tensor is 0
  else if (value.isInt()) result = {ADV_INT, 0, value.toInt()};
  else if (value.isBool()) result = {ADV_BOOL, 0, value.toBool()};
  else if (value.isDouble()) {
    const double number = value.toDouble();
    result.tag = ADV_DOUBLE;
    std::memcpy(&result.value, &number, sizeof number);
  } else TORCH_CHECK(value.isNone(), "a result of kind ", value.tagKind(), " is not supported");
  got++;
}

} // namespace adversa

using namespace adversa;

int32_t adv_op_find(const char *name, const char *overload, AdvOp *out) {
  bool found = false;
  const auto status = guard([&] {
    auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
    if (!handle) return;
    *out = new c10::OperatorHandle(*handle);
    found = true;
  });
  if (status != ADV_OK || found) return status;
  return fail(ADV_MISSING_OP, "this is not an operator of libtorch " TORCH_VERSION);
}

int32_t adv_op_schema(AdvOp op, char *text, int32_t capacity) {
  return guard([&] {
    const auto schema = c10::toString(static_cast<c10::OperatorHandle *>(op)->schema());
    TORCH_CHECK(static_cast<int32_t>(schema.size()) < capacity, "schema needs ", schema.size() + 1, " bytes");
    std::memcpy(text, schema.c_str(), schema.size() + 1);
  });
}

int32_t adv_call(AdvOp op, const AdvValue *arguments, int32_t count, AdvValue *results, int32_t capacity, int32_t *got) {
  *got = 0;
  const auto status = guard([&] {
    const auto &handle = *static_cast<c10::OperatorHandle *>(op);
    const auto &formal = handle.schema().arguments();
    TORCH_CHECK(static_cast<size_t>(count) <= formal.size(), "too many arguments: ", count, " for ", handle.schema());
    torch::jit::Stack stack;
    stack.reserve(formal.size());
    for (int32_t i = 0; i < count; i++) stack.push_back(to_ivalue(arguments[i]));
    for (size_t i = count; i < formal.size(); i++) {
      TORCH_CHECK(formal[i].default_value(), "argument ", formal[i].name(), " is missing in ", handle.schema());
      stack.push_back(*formal[i].default_value());
    }

    handle.callBoxed(&stack);
    for (auto &value : stack) write(std::move(value), results, capacity, *got);
  });
  if (status != ADV_OK)                                  // what was written before the failure has no other owner
    while (*got > 0)
      if (const auto &result = results[--*got]; result.tag == ADV_TENSOR) adv_tensor_free(reinterpret_cast<AdvTensor>(result.value));
  return status;
}
