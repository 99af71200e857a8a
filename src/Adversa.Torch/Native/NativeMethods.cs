using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace Adversa.Torch.Native;

/// <summary>The functions of native/torch/adversa_torch.h, in its order.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = "adversa_torch";

    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly,
        static (name, _, _) => name == Library ? NativeCode.Load(Library) : 0);

    [LibraryImport(Library)] internal static partial int adv_abi(int* version, int* valueSize, int* infoSize);
    [LibraryImport(Library)] internal static partial byte* adv_last_error();
    [LibraryImport(Library)] internal static partial byte* adv_torch_version();
    [LibraryImport(Library)] internal static partial byte* adv_cpu_capability();
    [LibraryImport(Library)] internal static partial int adv_start(int threads);
    [LibraryImport(Library)] internal static partial int adv_onednn_errs(int* errs);
    [LibraryImport(Library)] internal static partial int adv_threads(int* threads);
    [LibraryImport(Library)] internal static partial int adv_cuda(int* builtIn, int* count);
    [LibraryImport(Library)] internal static partial int adv_lazy();
    [LibraryImport(Library)] internal static partial int adv_trim();

    [LibraryImport(Library)] internal static partial int adv_keep_freed(int keep);
    [LibraryImport(Library)] internal static partial int adv_tf32(int allowed);
    [LibraryImport(Library)] internal static partial int adv_deterministic();
    [LibraryImport(Library)] internal static partial int adv_grad_mode(int enabled, int* previous);
    [LibraryImport(Library)] internal static partial int adv_generator_new(long seed, int deviceType, int deviceIndex, nint* result);
    [LibraryImport(Library)] internal static partial int adv_generator_get_state(nint generator, nint* result);
    [LibraryImport(Library)] internal static partial int adv_generator_set_state(nint generator, nint state);
    [LibraryImport(Library)] internal static partial void adv_generator_free(nint generator);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int adv_op_find(string name, string overload, nint* result);
    [LibraryImport(Library)] internal static partial int adv_op_schema(nint op, byte* text, int capacity);
    [LibraryImport(Library)] internal static partial int adv_call(nint op, Value* arguments, int count, Value* results, int capacity, int* got);

    [LibraryImport(Library)] internal static partial int adv_tensor_from_host(void* data, long* sizes, int dims, int dtype, int deviceType, int deviceIndex, nint* result);
    [LibraryImport(Library)] internal static partial int adv_tensor_to_host(nint tensor, void* data, long bytes);
    [LibraryImport(Library)] internal static partial int adv_tensor_info(nint tensor, TensorInfo* info);
    [LibraryImport(Library)] internal static partial int adv_tensor_item(nint tensor, double* value);
    [LibraryImport(Library)] internal static partial int adv_tensor_all_finite(nint* tensors, int count, int* indexOfBad);
    [LibraryImport(Library)] internal static partial void adv_tensor_free(nint tensor);

    [LibraryImport(Library)] internal static partial int adv_set_requires_grad(nint* tensors, int count, int value);
    [LibraryImport(Library)] internal static partial int adv_get_grad(nint tensor, nint* result);
    [LibraryImport(Library)] internal static partial int adv_set_grad(nint tensor, nint grad);
    [LibraryImport(Library)] internal static partial int adv_backward(nint output, int createGraph);
    [LibraryImport(Library)] internal static partial int adv_grad(nint* outputs, int outputCount, nint* inputs, int inputCount, nint* gradOutputs,
        int retainGraph, int createGraph, int allowUnused, nint* result);

    [LibraryImport(Library)] internal static partial int adv_adam_step(nint* parameters, nint* first, nint* second, int count, long step,
        double learningRate, double beta1, double beta2, double eps, double weightDecay, int ways);

    [LibraryImport(Library)] internal static partial int adv_conv_transpose2d(nint input, nint weight, nint bias, long stride, long padding,
        long outputPadding, nint* result);
}

/// <summary>One argument or result of a call; the layout of <c>AdvValue</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Value
{
    public ValueTag Tag;
    public int Count;
    public long Bits;
}

/// <summary>What a <see cref="Value"/> holds; the numbers of <c>AdvTag</c>.</summary>
internal enum ValueTag
{
    None, Tensor, Int, Double, Bool, IntList, TensorList, String, Generator, DType, Device, DoubleList, BoolList, OptionalTensorList,
}

/// <summary>What a tensor is; the layout of <c>AdvTensorInfo</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorInfo
{
    public long Dims;
    public fixed long Sizes[8];
    public long Elements;
    public int DType;
    public int DeviceType;
    public int DeviceIndex;
    public int RequiresGrad;
    public int IsContiguous;
    public int IsLeaf;
}
