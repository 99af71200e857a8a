using Adversa.Data;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;

namespace Adversa.Training.Runs;

/// <summary>How long recipes take here: the times at which they were measured, scaled by how fast this machine takes a few steps of one of them.</summary>
/// <remarks>An estimate: it is exact for no other recipe, since small networks and large ones gain differently by a faster machine or by more threads, and it says
/// how busy the machine is now. <see cref="DryRun"/> measures a recipe itself.</remarks>
public static class MachineSpeed
{
    private const string Yardstick = "digits";

    /// <summary>Measures for about a second.</summary>
    /// <returns>Seconds here for a second there.</returns>
    /// <exception cref="AdversaException">There is no libtorch to measure with.</exception>
    public static double Factor()
    {
        var page = RecipeBook.Find(Yardstick)!;
        var source = DataSets.Open(page.Values["data"]!.GetValue<string>(), new());
        using var setup = new Setup(new RecipeResolver().Add(Yardstick, page.Values).Resolve(source.Schema), source);
        return DryRun.Measure(setup).Duration!.Value.TotalSeconds / page.Seconds;
    }
}
