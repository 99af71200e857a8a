using System.Runtime.ExceptionServices;

namespace Adversa.DataTools.Checking;

/// <summary>Runs the same work on several threads and waits for all of them.</summary>
internal static class Threads
{
    /// <summary>Runs; the first exception is thrown again once all have ended.</summary>
    /// <param name="count">Threads, the caller's among them; 1 or more.</param>
    /// <param name="work">What each does.</param>
    public static void Run(int count, Action work)
    {
        ExceptionDispatchInfo? failure = null;
        void Guarded()
        {
            try
            {
                work();
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
            }
        }

        var others = Enumerable.Range(1, count - 1).Select(_ => new Thread(Guarded) { IsBackground = true }).ToList();
        foreach (var thread in others) thread.Start();
        Guarded();
        foreach (var thread in others) thread.Join();
        failure?.Throw();
    }
}
