using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Imaging.Codecs;

namespace Adversa.Training.Planning;

/// <summary>What the user asked for beside the data; null where he left it open.</summary>
/// <param name="Minutes">Of training.</param>
/// <param name="Size">Of the pictures.</param>
/// <param name="HasGpu">Whether it is trained on a GPU.</param>
/// <param name="CanMirror">Whether flips are left to the planner.</param>
public sealed record Wishes(double? Minutes, PictureSize? Size, bool HasGpu, bool CanMirror = true);

/// <summary>What the planner proposes: values of a recipe, and why.</summary>
/// <param name="Values">Of a recipe, to be laid below what the user says.</param>
/// <param name="Reasons">A few sentences.</param>
public sealed record Proposal(JsonObject Values, IReadOnlyList<Text> Reasons);

/// <summary>Chooses system, size, width, batch, augmentation and length for some data on this machine, and says why.</summary>
public static class Planner
{
    /// <summary>Up to so many pictures <c>few</c> is taken.</summary>
    public const int Few = 5_000;

    private const double UsualMinutes = 30, LargestOnCpu = 64, LargestOnGpu = 256, Training = 0.85, MostCut = 0.1, Alike = 0.01;
    private const int Batch = 8, FewestForPromise = 30;
    private const int Enough = 15_000, EnoughForFew = 200_000;     // images below which nothing but blurs is to be expected, and below which few was not seen to draw as well (docs/variants/few.md)
    private const int LargestOfDcgan = 32;         // up to which it came nearer to the data in the same time: docs/variants/few.md
    private const double HalfLife = 5_000;

    /// <summary>Plans.</summary>
    /// <param name="facts">What the data is.</param>
    /// <param name="wishes">What the user wants.</param>
    /// <param name="secondsOfStep">Measures what a step of a recipe takes here, for pictures of a size; null where it could not.</param>
    public static Proposal Propose(DataFacts facts, Wishes wishes, Func<JsonObject, PictureSize, double?> secondsOfStep)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(wishes);
        ArgumentNullException.ThrowIfNull(secondsOfStep);
        if (facts.Schema.Kind != FieldKind.Image) return new(new() { ["variant"] = "gan" }, [Words.PlanForPoints]);
        var minutes = wishes.Minutes ?? UsualMinutes;
        var reasons = new List<Text> { Found(facts) };
        var isSmall = facts.Count <= Few;
        var isFew = isSmall;
        var (size, values, images) = Affordable(facts, wishes, minutes, isFew, secondsOfStep);
        if (isFew && (images < EnoughForFew || Longer(size) <= LargestOfDcgan))
        {
            isFew = false;
            (size, values, images) = Affordable(facts, wishes, minutes, isFew, secondsOfStep);
        }

        reasons.Add(SizeReason(wishes, size, images, minutes));
        reasons.Add(isFew ? Words.PlanTakesFew : !isSmall ? Words.PlanTakesDcgan : Longer(size) <= LargestOfDcgan ? Words.PlanPrefersDcgan : Words.PlanHasNoTimeForFew);
        if (wishes.Size is null && size != new PictureSize(facts.Schema.Width, facts.Schema.Height)) values["size"] = size.ToJson();
        if (wishes.CanMirror && facts.Mirror is { } mirror)
        {
            if (mirror <= Alike) values["augment"] = new JsonObject { ["flip"] = 0.5 };
            reasons.Add(mirror <= Alike ? Words.PlanMirrors(Share(mirror)) : Words.PlanDoesNotMirror(Share(mirror)));
        }

