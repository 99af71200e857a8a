using System.Globalization;

namespace Adversa.Training.Reports;

/// <summary>What people call the numbers that files, gates and events know by short stable keys.</summary>
public static class ValueNames
{
    private static readonly Dictionary<string, Text> Known = new(StringComparer.Ordinal)
    {
        // what judges say
        ["readable"] = Words.ReadWithConfidence,
        ["real_readable"] = Words.RealSamplesReadWithConfidence,
        ["classes"] = Words.ClassesDrawn,
        ["rarest_class"] = Words.RarestClass,
        ["rarest_share"] = Words.ShareOfRarest,
        ["class_entropy"] = Words.EvennessOfClasses,
        ["rkl"] = Words.UnevennessReverseKL,
        ["fd_j"] = Words.FrChetDistanceOfJudge,
        ["real_fd_j"] = Words.FrChetDistanceOfRealHalves,
        ["judge_accuracy"] = Words.JudgesAccuracy,
        ["modes"] = Words.ModesFound,
        ["real_modes"] = Words.ModesOfRealSamples,
        ["high_quality"] = Words.SamplesNearMode,
        ["on_roll"] = Words.PointsOnRoll,
        ["distance"] = Words.Distance,
        ["median_distance"] = Words.MedianDistance,
        ["accuracy"] = Words.Accuracy,
        ["strange_auc"] = Words.StrangeSamplesToldApartAUC,

        // metrics
        ["fd"] = Words.FrChetDistance,
        ["fdlimit"] = Words.FrChetDistanceWithoutLimit,
        ["kid"] = Words.KernelDistance,
        ["precision"] = Words.Precision,
        ["recall"] = Words.Recall,
        ["density"] = Words.Density,
        ["coverage"] = Words.Coverage,
        ["prd_f8"] = Words.RecallOfDistributionsF8,
        ["prd_f_eighth"] = Words.PrecisionOfDistributionsF1,
        ["is"] = Words.ClassScore,
        ["mode_score"] = Words.ModeScore,
        ["swd"] = Words.SlicedWassersteinDistanceSquared,
        ["nn_accuracy"] = Words.ToldApartByNeighbour,
        ["nn_real"] = Words.RealOnesToldByNeighbour,
        ["nn_fake"] = Words.DrawnOnesToldByNeighbour,
        ["ndb"] = Words.BinsDiffer,
        ["ndb_share"] = Words.ShareOfBinsDiffer,
        ["diversity"] = Words.VarietyBesideRealSamples,
        ["authenticity"] = Words.Authenticity,
        ["copying_z"] = Words.CopyingZ,
        ["copying_ct"] = Words.CopyingInCellsZ,
        ["birthday"] = Words.DrawsUntilTwoAreAlike,
        ["ssim"] = Words.LikenessToTruthSSIM,
        ["ms_ssim"] = Words.LikenessToTruthMSSSIM,
        ["stage"] = Words.StageOfTraining,
        ["psnr"] = Words.NearnessToTruthPSNR,
        ["l1"] = Words.DistanceToTruth,
        ["psnr_of_input"] = Words.OfTheInputPsnr,
        ["l1_of_input"] = Words.OfTheInputL1,
        ["cycle_l1"] = Words.CycleDistance,
        ["cycle_noise"] = Words.CycleUnderNoise,
        ["label_iou"] = Words.LabelsLieWhereTheyMust,
        ["edge_iou"] = Words.LinesLieWhereTheyMust,
        ["asked"] = Words.EditsReadAsAsked,
        ["kept"] = Words.EditsKeptTheRest,
        ["edit"] = Words.EditErrorOfCopy,
        ["identity"] = Words.IdentityMoved,
        ["caption_agreement"] = Words.CaptionAgreement,
        ["withheld_agreement"] = Words.WithheldAgreement,
        ["real_agreement"] = Words.RealAgreement,
        ["unnamed_entropy"] = Words.UnnamedEntropy,
        ["ssim_pairs"] = Words.LikenessAmongSamplesSSIM,
        ["ms_ssim_pairs"] = Words.LikenessAmongSamplesMSSSIM,
        ["gan_train"] = Words.ClassifierTaughtBySamplesGANTrain,
        ["gan_test"] = Words.SamplesReadByClassifierGANTest,

        // curves
        ["loss_g"] = Words.LossOfG,
        ["loss_d"] = Words.LossOfD,
        ["loss_classifier"] = Words.LossOfClassifier,
        ["loss_autoencoder"] = Words.LossOfAutoencoder,
        ["w_distance"] = Words.EstimatedDistanceW,
        ["d_real"] = Words.DOnRealSamples,
        ["d_fake"] = Words.DOnDrawnSamples,
        ["images_per_second"] = Words.ImagesSecond,
        ["ada_p"] = Words.StrengthOfADAP,
        ["alpha"] = Words.ShareOfNewLevelAlpha,
        ["side"] = Words.SideInPixels,
        ["k"] = Words.BEGANsK,
        ["measure"] = Words.BEGANsConvergenceMeasure,
        ["ratio"] = Words.BEGANsBalance,
        ["class_accuracy"] = Words.ClassesNamedRight,
        ["active_latents"] = Words.ActiveLatents,

        // what the doctor measures
        ["d_train"] = Words.DOnTrainingSamples,
        ["d_held_out"] = Words.DOnHeldOutSamples,
        ["r_v"] = Words.WayOfHeldOutToDrawn,
        ["r_v_errors"] = Words.StandardErrors,
        ["sliced"] = Words.DistanceToDataInThose,
        ["pairwise_ratio"] = Words.VarietyBesideData,
        ["duplicates"] = Words.NearDuplicates,
        ["drift"] = Words.MoveOfFixedSeeds,
        ["stalled_steps"] = Words.StepsWithoutProgress,
        ["checkerboard"] = Words.CheckerboardBesideData,
        ["copy_ratio"] = Words.DistanceToCopies,
        ["copying_z"] = Words.NearnessToTraining,
        ["gradient_mean"] = Words.CriticsGradientMean,
        ["gradient_p95"] = Words.CriticsGradientThPercentile,
        ["gradient_norm"] = Words.GradientNorm,
        ["usual_gradient_norm"] = Words.UsualGradientNorm,
        ["gradient_ratio"] = Words.GradientOfGBesideFirst,
        ["largest_score"] = Words.LargestScore,
        ["lipschitz"] = Words.SlopeIsAllowed,
        ["samples"] = Words.Samples,
        ["epochs"] = Words.TimesEachShown,
        ["answers_ratio"] = Words.VarietyOfAnswers,
        ["matching"] = Words.AnswersFitTheirInput,
        ["polarity"] = Words.LightAndDarkAsTheyShould,
        ["input_change"] = Words.ChangeOfInput,
        ["heeded"] = Words.ChangeByAnotherWish,
        ["reach"] = Words.Reach,
        ["miss"] = Words.DistanceToData,

        // where a run was made
        ["adversa"] = Text.Same("Adversa"),
        ["libtorch"] = Text.Same("libtorch"),
        ["dotnet"] = Text.Same(".NET"),
        ["os"] = Words.OperatingSystem,
        ["device"] = Words.ComputesOn,
        ["threads"] = Words.Threads,
        ["instructions"] = Words.InstructionSet,
        ["started"] = Words.BegunUTC,

        // how pictures are varied
        ["flip"] = Words.Flip,
        ["shift"] = Words.Shift,
        ["scale"] = Words.Scale,
        ["rotate"] = Words.Rotation,
        ["brightness"] = Words.Brightness,
        ["contrast"] = Words.Contrast,
        ["saturation"] = Words.Saturation,
        ["cutout"] = Words.Cutout,
    };

