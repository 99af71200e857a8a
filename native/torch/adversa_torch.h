// The C face of libtorch that Adversa.Torch calls: one boxed door to every operator, and the few things that are no operators.
// Every function returns 0 or an error kind (AdvError) whose text adv_last_error gives on the same thread. Functions whose name says `new`
// or that write a handle to `out` give it to the caller, who ends it with the matching `free`; all other handles are borrowed.
#pragma once
#include <stdint.h>

#define ADV_API extern "C" __attribute__((visibility("default")))
#define ADV_ABI_VERSION 2

enum AdvError : int32_t { ADV_OK = 0, ADV_TORCH = 1, ADV_MEMORY = 2, ADV_MISSING_OP = 3, ADV_OTHER = 4 };

enum AdvTag : int32_t {
  ADV_NONE = 0, ADV_TENSOR, ADV_INT, ADV_DOUBLE, ADV_BOOL, ADV_INT_LIST, ADV_TENSOR_LIST, ADV_STRING, ADV_GENERATOR, ADV_DTYPE,
  ADV_DEVICE, ADV_DOUBLE_LIST, ADV_BOOL_LIST, ADV_OPTIONAL_TENSOR_LIST
};

// One argument or result. `value` holds the number, the bits of the double, the handle, or the address of `count` elements; of a device its
// type, and `count` its index.
typedef struct AdvValue { int32_t tag; int32_t count; int64_t value; } AdvValue;

typedef struct AdvTensorInfo { int64_t dims; int64_t sizes[8]; int64_t elements; int32_t dtype; int32_t device_type; int32_t device_index;
  int32_t requires_grad; int32_t is_contiguous; int32_t is_leaf; } AdvTensorInfo;

typedef void *AdvTensor, *AdvOp, *AdvGenerator;

// engine.cpp
ADV_API int32_t adv_abi(int32_t *version, int32_t *value_size, int32_t *info_size);
ADV_API const char *adv_last_error(void);
ADV_API const char *adv_torch_version(void);
ADV_API const char *adv_cpu_capability(void);
ADV_API int32_t adv_start(int32_t threads);
ADV_API int32_t adv_onednn_errs(int32_t *errs);                // see onednn.cpp
ADV_API int32_t adv_threads(int32_t *threads);
ADV_API int32_t adv_cuda(int32_t *built_in, int32_t *count);   // whether this libtorch was built with CUDA, and the GPUs that it can use
ADV_API int32_t adv_lazy(void);                                // readies the device "lazy": see Device.Lazy
ADV_API int32_t adv_trim(void);
ADV_API int32_t adv_keep_freed(int32_t keep);
ADV_API int32_t adv_tf32(int32_t allowed);                     // products on a GPU; off at start
ADV_API int32_t adv_deterministic(void);                       // from here on only kernels that repeat their bits
ADV_API int32_t adv_grad_mode(int32_t enabled, int32_t *previous);
ADV_API int32_t adv_generator_new(int64_t seed, int32_t device_type, int32_t device_index, AdvGenerator *out);
ADV_API int32_t adv_generator_get_state(AdvGenerator generator, AdvTensor *out);
ADV_API int32_t adv_generator_set_state(AdvGenerator generator, AdvTensor state);
ADV_API void adv_generator_free(AdvGenerator generator);

// door.cpp
ADV_API int32_t adv_op_find(const char *name, const char *overload, AdvOp *out);
ADV_API int32_t adv_op_schema(AdvOp op, char *text, int32_t capacity);
ADV_API int32_t adv_call(AdvOp op, const AdvValue *arguments, int32_t count, AdvValue *results, int32_t capacity, int32_t *got);

// tensor.cpp
ADV_API int32_t adv_tensor_from_host(const void *data, const int64_t *sizes, int32_t dims, int32_t dtype, int32_t device_type,
                                     int32_t device_index, AdvTensor *out);
ADV_API int32_t adv_tensor_to_host(AdvTensor tensor, void *data, int64_t bytes);
ADV_API int32_t adv_tensor_info(AdvTensor tensor, AdvTensorInfo *info);
ADV_API int32_t adv_tensor_item(AdvTensor tensor, double *value);
ADV_API int32_t adv_tensor_all_finite(const AdvTensor *tensors, int32_t count, int32_t *index_of_bad);
ADV_API void adv_tensor_free(AdvTensor tensor);

// autograd.cpp
ADV_API int32_t adv_set_requires_grad(const AdvTensor *tensors, int32_t count, int32_t value);
ADV_API int32_t adv_get_grad(AdvTensor tensor, AdvTensor *out);
ADV_API int32_t adv_set_grad(AdvTensor tensor, AdvTensor grad);
ADV_API int32_t adv_backward(AdvTensor output, int32_t create_graph);
ADV_API int32_t adv_grad(const AdvTensor *outputs, int32_t output_count, const AdvTensor *inputs, int32_t input_count,
                         const AdvTensor *grad_outputs, int32_t retain_graph, int32_t create_graph, int32_t allow_unused, AdvTensor *out);

// adam.cpp: decoupled is AdamW's decay, which multiplies the parameters by 1 - rate·decay; fused asks for libtorch's own kernel, from 2.0 on
enum AdvAdam : int32_t { ADV_DECOUPLED = 1, ADV_FUSED = 2 };
ADV_API int32_t adv_adam_step(const AdvTensor *parameters, const AdvTensor *first, const AdvTensor *second, int32_t count, int64_t step,
                              double learning_rate, double beta1, double beta2, double eps, double weight_decay, int32_t ways);

// conv_transpose.cpp
ADV_API int32_t adv_conv_transpose2d(AdvTensor input, AdvTensor weight, AdvTensor bias, int64_t stride, int64_t padding,
                                     int64_t output_padding, AdvTensor *out);
