using System.Runtime.InteropServices;
using Adversa.Torch.Native;

namespace Adversa.Torch;

/// <summary>The tensor engine as a whole: start-up, threads, versions, devices.</summary>
public static unsafe partial class Engine
{
    private static readonly Lock Gate = new();
    private static bool _started;

    /// <summary>The version of libtorch that is loaded, such as <c>1.13.1</c>.</summary>
    public static string TorchVersion => Started(() => Utf8(NativeMethods.adv_torch_version()));

    /// <summary>The instruction set that libtorch's own kernels use: <c>DEFAULT</c>, <c>AVX2</c> or <c>AVX512</c>. Results are equal bit for bit only within one.</summary>
    public static string CpuCapability => Started(() => Utf8(NativeMethods.adv_cpu_capability()));

    /// <summary>Where new tensors are made, the processor unless <see cref="Use"/> named another: what <c>torch.set_default_device</c> is to PyTorch.</summary>
    public static Device Device { get; private set; }

    /// <summary>Whether only kernels that repeat their bits are used on a GPU.</summary>
    public static bool IsDeterministic { get; private set; }

    /// <summary>Whether this libtorch was built for NVIDIA GPUs.</summary>
    public static bool HasCuda => Cuda().BuiltIn;

    /// <summary>GPUs that libtorch can use here.</summary>
    public static int CudaDevices => Cuda().Count;

    /// <summary>The first GPU where libtorch can use one, else the processor.</summary>
    public static Device BestDevice => CudaDevices > 0 ? Device.Cuda() : Device.Cpu;

    /// <summary>Whether libtorch's oneDNN computes wrong convolutions on this processor, so that libtorch computes without it, slower, and bfloat16 is not offered: seen with Debian 13's oneDNN 3.7.2.</summary>
    public static bool OneDnnErrs => Started(() =>
    {
        int errs;
        NativeStatus.Check(NativeMethods.adv_onednn_errs(&errs), "onednn");
        return errs != 0;
    });

    /// <summary>Threads of one operation.</summary>
    public static int Threads => Started(() =>
    {
        int threads;
        NativeStatus.Check(NativeMethods.adv_threads(&threads), "threads");
        return threads;
    });

    /// <summary>Loads libtorch and fixes the number of threads. Called once, before anything else; later calls change nothing.</summary>
    /// <remarks>OpenMP and OpenBLAS read their environment when they load: two pools on the same cores run at half speed or worse, so OpenBLAS gets
    /// one thread and OpenMP all. .NET's own environment does not reach <c>getenv</c>, hence the call into libc.</remarks>
    /// <param name="threads">Threads of one operation, 1 to 1024; null takes <c>OMP_NUM_THREADS</c>, else all cores.</param>
    public static void Start(int? threads = null)
    {
        if (threads is < 1 or > 1024) throw new ArgumentOutOfRangeException(nameof(threads), threads, "Threads of one operation must be from 1 to 1024.");
        lock (Gate)
        {
            if (_started) return;
            var count = threads ?? (int.TryParse(Environment.GetEnvironmentVariable("OMP_NUM_THREADS"), out var n) && n is > 0 and <= 1024 ? n : Environment.ProcessorCount);
            SetEnvironment("OMP_NUM_THREADS", count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            SetEnvironment("OPENBLAS_NUM_THREADS", "1");
            _ = setenv("GOMP_SPINCOUNT", "1000", 0);      // threads that spin long beside a busy neighbour cost three quarters of the speed
            SetEnvironment("UCX_ERROR_SIGNALS", "");      // libtorch 2.x may bring Open MPI and UCX, which would take the SIGSEGV that .NET's null checks live on,
            SetEnvironment("UCX_DEBUG_SIGNO", "0");       // and the SIGHUP that ends a training with a checkpoint
            CheckAbi();
            NativeStatus.Check(NativeMethods.adv_start(count), "start");
            _started = true;
        }
    }

    /// <summary>Makes new tensors on a device from now on. Models, optimizers and generators are built after it.</summary>
    /// <param name="device">Where.</param>
    /// <param name="deterministic">Whether a GPU may use only kernels that repeat their bits, which are slower. The processor's always do.</param>
    /// <exception cref="AdversaException">ADV5012: this libtorch was built without CUDA, it sees no GPU, or there are fewer.</exception>
    public static void Use(Device device, bool deterministic = false)
    {
        if (deterministic) SetEnvironment("CUBLAS_WORKSPACE_CONFIG", ":4096:8");      // read when the first product is computed
        Ready(device);
        if (deterministic && !device.IsCpu) NativeStatus.Check(Started(NativeMethods.adv_deterministic), "deterministic");
        IsDeterministic |= deterministic;
        Device = device;
    }

    /// <summary>Makes a device ready without making it the usual one.</summary>
    internal static void Ready(Device device)
    {
        if (device == Device.Lazy) NativeStatus.Check(Started(NativeMethods.adv_lazy), "lazy");
        if (!device.IsCuda) return;
        var (builtIn, count) = Cuda();
        if (!builtIn) throw new AdversaException(5012, ExitCode.Resource, Words.LibtorchHasNoCuda(TorchVersion));
        if (count == 0) throw new AdversaException(5012, ExitCode.Resource, Words.LibtorchSeesNoGpu(TorchVersion));
        if (device.Index >= count) throw new AdversaException(5012, ExitCode.Resource, Words.ThereIsNoSuchGpu(device.ToString(), count, count - 1));
    }

    /// <summary>Gives pages that were freed back to the system.</summary>
    public static void TrimMemory() => NativeStatus.Check(Started(NativeMethods.adv_trim), "trim");

    /// <summary>Whether glibc's allocator keeps what is freed for the next tensor, which is quick, or gives it back at once, so that the memory of a moment can be read. No effect under another allocator.</summary>
    /// <param name="keep">Keeps.</param>
    public static void KeepFreedMemory(bool keep) => NativeStatus.Check(Started(() => NativeMethods.adv_keep_freed(keep ? 1 : 0)), "keep_freed");

    internal static void EnsureStarted()
    {
        if (!_started) Start();
    }

    private static T Started<T>(Func<T> ask)
    {
        EnsureStarted();
        return ask();
    }

    private static (bool BuiltIn, int Count) Cuda() => Started(() =>
    {
        int builtIn, count;
        NativeStatus.Check(NativeMethods.adv_cuda(&builtIn, &count), "cuda");
        return (builtIn != 0, count);
    });

    private static void CheckAbi()
    {
        int version, value, info;
        NativeStatus.Check(NativeMethods.adv_abi(&version, &value, &info), "abi");
        if (version == 2 && value == sizeof(Value) && info == sizeof(TensorInfo)) return;
        throw new AdversaException(5011, ExitCode.Resource, Words.LibadversaTorchSoHasABIVersion(version));
    }

    private static string Utf8(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    private static void SetEnvironment(string name, string value) => _ = setenv(name, value, 1);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);
}
