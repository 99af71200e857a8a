namespace Adversa.Models;

/// <summary>What Adversa.Models says; the sentences stand in Words.resx and Words.es.resx.</summary>
internal static class Words
{
    private static readonly Phrasebook Book = new(typeof(Words));

    internal static Text AfterPacGANsJudgeOfMNIST => Book[nameof(AfterPacGANsJudgeOfMNIST)];

    internal static Text AndBack => Book[nameof(AndBack)];

    internal static Text AuthorsNetworksAtX32ToldClasses => Book[nameof(AuthorsNetworksAtX32ToldClasses)];

    internal static Text AuthorsNetworksAtX64 => Book[nameof(AuthorsNetworksAtX64)];

    internal static Text AutoencoderRepeatsInputThroughNarrowCode => Book[nameof(AutoencoderRepeatsInputThroughNarrowCode)];

    internal static Text AuxiliaryClassifierGAN => Book[nameof(AuxiliaryClassifierGAN)];

    internal static Text BatchIsComparesGroups(string system, long batch, long group, long batch2) => Book.Say(nameof(BatchIsComparesGroups), system, batch, group, batch2);

    internal static Text BatchNormNeedsTwo(string system) => Book.Say(nameof(BatchNormNeedsTwo), system);

    internal static Text BoundaryEquilibriumGAN => Book[nameof(BoundaryEquilibriumGAN)];

    internal static Text ClassifierOnFeaturesOfAnotherRuns => Book[nameof(ClassifierOnFeaturesOfAnotherRuns)];

    internal static Text CodeOfNumbers => Book[nameof(CodeOfNumbers)];

    internal static Text ConditionalGANBothPlayersAreTold => Book[nameof(ConditionalGANBothPlayersAreTold)];

    internal static Text ContextEncoderFillsHoles => Book[nameof(ContextEncoderFillsHoles)];

    internal static Text ConvolutionalClassifierNamesClassOfPicture => Book[nameof(ConvolutionalClassifierNamesClassOfPicture)];

    internal static Text CriticMeasuresDistance => Book[nameof(CriticMeasuresDistance)];

    internal static Text CriticMeasuresDistanceBounded => Book[nameof(CriticMeasuresDistanceBounded)];

    internal static Text CycleganTranslatesWithoutPairs => Book[nameof(CycleganTranslatesWithoutPairs)];

    internal static Text DCGANsNetworksNoNormInCritic => Book[nameof(DCGANsNetworksNoNormInCritic)];

    internal static Text DCGANsNetworksSides => Book[nameof(DCGANsNetworksSides)];

    internal static Text DCGANsNetworksWithPapersSchedule => Book[nameof(DCGANsNetworksWithPapersSchedule)];

    internal static Text DecoderIsToldTheAttributes => Book[nameof(DecoderIsToldTheAttributes)];

    internal static Text DeepConvolutionalGAN => Book[nameof(DeepConvolutionalGAN)];

    internal static Text DenoisingDiffusionDrawsByTakingNoise => Book[nameof(DenoisingDiffusionDrawsByTakingNoise)];

    internal static Text DenseAndBack => Book[nameof(DenseAndBack)];

    internal static Text DenseNetworksAsInPaper => Book[nameof(DenseNetworksAsInPaper)];

    internal static Text DiscriminatorLearnsOnBelowLinearLayer => Book[nameof(DiscriminatorLearnsOnBelowLinearLayer)];

    internal static Text DiscriminatorTakesSamples(object? theirs, object? schema) => Book.Say(nameof(DiscriminatorTakesSamples), theirs, schema);

    internal static Text DrGanTurnsHeads => Book[nameof(DrGanTurnsHeads)];

    internal static Text EditorForTwoCores => Book[nameof(EditorForTwoCores)];

    internal static Text EndsInReLUAsLectureAfter => Book[nameof(EndsInReLUAsLectureAfter)];

    internal static Text FacesForTwoCores => Book[nameof(FacesForTwoCores)];

    internal static Text FewForGpu(long width) => Book.Say(nameof(FewForGpu), width);

    internal static Text FewForTwoCores(long width) => Book.Say(nameof(FewForTwoCores), width);

    internal static Text FewIsForFewPictures => Book[nameof(FewIsForFewPictures)];

    internal static Text FirstGANTwoMultilayerPerceptronsPlay => Book[nameof(FirstGANTwoMultilayerPerceptronsPlay)];

    internal static Text ForPointsCurveThroughData => Book[nameof(ForPointsCurveThroughData)];

