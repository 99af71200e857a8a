using Adversa.Formats.Disk;

namespace Adversa.Training.Runs;

/// <summary>For what is worth less than the training: pictures, pages, status.</summary>
internal static class Quietly
{
    /// <summary>Tries.</summary>
    /// <param name="action">What may fail.</param>
    /// <returns>Whether it did not.</returns>
    internal static bool Try(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception e) when (DiskTrouble.Is(e) || e is FormatException or AdversaException)
        {
            return false;
        }
    }
}
