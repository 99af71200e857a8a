using System.Globalization;
using Adversa.Core.Options;
using Option = Adversa.Core.Options.Option<Adversa.Training.Recipes.Schedule>;

namespace Adversa.Training.Recipes;

/// <summary>How the learning rates go on.</summary>
public enum ScheduleKind
{
    /// <summary>They stay.</summary>
    Constant,

    /// <summary>They fall along a line.</summary>
    Linear,

    /// <summary>They fall along half a wave of the cosine; Loshchilov, Hutter, 2016, "SGDR", eq. 5 without restarts (arXiv:1608.03983).</summary>
    Cosine,

    /// <summary>They fall by a factor every so many steps.</summary>
    Step,
}

/// <summary>What becomes of every player's learning rate in the course of a run: a share of the rate that its system was given, a pure function of the step.</summary>
/// <param name="Kind">How the rates go on.</param>
/// <param name="WarmUp">Steps over which the rates first rise along a line, 0 to 10^9; they multiply with what the kind says.</param>
/// <param name="From">Linear and cosine: the share of <paramref name="Steps"/> after which the rates begin to fall, in [0, 1).</param>
/// <param name="Final">Linear and cosine: the share of the rate that is left at the end and after it, in [0, 1].</param>
/// <param name="Steps">Linear and cosine: the step at which they end, 1 to 10^9; 0 takes the recipe's steps.</param>
/// <param name="Every">Step: after how many steps the rates fall each time, 1 to 10^9.</param>
/// <param name="Factor">Step: what they are multiplied by each time, in (0, 1].</param>
public sealed record Schedule(ScheduleKind Kind = ScheduleKind.Constant, long WarmUp = 0, double From = 0, double Final = 0, long Steps = 0, long Every = 0, double Factor = 0.1)
{
    private static readonly Schedule Unset = new();

    /// <summary>Each option said once: its key, how it is read and set, what it may be.</summary>
    public static OptionList<Schedule> List { get; } = new(Unset,
    [
        Option.Choice("kind", o => o.Kind, (o, x) => o with { Kind = x }),
        Option.Long("warmUp", o => o.WarmUp, (o, x) => o with { WarmUp = x }, 0, Recipe.EndlessSteps),
        Option.Real("from", o => o.From, (o, x) => o with { From = x }, 0, 1 - 1e-9),
        Option.Real("final", o => o.Final, (o, x) => o with { Final = x }, 0, 1),
        Option.Long("steps", o => o.Steps, (o, x) => o with { Steps = x }, 0, Recipe.EndlessSteps),
        Option.Long("every", o => o.Every, (o, x) => o with { Every = x }, 0, Recipe.EndlessSteps),
        Option.Real("factor", o => o.Factor, (o, x) => o with { Factor = x }, 1e-9, 1),
    ], "schedule");

    /// <summary>Whether the rates never change.</summary>
    public bool IsConstant => Kind == ScheduleKind.Constant && WarmUp == 0;

    /// <summary>Whether the kind falls towards an end.</summary>
    public bool HasEnd => Kind is ScheduleKind.Linear or ScheduleKind.Cosine;

    /// <summary>The share of the rate in a round.</summary>
    /// <param name="round">The round, from 0 on.</param>
    /// <returns>0 to 1.</returns>
    public double At(long round)
    {
        var rising = round < WarmUp ? (round + 1) / (double)WarmUp : 1;
        return rising * Kind switch
        {
            ScheduleKind.Linear => 1 - (1 - Final) * Fallen(round),
            ScheduleKind.Cosine => Final + (1 - Final) * (1 + Math.Cos(Math.PI * Fallen(round))) / 2,
            ScheduleKind.Step => Math.Pow(Factor, round / Every),
            _ => 1,
        };
    }

    /// <summary>The same with its end filled in.</summary>
    /// <param name="steps">The recipe's steps.</param>
    internal Schedule EndingAt(long steps) => HasEnd && Steps == 0 ? this with { Steps = steps } : this;

    /// <summary>Every value that cannot be.</summary>
    /// <param name="recipe">Whose schedule it is.</param>
    internal IEnumerable<Problem> Problems(Recipe recipe) =>
    [
        .. List.Problems(this),
        .. Check.That("schedule.every", Kind != ScheduleKind.Step || Every != 0, Words.ScheduleEvery(Recipe.EndlessSteps)),
        .. Belongs("from", From != Unset.From, HasEnd, Words.LinearAndCosine),
        .. Belongs("final", Final != Unset.Final, HasEnd, Words.LinearAndCosine),
        .. Belongs("steps", Steps != Unset.Steps, HasEnd, Words.LinearAndCosine),
        .. Belongs("every", Every != Unset.Every, Kind == ScheduleKind.Step, Words.StepKind),
        .. Belongs("factor", Factor != Unset.Factor, Kind == ScheduleKind.Step, Words.StepKind),
        .. End(recipe),
    ];

    /// <summary>0 until the fall begins, 1 at its end and after it.</summary>
    private double Fallen(long round) => Math.Clamp((round / (double)Steps - From) / (1 - From), 0, 1);

    private IEnumerable<Problem> Belongs(string member, bool isSet, bool fits, Text text)
    {
        var kind = char.ToLowerInvariant(Kind.ToString()[0]) + Kind.ToString()[1..];
        return Check.That($"schedule.{member}", !isSet || fits, Words.ScheduleMemberIsFor(member, text, kind));
    }

    /// <summary>A fall needs an end, and nothing is learned behind an end at which the rates are 0.</summary>
    private IEnumerable<Problem> End(Recipe recipe)
    {
        if (!HasEnd) yield break;
        var (end, steps) = (Steps.ToString(CultureInfo.InvariantCulture), recipe.Steps.ToString(CultureInfo.InvariantCulture));
        if (Steps == 0 && recipe.HasNoEnd) yield return new("schedule.steps", Words.ScheduleStepsIsMissing);
        else if (Steps > 0 && recipe.Steps > Steps && Final == 0) yield return new("schedule.steps", Words.ScheduleStepsIsAndSchedule(end, steps));
    }
}
