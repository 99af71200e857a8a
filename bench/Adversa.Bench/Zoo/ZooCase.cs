using Adversa.Training.Events;
using Adversa.Training.Plans;

namespace Adversa.Bench.Zoo;

/// <summary>A way to break a run, and its healthy twin: the same recipe without the fault.</summary>
/// <param name="Name">Stable; the key of its results.</param>
/// <param name="Expected">The findings that name it, the best first.</param>
/// <param name="Recipe">The healthy twin's recipe.</param>
/// <param name="Fault">Values over it that break it; <c>{}</c> where the sabotage does.</param>
internal sealed record ZooCase(string Name, DiagnosisKind[] Expected, string Recipe, string Fault = "{}")
{
    /// <summary>The step from which on the run is broken.</summary>
    public long Onset { get; init; }

    /// <summary>Done after every step from the onset on.</summary>
    public Action<Setup>? Sabotage { get; init; }

    /// <summary>Done once, after the step of the onset.</summary>
    public Action<Setup>? Blow { get; init; }

    /// <summary>Whether a change of the recipe could save it; no change of a recipe undoes a sabotage.</summary>
    public bool IsRescuable => Sabotage is null && CanBeRescued;

    /// <summary>Whether an arm makes sense: nothing undoes a sabotage, and only a run that becomes worse has a peak to insure.</summary>
    internal bool Has(string arm) => arm switch
    {
        ZooRun.Treated => IsRescuable,
        ZooRun.Long or ZooRun.Insured => Expected[0] == DiagnosisKind.ModeCollapse,
        _ => true,
    };

    /// <summary>False where no remedy of the doctor exists, such as too little data.</summary>
    public bool CanBeRescued { get; init; } = true;
}