    internal static Text ForPointsInPlane => Book[nameof(ForPointsInPlane)];

    internal static Text FourHiddenLayersWithBatchNorm => Book[nameof(FourHiddenLayersWithBatchNorm)];

    internal static Text FourLevelsSides => Book[nameof(FourLevelsSides)];

    internal static Text GpGanBlends => Book[nameof(GpGanBlends)];

    internal static Text HasNoDiscriminatorTakesOneSample => Book[nameof(HasNoDiscriminatorTakesOneSample)];

    internal static Text HoleLiesOutsideTheMiddle(long width, long height) => Book.Say(nameof(HoleLiesOutsideTheMiddle), width, height);

    internal static Text Joined(string shape) => Book.Say(nameof(Joined), shape);

    internal static Text LeastSquaresInPlaceOfCross => Book[nameof(LeastSquaresInPlaceOfCross)];

    internal static Text LevelsFitSidesAreMultiples(long levels, long unit, long smallestSide, long largestSide, object? schema) => Book.Say(nameof(LevelsFitSidesAreMultiples), levels, unit, smallestSide, largestSide, schema);

    internal static Text LinearLayerOnFrozenFeatures => Book[nameof(LinearLayerOnFrozenFeatures)];

    internal static Text LinearProbabilisticPrincipalComponents => Book[nameof(LinearProbabilisticPrincipalComponents)];

    internal static Text LinearWhatPrincipalComponentsCanDo => Book[nameof(LinearWhatPrincipalComponentsCanDo)];

    internal static Text Missing => Book[nameof(Missing)];

    internal static Text ModernBaselineNoTricksPairs => Book[nameof(ModernBaselineNoTricksPairs)];

    internal static Text NarrowForCPU => Book[nameof(NarrowForCPU)];

    internal static Text NarrowForCPU2 => Book[nameof(NarrowForCPU2)];

    internal static Text NarrowForCPUAt64 => Book[nameof(NarrowForCPUAt64)];

    internal static Text NarrowForCPUUpTo48 => Book[nameof(NarrowForCPUUpTo48)];

    internal static Text NarrowForTwoCores => Book[nameof(NarrowForTwoCores)];

    internal static Text NarrowUNetStepsDrawn => Book[nameof(NarrowUNetStepsDrawn)];

    internal static Text NetworksAsInStudentsFirstExperiment => Book[nameof(NetworksAsInStudentsFirstExperiment)];

    internal static Text NoPresetIsMadeForPictures(string id, long width, long height, string preset, long largestSide, long smaller) => Book.Say(nameof(NoPresetIsMadeForPictures), id, width, height, preset, largestSide, smaller);

    internal static Text NothingToLearnFrom => Book[nameof(NothingToLearnFrom)];

    internal static Text OneGeneratorEditsAnyAttribute => Book[nameof(OneGeneratorEditsAnyAttribute)];

    internal static Text OneLevelMore => Book[nameof(OneLevelMore)];

    internal static Text OneStepFromToPixelsSecond => Book[nameof(OneStepFromToPixelsSecond)];

    internal static Text OptionsAttentionLevel(long attentionLevel, long levels) => Book.Say(nameof(OptionsAttentionLevel), attentionLevel, levels);

    internal static Text OptionsAttributeIsNoTurn(string name, string known) => Book.Say(nameof(OptionsAttributeIsNoTurn), name, known);

    internal static Text OptionsAttributesEmpty(string known) => Book.Say(nameof(OptionsAttributesEmpty), known);

    internal static Text OptionsAttributesTwice(string name) => Book.Say(nameof(OptionsAttributesTwice), name);

    internal static Text OptionsAttributesUnknown(string name, string known) => Book.Say(nameof(OptionsAttributesUnknown), name, known);

    internal static Text OptionsBetaScale(double betaScale, long timesteps, double left, double endSignal) => Book.Say(nameof(OptionsBetaScale), betaScale, timesteps, left, endSignal);

    internal static Text OptionsBody(string value, object? schema) => Book.Say(nameof(OptionsBody), value, schema);

    internal static Text OptionsBodyIsConv(object? schema) => Book.Say(nameof(OptionsBodyIsConv), schema);

    internal static Text OptionsBodyIsMlp(long largestDense, object? schema) => Book.Say(nameof(OptionsBodyIsMlp), largestDense, schema);

    internal static Text OptionsBodyPoints(string value, object? schema) => Book.Say(nameof(OptionsBodyPoints), value, schema);

