using System.Runtime.ExceptionServices;

namespace Adversa.Cli;

/// <summary>Runs work on one thread of its own: libtorch keeps grad mode and its last error by thread.</summary>
internal static class ComputeThread
{
    private const int StackBytes = 64 << 20;     // backward through a deep graph recurses

    internal static T Run<T>(Func<T> work)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = work();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        }, StackBytes) { Name = "compute" };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
