namespace Adversa.Training.Checks.Systems;

/// <summary>The checks that come with Adversa: one line for each.</summary>
public static class SystemChecks
{
    /// <summary>All of them, in the order in which <c>--all</c> does them.</summary>
    public static IReadOnlyList<SystemCheck> BuiltIn { get; } =
    [
        GanChecks.Ring,
        GanChecks.Digits,
        DcganChecks.Digits,
        DcganChecks.Silva,
        LsganChecks.Digits,
        WganChecks.Digits,
        WganGpChecks.SwissRoll,
        BeganChecks.Digits,
        ProganChecks.Glyphs,
        R3ganChecks.Digits,
        FewChecks.Avatars,
        StyleganChecks.Avatars,
        CganChecks.Digits,
        AcganChecks.Digits,
        AutoencoderChecks.Digits,
        VaeChecks.Digits,
        CnnClassifierChecks.Digits,
        DClassifierChecks.Digits,
        DdpmChecks.Grid,
        StarganChecks.Avatars,
        AttganChecks.Avatars,
        TranslationChecks.Pix2pix,
        TranslationChecks.Cyclegan,
        RestorationChecks.Srgan,
        RestorationChecks.ContextEncoder,
        RestorationChecks.GpGan,
        FrontalChecks.TpGan,
        ViewChecks.DrGan,
        CaptionChecks.GanIntCls,
        AugmentChecks.Digits,
    ];

    /// <summary>The checks of a system, or one check by its id; none when the name is neither.</summary>
    /// <param name="name">Such as <c>gan</c> or <c>gan-ring</c>.</param>
    public static IReadOnlyList<SystemCheck> Find(string name) =>
        BuiltIn.Where(check => check.System == name).ToList() is { Count: > 0 } ofSystem ? ofSystem : [.. BuiltIn.Where(check => check.Id == name)];
}
