using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Adversa.Torch.Tests.Native;

/// <summary>.NET turns SIGSEGV into null reference exceptions, SIGFPE into divisions by zero, and answers SIGINT, SIGTERM and SIGCHLD: no library that
/// libtorch brings along may take them.</summary>
public sealed unsafe partial class SignalTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_null_reference_and_a_division_by_zero_are_caught_after_libtorch_is_loaded(bool elsewhere)
    {
        _ = Engine.TorchVersion;
        var caught = new List<Exception?>();
        void Act() => caught.AddRange([Record.Exception(() => Length(null)), Record.Exception(() => Divide(1, 0))]);

        if (elsewhere)
        {
            var thread = new Thread(Act);
            thread.Start();
            thread.Join();
        }
        else
        {
            Act();
        }

        Assert.Collection(caught, e => Assert.IsType<NullReferenceException>(e), e => Assert.IsType<DivideByZeroException>(e));
    }

    [Fact]
    public void No_signal_is_handled_by_another_library_than_those_of_dotnet()
    {
        _ = Engine.TorchVersion;

        var taken = Enumerable.Range(1, 31).Select(signal => (Signal: signal, Owner: Owner(signal)))
            .Where(s => s.Owner is not null and not "libcoreclr.so" and not "libSystem.Native.so");

        Assert.Empty(taken);
        Assert.Equal("libcoreclr.so", Owner(11));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Length(string? text) => text!.Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Divide(int a, int b) => a / b;

    // The library whose code a signal runs; null where it is ignored or does what the system does.
    private static string? Owner(int signal)
    {
        var action = stackalloc nint[32];      // glibc's struct sigaction, 152 bytes, begins with the handler
        Assert.True(sigaction(signal, 0, action) == 0, $"sigaction {signal}");
        if (action[0] is 0 or 1) return null;
        var info = stackalloc nint[4];         // Dl_info begins with the file's name
        return dladdr(action[0], info) == 0 ? "?" : Path.GetFileName(Marshal.PtrToStringUTF8(info[0]));
    }

    [LibraryImport("libc")] private static partial int sigaction(int signal, nint set, nint* old);

    [LibraryImport("libc")] private static partial int dladdr(nint address, nint* info);
}
