namespace Adversa.Metrics;

/// <summary>What Adversa.Metrics says; the sentences stand in Words.resx and Words.es.resx.</summary>
internal static class Words
{
    private static readonly Phrasebook Book = new(typeof(Words));

    internal static Text AMaskHasNoSeam => Book[nameof(AMaskHasNoSeam)];

    internal static Text AMaskIsEmpty(long row) => Book.Say(nameof(AMaskIsEmpty), row);

    internal static Text AllRealsAreEqual => Book[nameof(AllRealsAreEqual)];

    internal static Text AuthenticityShareFartherFromNearestTraining => Book[nameof(AuthenticityShareFartherFromNearestTraining)];

    internal static Text BinsAbout => Book[nameof(BinsAbout)];

    internal static Text BinsConventions => Book[nameof(BinsConventions)];

    internal static Text BothSolidsAreEmpty => Book[nameof(BothSolidsAreEmpty)];

    internal static Text CaseIs(string id, Text text) => Book.Say(nameof(CaseIs), id, text);

    internal static Text CopyingAbout => Book[nameof(CopyingAbout)];

    internal static Text DensityCoverageAbout => Book[nameof(DensityCoverageAbout)];

    internal static Text DensityCoverageConventions => Book[nameof(DensityCoverageConventions)];

    internal static Text DistanceNeedsSetsOfEqualSize(long first, long second) => Book.Say(nameof(DistanceNeedsSetsOfEqualSize), first, second);

    internal static Text ExpMeanKLPYX => Book[nameof(ExpMeanKLPYX)];

    internal static Text ExpectedJsonCannotBeRead => Book[nameof(ExpectedJsonCannotBeRead)];

    internal static Text ExpectedJsonHasNoList => Book[nameof(ExpectedJsonHasNoList)];

    internal static Text FrechetConventions => Book[nameof(FrechetConventions)];

    internal static Text FrechetDistanceAbout => Book[nameof(FrechetDistanceAbout)];

    internal static Text FrechetLimitAbout => Book[nameof(FrechetLimitAbout)];

    internal static Text FrechetLimitConventions => Book[nameof(FrechetLimitConventions)];

    internal static Text HowAlikeDrawnPictures => Book[nameof(HowAlikeDrawnPictures)];

    internal static Text HowNearReconstructionsComeToTheir => Book[nameof(HowNearReconstructionsComeToTheir)];

    internal static Text InceptionScoreAbout => Book[nameof(InceptionScoreAbout)];

    internal static Text InputIsMissing(string role) => Book.Say(nameof(InputIsMissing), role);

    internal static Text InputLiesOutsideOfFolder(string role) => Book.Say(nameof(InputLiesOutsideOfFolder), role);

    internal static Text InputNamesNoFile(string role) => Book.Say(nameof(InputNamesNoFile), role);

    internal static Text IsNoFolderOfReferenceVectors(string folder, Text text) => Book.Say(nameof(IsNoFolderOfReferenceVectors), folder, text);

    internal static Text IsNoMetricHere(string metric) => Book.Say(nameof(IsNoMetricHere), metric);

    internal static Text JackknifeAbout => Book[nameof(JackknifeAbout)];

    internal static Text KernelDistanceAbout => Book[nameof(KernelDistanceAbout)];

    internal static Text LineNeedsTwoDifferentNumbers(string counts) => Book.Say(nameof(LineNeedsTwoDifferentNumbers), counts);

    internal static Text MultiScaleConventions => Book[nameof(MultiScaleConventions)];

    internal static Text NeedsPicturesPixelsSideOrMore(long least, long height, long width) => Book.Say(nameof(NeedsPicturesPixelsSideOrMore), least, height, width);

    internal static Text NoClassHasTwoPictures => Book[nameof(NoClassHasTwoPictures)];

    internal static Text NoTwoAreAlike(long pool) => Book.Say(nameof(NoTwoAreAlike), pool);

    internal static Text NumberIsNotFinite(long bad, long bad2, double values) => Book.Say(nameof(NumberIsNotFinite), bad, bad2, values);

    internal static Text PSNRComparesPairs(long first, long second) => Book.Say(nameof(PSNRComparesPairs), first, second);

    internal static Text PartsNeedSampleEach(long parts, long probabilities) => Book.Say(nameof(PartsNeedSampleEach), parts, probabilities);

    internal static Text PrdAbout => Book[nameof(PrdAbout)];

    internal static Text PrdConventions => Book[nameof(PrdConventions)];

    internal static Text PrecisionRecallAbout => Book[nameof(PrecisionRecallAbout)];

    internal static Text PrecisionRecallConventions => Book[nameof(PrecisionRecallConventions)];

    internal static Text PsnrConventions => Book[nameof(PsnrConventions)];

    internal static Text RandomPairsEvenlyOfClassesDatas(long most) => Book.Say(nameof(RandomPairsEvenlyOfClassesDatas), most);

    internal static Text RealPicturesAndTheirReconstructionsMean => Book[nameof(RealPicturesAndTheirReconstructionsMean)];

    internal static Text RealsAreAllEqual => Book[nameof(RealsAreAllEqual)];

    internal static Text ReconstructionEqualsPictureSoIsNo => Book[nameof(ReconstructionEqualsPictureSoIsNo)];

    internal static Text SampleIsAllZerosAndHas(long i) => Book.Say(nameof(SampleIsAllZerosAndHas), i);

    internal static Text Semicolon(Text first, Text second) => Book.Say(nameof(Semicolon), first, second);

    internal static Text SlicedWassersteinAbout => Book[nameof(SlicedWassersteinAbout)];

    internal static Text SlicedWassersteinConventions => Book[nameof(SlicedWassersteinConventions)];

    internal static Text SpaceKnowsNoClasses => Book[nameof(SpaceKnowsNoClasses)];

    internal static Text SpreadAbout => Book[nameof(SpreadAbout)];

    internal static Text SpreadConventions => Book[nameof(SpreadConventions)];

    internal static Text SsimConventions => Book[nameof(SsimConventions)];

    internal static Text TakesTrainingSamplesAndUnseenReals => Book[nameof(TakesTrainingSamplesAndUnseenReals)];

    internal static Text TestForCopyingNeedsFakes(double leastGenerated, long cells) => Book.Say(nameof(TestForCopyingNeedsFakes), leastGenerated, cells);

    internal static Text TooFewSamples(string metric, long least, long count) => Book.Say(nameof(TooFewSamples), metric, least, count);

    internal static Text TwoSampleAbout => Book[nameof(TwoSampleAbout)];

    internal static Text TwoSampleConventions => Book[nameof(TwoSampleConventions)];

    internal static Text XYDUnbiasedCrossTerm => Book[nameof(XYDUnbiasedCrossTerm)];
}