        if (wishes.Minutes is null) (values["minutes"], values["steps"]) = (UsualMinutes, Recipes.Recipe.EndlessSteps);
        reasons.AddRange(Warnings(facts, minutes, images));
        return new(values, reasons);
    }

    /// <summary>The largest size at which the time is enough for so many pictures that something can be seen, and how many these are; null where nobody knows.</summary>
    private static (PictureSize Size, JsonObject Values, double? Images) Affordable(DataFacts facts, Wishes wishes, double minutes, bool isFew, Func<JsonObject, PictureSize, double?> secondsOfStep)
    {
        var sizes = wishes.Size is { } asked ? [asked] : Candidates(facts, wishes.HasGpu ? LargestOnGpu : LargestOnCpu);
        for (var i = 0; ; i++)
        {
            var values = Values(facts, sizes[i], wishes.HasGpu, isFew);
            double? images = secondsOfStep(values, sizes[i]) is { } seconds ? minutes * 60 * Training / seconds * values["batch"]!.GetValue<int>() : null;
            if (i == sizes.Count - 1 || images is null || images >= (isFew ? EnoughForFew : Enough)) return (sizes[i], values, images);
        }
    }

    /// <summary>Sizes in the pictures' shape that they reach, the largest first.</summary>
    private static List<PictureSize> Candidates(DataFacts facts, double largest)
    {
        var own = facts.Sizes.Distinct().ToList();
        if (own is [{ IsSquare: true, Side: >= 24 and <= 64 and var side }] && side % 4 == 0) return side <= 32 ? [side] : [side, 32];
        var summary = SizeSummary.Of(facts.Sizes)!;
        var shape = facts.Shape is > 1.0 / 3 and < 3 and var kept ? kept : 1;
        return [.. new[] { 256, 128, 64, 32 }.Where(each => each <= largest && (each <= summary.Reached * Math.Max(shape, 1 / shape) || each == 32)).Select(each => Shaped(each, shape))];
    }

    /// <summary>A size of a shape whose longer side is given; the shorter one is a multiple of what networks halve evenly.</summary>
    private static PictureSize Shaped(int longer, double shape)
    {
        var wanted = longer * Math.Min(shape, 1 / shape);
        var shorter = new[] { longer / 4, longer / 8 }.Select(unit => Math.Max(3, (int)Math.Round(wanted / unit)) * unit)
            .OrderBy(side => Math.Abs(side / wanted - 1) <= MostCut ? 0 : 1).First();
        shorter = Math.Min(shorter, longer);
        return shape >= 1 ? new(longer, shorter) : new(shorter, longer);
    }

    private static JsonObject Values(DataFacts facts, PictureSize size, bool hasGpu, bool isFew)
    {
        if (!isFew && Longer(size) <= 64)
        {
            var plain = new JsonObject { ["variant"] = "dcgan", ["batch"] = (int)Math.Clamp(facts.Count, 2, 32), ["emaHalfLife"] = HalfLife };
            plain["options"] = new JsonObject { ["width"] = 32, ["levels"] = Levels(size), ["learningRate"] = 4e-4 };
            if (facts.Count <= Few) plain["techniques"] = new JsonObject { ["diffAugment"] = "all" };
            return plain;
        }

        var values = new JsonObject { ["variant"] = "few", ["emaHalfLife"] = HalfLife, ["batch"] = (int)Math.Clamp(facts.Count, 2, Batch * (hasGpu ? 2 : 1)) };
        var options = new JsonObject { ["levels"] = Levels(size) };
        if (hasGpu) options["width"] = 64;
        values["options"] = options;
        return values;
    }

    private static int Longer(PictureSize size) => Math.Max(size.Width, size.Height);

    /// <summary>How often both sides halve and leave a picture of 3 pixels or more.</summary>
    private static int Levels(PictureSize size)
    {
        var levels = 1;
        while (levels < 6 && size.Width % (2 << levels) == 0 && size.Height % (2 << levels) == 0 && size.Side >> (levels + 1) >= 3) levels++;
        return levels;
    }

    private static Text Found(DataFacts facts)
    {
        var (first, last) = (SizeSummary.Of(facts.Sizes)!.Smallest, SizeSummary.Of(facts.Sizes)!.Largest);
        var count = facts.Count == long.MaxValue ? Words.PlanEndless : Text.Same(facts.Count.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' '));
        var colours = facts.Schema.Channels == 1 ? Words.PlanGrey : Words.PlanColour;
        return first == last ? Words.PlanFoundOfOneSize(count, first, colours) : Words.PlanFound(count, first, last, colours);
    }

    private static Text SizeReason(Wishes wishes, PictureSize size, double? images, double minutes)
    {
        var speed = images is { } many ? Words.PlanSpeed(Math.Round(many / minutes / 60 / Training), Math.Round(many / 1000) * 1000, minutes) : Text.None;
        if (wishes.Size is not null) return Words.PlanAskedSize(size.Spelt, speed);
        return size.IsSquare ? Words.PlanSquareSize(size.Spelt, speed) : Words.PlanShapedSize(size.Spelt, speed);
    }

    private static IEnumerable<Text> Warnings(DataFacts facts, double minutes, double? images)
    {
        if (facts.Different == 1) yield return Words.PlanOnePicture;
        else if (facts.Different < 10) yield return Words.PlanHandful(facts.Different);
        else if (facts.Different < FewestForPromise) yield return Words.PlanVeryFew(facts.Different);
        if (facts.Copies > 0.02 && facts.Different > 1) yield return Words.PlanCopies(Percent(facts.Copies), facts.Looked);
        if (facts is { Schema.Channels: > 1, Grey: > 0.5 and < 1 }) yield return Words.PlanMostlyGrey(Percent(Math.Floor(100 * facts.Grey) / 100), facts.Looked);
        if (facts.Schema.Classes > 1) yield return Words.PlanClasses(facts.Schema.Classes);
        if (facts.Schema.Classes == 1) yield return Words.PlanOneClass;
        if (facts.Blank > 0.02) yield return Words.PlanBlank(Percent(facts.Blank), facts.Looked);
        if (images is { } many && many < Enough) yield return Words.PlanTooShort(minutes, Math.Ceiling(minutes * Enough / many));
    }

    private static string Share(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture);
}