    internal static Text OptionsCardinality(long cardinality, string widths) => Book.Say(nameof(OptionsCardinality), cardinality, widths);

    internal static Text OptionsClassesIsToldAndData => Book[nameof(OptionsClassesIsToldAndData)];

    internal static Text OptionsCode(long code, long values) => Book.Say(nameof(OptionsCode), code, values);

    internal static Text OptionsFeaturesIsEmpty => Book[nameof(OptionsFeaturesIsEmpty)];

    internal static Text OptionsFeaturesSeeColour(object? schema) => Book.Say(nameof(OptionsFeaturesSeeColour), schema);

    internal static Text OptionsFirstSide(long firstSide, object? schema) => Book.Say(nameof(OptionsFirstSide), firstSide, schema);

    internal static Text OptionsFirstSideDoubling(long first, long height, string sides, long sides2) => Book.Say(nameof(OptionsFirstSideDoubling), first, height, sides, sides2);

    internal static Text OptionsHidden => Book[nameof(OptionsHidden)];

    internal static Text OptionsLevels(long levels, long unit, object? schema) => Book.Say(nameof(OptionsLevels), levels, unit, schema);

    internal static Text OptionsLevelsHalve(long levels, long unit, object? schema) => Book.Say(nameof(OptionsLevelsHalve), levels, unit, schema);

    internal static Text OptionsLikelihoodIsBernoulli(object? schema) => Book.Say(nameof(OptionsLikelihoodIsBernoulli), schema);

    internal static Text OptionsOutput(string convertName, object? schema) => Book.Say(nameof(OptionsOutput), convertName, schema);

    internal static Text OptionsOutputIsNone => Book[nameof(OptionsOutputIsNone)];

    internal static Text OptionsRealTarget(string realTarget) => Book.Say(nameof(OptionsRealTarget), realTarget);

    internal static Text OptionsRealTargetMustBeAboveOptions => Book[nameof(OptionsRealTargetMustBeAboveOptions)];

    internal static Text OptionsTimesteps(long timesteps, double scale, double last) => Book.Say(nameof(OptionsTimesteps), timesteps, scale, last);

    internal static Text OptionsWidth(long width) => Book.Say(nameof(OptionsWidth), width);

    internal static Text OptionsWidthMultiple(long width) => Book.Say(nameof(OptionsWidthMultiple), width);

    internal static Text OverlapLeavesNoHole(long overlap, long half) => Book.Say(nameof(OverlapLeavesNoHole), overlap, half);

    internal static Text PacGAN2DiscriminatorSeesTwoSamples => Book[nameof(PacGAN2DiscriminatorSeesTwoSamples)];

    internal static Text PacGANsNetworksForPointsWithoutPacking => Book[nameof(PacGANsNetworksForPointsWithoutPacking)];

    internal static Text PapersAtHalfWidthForFolders => Book[nameof(PapersAtHalfWidthForFolders)];

    internal static Text PapersForCIFAR => Book[nameof(PapersForCIFAR)];

    internal static Text PapersLargerNetworksAtX128 => Book[nameof(PapersLargerNetworksAtX128)];

    internal static Text PapersNetworksAt(long side) => Book.Say(nameof(PapersNetworksAt), side);

    internal static Text PapersNetworksForTranslation(int side) => Book.Say(nameof(PapersNetworksForTranslation), side);

    internal static Text PapersNetworksOnParts(long side) => Book.Say(nameof(PapersNetworksOnParts), side);

    internal static Text PapersSmallerNetworksAtX64 => Book[nameof(PapersSmallerNetworksAtX64)];

    internal static Text PapersWidthsAndLengthsAtPixels => Book[nameof(PapersWidthsAndLengthsAtPixels)];

    internal static Text PatchNeedsPictures(int halvings, int side, SampleSchema schema) => Book.Say(nameof(PatchNeedsPictures), halvings, side, schema);

    internal static Text PenalisesGradientOfEachSample(string path) => Book.Say(nameof(PenalisesGradientOfEachSample), path);

    internal static Text Pix2pixTranslatesByPairs => Book[nameof(Pix2pixTranslatesByPairs)];

    internal static Text ProgressiveGANLearnsSmallPicturesFirst => Book[nameof(ProgressiveGANLearnsSmallPicturesFirst)];

    internal static Text QuarterAsWideCode => Book[nameof(QuarterAsWideCode)];

    internal static Text QuarterAsWideLatents => Book[nameof(QuarterAsWideLatents)];

