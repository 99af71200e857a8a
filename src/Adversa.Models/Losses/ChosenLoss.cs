namespace Adversa.Models.Losses;

/// <summary>The objective behind the option <c>loss</c>.</summary>
internal static class ChosenLoss
{
    internal static IAdversarialLoss Of(GeneratorLoss loss, double realTarget) => loss == GeneratorLoss.Hinge ? new HingeLoss() : new GanLoss(loss, realTarget);

    /// <summary>Label smoothing moves a target of the cross entropy, and the hinge has none.</summary>
    internal static IEnumerable<Problem> Problems(GeneratorLoss loss, double realTarget) => Check.That("options.realTarget", loss != GeneratorLoss.Hinge || realTarget == 1, Words.OptionsRealTarget(realTarget.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