    private static readonly (string Start, Text Words)[] Beginnings =
    [
        ("FD-", Words.FrChetDistance), ("FDlimit-", Words.FrChetDistanceWithoutLimit), ("KD-", Words.KernelDistance),
        ("class_", Words.Class), ("recall_", Words.RightInClass), ("loss_", Words.LossOf), ("agreement_", Words.AgreementOf),
    ];

    /// <summary>The name of a number; one that is not known keeps its key, with blanks.</summary>
    /// <param name="key">Such as <c>fd_j</c>, or a title such as <c>FD-points</c>.</param>
    public static Text Of(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Known.TryGetValue(key, out var words)) return words;
        foreach (var (start, text) in Beginnings)
            if (key.StartsWith(start, StringComparison.Ordinal) && key.Length > start.Length) return IsSpace(start)
                ? Words.JoinedLabel(text, key[start.Length..])
                : Words.FormatLine(text, key[start.Length..]);
        var plain = key.Replace('_', ' ');
        return Text.Same(plain);
    }

    /// <summary>Whether a key has words of its own.</summary>
    /// <param name="key">Such as <c>fd_j</c>.</param>
    public static bool IsKnown(string key) => Of(key).English is var words && words != key.Replace('_', ' ') || Known.ContainsKey(key);

    /// <summary>The name in the user's language, with its key behind it where that is another word: gates and files want the key.</summary>
    /// <param name="key">Such as <c>fd_j</c>.</param>
    internal static string Html(string key) => Of(key).ToString() is var words && words == key ? Pages.PageText.Html(key) : $"{Pages.PageText.Html(words)} <span class=\"key\">{Pages.PageText.Html(key)}</span>";

    private static bool IsSpace(string start) => start.EndsWith('-');
}