    internal static Text ReedsNetworksAtX64 => Book[nameof(ReedsNetworksAtX64)];

    internal static Text SameNetworksWithRateAndLength => Book[nameof(SameNetworksWithRateAndLength)];

    internal static Text SeesNoiseMustGiveCleanPicture => Book[nameof(SeesNoiseMustGiveCleanPicture)];

    internal static Text SideIsLargerThanPictures(long side, object? schema) => Book.Say(nameof(SideIsLargerThanPictures), side, schema);

    internal static Text SidesAreMultiplesOf(int stride, SampleSchema schema) => Book.Say(nameof(SidesAreMultiplesOf), stride, schema);

    internal static Text SmallAndQuick => Book[nameof(SmallAndQuick)];

    internal static Text SpectralNormHingeLossAndFive => Book[nameof(SpectralNormHingeLossAndFive)];

    internal static Text SrganEnlarges => Book[nameof(SrganEnlarges)];

    internal static Text SrganNeedsMultiplesOfSixteen(object? schema, long crop) => Book.Say(nameof(SrganNeedsMultiplesOfSixteen), schema, crop);

    internal static Text StridedConvolutionsAndCode => Book[nameof(StridedConvolutionsAndCode)];

    internal static Text StridedConvolutionsAndLatents => Book[nameof(StridedConvolutionsAndLatents)];

    internal static Text StylesSteerGenerator => Book[nameof(StylesSteerGenerator)];

    internal static Text TakesNoTechniques(string system) => Book.Say(nameof(TakesNoTechniques), system);

    internal static Text TargetsMinimisesPearsonDivergence => Book[nameof(TargetsMinimisesPearsonDivergence)];

    internal static Text TechniquesAdaAndTechniques => Book[nameof(TechniquesAdaAndTechniques)];

    internal static Text TechniquesAdaAsksHowManyReal => Book[nameof(TechniquesAdaAsksHowManyReal)];

    internal static Text TechniquesAdaResamplesPicturesCannot => Book[nameof(TechniquesAdaResamplesPicturesCannot)];

    internal static Text TechniquesAdaVariesPictures => Book[nameof(TechniquesAdaVariesPictures)];

    internal static Text TechniquesDiffAugmentVariesPictures => Book[nameof(TechniquesDiffAugmentVariesPictures)];

    internal static Text TechniquesMinibatchStddev(long minibatchStddev, long batch) => Book.Say(nameof(TechniquesMinibatchStddev), minibatchStddev, batch);

    internal static Text TechniquesMinibatchStddevHasNoPlace => Book[nameof(TechniquesMinibatchStddevHasNoPlace)];

    internal static Text TechniquesPackJoinsSamplesWhateverTheir => Book[nameof(TechniquesPackJoinsSamplesWhateverTheir)];

    internal static Text TechniquesSpectralNormAndEqualized => Book[nameof(TechniquesSpectralNormAndEqualized)];

    internal static Text TextToImage => Book[nameof(TextToImage)];

    internal static Text ThePapersEditor => Book[nameof(ThePapersEditor)];

    internal static Text TheseAreInceptionWeightsOfTorchvision => Book[nameof(TheseAreInceptionWeightsOfTorchvision)];

    internal static Text TpGanTurnsHeadsToTheFront => Book[nameof(TpGanTurnsHeadsToTheFront)];

    internal static Text TranslatorForTwoCores(int width) => Book.Say(nameof(TranslatorForTwoCores), width);

    internal static Text TwoConvolutionsTwoDenseLayers => Book[nameof(TwoConvolutionsTwoDenseLayers)];

    internal static Text VariationalAutoencoderCodesFollowNormalLaw => Book[nameof(VariationalAutoencoderCodesFollowNormalLaw)];

    internal static Text WeightsDoNotFitNetwork(string key, string wanted, Text more) => Book.Say(nameof(WeightsDoNotFitNetwork), key, wanted, more);

    internal static Text WeightsDoNotFitNetworkTensors(long tensors, long plan) => Book.Say(nameof(WeightsDoNotFitNetworkTensors), tensors, plan);

    internal static Text WellKnownKerasTutorials => Book[nameof(WellKnownKerasTutorials)];

    internal static Text WidthsForGPUAt64 => Book[nameof(WidthsForGPUAt64)];

    internal static Text X128LayerNormInCritic => Book[nameof(X128LayerNormInCritic)];

    internal static Text X64LayerNormInCritic => Book[nameof(X64LayerNormInCritic)];
}
