using Adversa.Training.Plans;

namespace Adversa.Training.Studies;

/// <summary>What every run of a study may spend.</summary>
/// <param name="Kind"><c>images</c> or <c>seconds</c>.</param>
/// <param name="Amount">So many.</param>
public sealed record Budget(string Kind, double Amount)
{
    /// <summary>Real samples shown.</summary>
    public const string Images = "images";

    /// <summary>Seconds of training.</summary>
    public const string Seconds = "seconds";

    /// <summary>The budgets of a study.</summary>
    /// <param name="study">It has one or two.</param>
    public static IReadOnlyList<Budget> Of(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return [.. study.Images > 0 ? [new Budget(Images, study.Images)] : Array.Empty<Budget>(), .. study.Seconds > 0 ? [new Budget(Seconds, study.Seconds)] : Array.Empty<Budget>()];
    }

    /// <summary>The rounds in which a system is shown so many samples: systems differ in batches for each round, some from round to round.</summary>
    /// <remarks>A turn with a condition of its own (<c>When</c>) is counted as taken; where it is not, fewer samples are shown than the budget allows.</remarks>
    /// <param name="setup">The system, built.</param>
    /// <param name="images">Samples.</param>
    public static long Rounds(Setup setup, long images)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var (batch, shown, round) = ((long)setup.Stream.BatchSize * setup.Plan.Recipe.Accumulate, 0L, 0L);
        for (; shown < images && round < Recipes.Recipe.EndlessSteps; round++)
        {
            var of = setup.Model.Turns.Where(turn => turn.ShowsData && round % turn.Every == 0).Sum(turn => Math.Max(0, turn.Repeat(round))) * batch;
            if (of == 0 && round > 100 && shown == 0) break;             // a system that is shown nothing
            if (shown + of > images && round > 0) break;
            shown += of;
        }

        return Math.Max(1, round);
    }
}
