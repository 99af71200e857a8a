namespace Adversa.Training;

/// <summary>What Adversa.Training says; the sentences stand in Words.resx and Words.es.resx.</summary>
internal static class Words
{
    private static readonly Phrasebook Book = new(typeof(Words));

    internal static Text ACGANDrawsDigitIsAsked => Book[nameof(ACGANDrawsDigitIsAsked)];

    internal static Text Accuracy => Book[nameof(Accuracy)];

    internal static Text AccuracyLeNetsOfWidthBatches(long runs, long width, long steps, long batch) => Book.Say(nameof(AccuracyLeNetsOfWidthBatches), runs, width, steps, batch);

    internal static Text ActiveLatents => Book[nameof(ActiveLatents)];

    internal static Text AdversaryWithoutWeight => Book[nameof(AdversaryWithoutWeight)];

    internal static Text AgreementOf => Book[nameof(AgreementOf)];

    internal static Text AnotherSeedAndMoreIdentity => Book[nameof(AnotherSeedAndMoreIdentity)];

    internal static Text AnotherWishChangesNothing(string share) => Book.Say(nameof(AnotherWishChangesNothing), share);

    internal static Text Answer => Book[nameof(Answer)];

    internal static Text AnswersAreNearerThanInput(double psnr, double input, double gain) => Book.Say(nameof(AnswersAreNearerThanInput), psnr, input, gain);

    internal static Text AnswersComeTo(double psnr) => Book.Say(nameof(AnswersComeTo), psnr);

    internal static Text AnswersFitTheirInput => Book[nameof(AnswersFitTheirInput)];

    internal static Text AnswersFitTheirInputsByChance(string share) => Book.Say(nameof(AnswersFitTheirInputsByChance), share);

    internal static Text Are(string list) => Book.Say(nameof(Are), list);

    internal static Text Are2(Text what, Text more, string list) => Book.Say(nameof(Are2), what, more, list);

    internal static Text AtStepWhenPageWritten(string step, string total) => Book.Say(nameof(AtStepWhenPageWritten), step, total);

    internal static Text AttganChangesWhatIsAsked => Book[nameof(AttganChangesWhatIsAsked)];

    internal static Text AttributeCannotBe(string name, string value, string possible, object? near) => Book.Say(nameof(AttributeCannotBe), name, value, possible, near);

    internal static Text AttributeIsAmount(string name, string value, object? range) => Book.Say(nameof(AttributeIsAmount), name, value, range);

    internal static Text AttributeIsOutOfRange(string name, double value, double least, double most) => Book.Say(nameof(AttributeIsOutOfRange), name, value, least, most);

    internal static Text AttributesInBrackets(long count) => Book.Say(nameof(AttributesInBrackets), count);

    internal static Text AttributesWithoutWeight => Book[nameof(AttributesWithoutWeight)];

    internal static Text AugmentWhatSees => Book[nameof(AugmentWhatSees)];

    internal static Text Authenticity => Book[nameof(Authenticity)];

    internal static Text AveragesCouldNotBeStored(string folder, Text reason) => Book.Say(nameof(AveragesCouldNotBeStored), folder, reason);

    internal static Text BEGANsBalance => Book[nameof(BEGANsBalance)];

    internal static Text BEGANsConvergenceMeasure => Book[nameof(BEGANsConvergenceMeasure)];

    internal static Text BEGANsK => Book[nameof(BEGANsK)];

    internal static Text BEGANsLossesOnFakesAndReal => Book[nameof(BEGANsLossesOnFakesAndReal)];

    internal static Text BackToWeightsOfStep(Text seen, long step, string change, string tries) => Book.Say(nameof(BackToWeightsOfStep), seen, step, change, tries);

    internal static Text BatchIsTooSmall(int batch, int least) => Book.Say(nameof(BatchIsTooSmall), batch, least);

    internal static Text BeginsWithByteOrderMark => Book[nameof(BeginsWithByteOrderMark)];

    internal static Text BegunUTC => Book[nameof(BegunUTC)];

    internal static Text Best => Book[nameof(Best)];

    internal static Text BestCheckpointIsOfStep(long best) => Book.Say(nameof(BestCheckpointIsOfStep), best);

    internal static Text BestOfCheckpointWhoseSamplesCame => Book[nameof(BestOfCheckpointWhoseSamplesCame)];

    internal static Text BetterMustBeHigherOrLower(string metric, Text more) => Book.Say(nameof(BetterMustBeHigherOrLower), metric, more);

    internal static Text BinsDiffer => Book[nameof(BinsDiffer)];

    internal static Text BitForBitOnCPU => Book[nameof(BitForBitOnCPU)];

    internal static Text Brightness => Book[nameof(Brightness)];

    internal static Text BudgetIsMissing => Book[nameof(BudgetIsMissing)];

    internal static Text BudgetsNotEqual(string name, string least, string most) => Book.Say(nameof(BudgetsNotEqual), name, least, most);

    internal static Text CODE => Book[nameof(CODE)];

    internal static Text CannotBeReadAsRecipe(string path, Text reason) => Book.Say(nameof(CannotBeReadAsRecipe), path, reason);

    internal static Text CaptionAgreement => Book[nameof(CaptionAgreement)];

    internal static Text CaptionProtocol(string errors) => Book.Say(nameof(CaptionProtocol), errors);

    internal static Text CaptionsShuffled => Book[nameof(CaptionsShuffled)];

    internal static Text CellGiven => Book[nameof(CellGiven)];

    internal static Text CellMade => Book[nameof(CellMade)];

    internal static Text CellTrue => Book[nameof(CellTrue)];

    internal static Text ChangeByAnotherWish => Book[nameof(ChangeByAnotherWish)];

    internal static Text ChangeOfInput => Book[nameof(ChangeOfInput)];

    internal static Text CheckerboardBesideData => Book[nameof(CheckerboardBesideData)];

    internal static Text CheckpointOfStepBestOne(long step, string folder) => Book.Say(nameof(CheckpointOfStepBestOne), step, folder);

    internal static Text CheckpointOfStepCouldNot(long round, Text reason, Text more) => Book.Say(nameof(CheckpointOfStepCouldNot), round, reason, more);

    internal static Text CheckpointOfStepWithRun(long step, string path) => Book.Say(nameof(CheckpointOfStepWithRun), step, path);

    internal static Text Class => Book[nameof(Class)];

    internal static Text ClassJudgeProtocol(string accuracy, long heldOut, Text unread, Text classes, double confidence) => Book.Say(nameof(ClassJudgeProtocol), accuracy, heldOut, unread, classes, confidence);

    internal static Text ClassScore => Book[nameof(ClassScore)];

    internal static Text ClassesDrawn => Book[nameof(ClassesDrawn)];

    internal static Text ClassesDrawnByLot => Book[nameof(ClassesDrawnByLot)];

    internal static Text ClassesInSamples => Book[nameof(ClassesInSamples)];

    internal static Text ClassesNamedRight => Book[nameof(ClassesNamedRight)];

    internal static Text ClassesWithoutWeight => Book[nameof(ClassesWithoutWeight)];

    internal static Text ClassifierHasNoScoreTellsWhat => Book[nameof(ClassifierHasNoScoreTellsWhat)];

    internal static Text ClassifierNamesHeldOutDigitsAlmost => Book[nameof(ClassifierNamesHeldOutDigitsAlmost)];

    internal static Text ClassifierTakesSamples(object? schema, Text more, string source, object? other, Text more2) => Book.Say(nameof(ClassifierTakesSamples), schema, more, source, other, more2);

    internal static Text ClassifierTaughtBySamplesGANTrain => Book[nameof(ClassifierTaughtBySamplesGANTrain)];

    internal static Text ClipEverySignalOfCriticVanishes => Book[nameof(ClipEverySignalOfCriticVanishes)];

    internal static Text ClippedCriticTeachesAllTenDigits => Book[nameof(ClippedCriticTeachesAllTenDigits)];

    internal static Text CodeOfNumbersKeepsMore => Book[nameof(CodeOfNumbersKeepsMore)];

    internal static Text CodesOfUnseenDigitsTogetherFollow => Book[nameof(CodesOfUnseenDigitsTogetherFollow)];

    internal static Text Colon(string path, Text e) => Book.Say(nameof(Colon), path, e);

    internal static Text ColumnsInTurn(string cells) => Book.Say(nameof(ColumnsInTurn), cells);

    internal static Text CompareNeedsTwoOrMoreDifferent(long runs) => Book.Say(nameof(CompareNeedsTwoOrMoreDifferent), runs);

    internal static Text ComparesPicturesTheseSamplesArePoints => Book[nameof(ComparesPicturesTheseSamplesArePoints)];

    internal static Text ComparesPicturesWithTheirReconstructions => Book[nameof(ComparesPicturesWithTheirReconstructions)];

    internal static Text Comparison => Book[nameof(Comparison)];

    internal static Text ComparisonLabel => Book[nameof(ComparisonLabel)];

    internal static Text ComputesOn => Book[nameof(ComputesOn)];

    internal static Text ConditionalGANDrawsDigitIsAsked => Book[nameof(ConditionalGANDrawsDigitIsAsked)];

    internal static Text ContextEncoderBeatsSmoothFilling => Book[nameof(ContextEncoderBeatsSmoothFilling)];

    internal static Text Contrast => Book[nameof(Contrast)];

    internal static Text ControllerOffK => Book[nameof(ControllerOffK)];

    internal static Text CoordinatesThemselvesInDatasUnits => Book[nameof(CoordinatesThemselvesInDatasUnits)];

    internal static Text CoordinatesWord => Book[nameof(CoordinatesWord)];

    internal static Text CopyingInCellsZ => Book[nameof(CopyingInCellsZ)];

    internal static Text CopyingZ => Book[nameof(CopyingZ)];

    internal static Text Coverage => Book[nameof(Coverage)];

    internal static Text CriticIsTooSteep(string g, string g2, string g3) => Book.Say(nameof(CriticIsTooSteep), g, g2, g3);

    internal static Text CriticsGradientIsNearBetweenData => Book[nameof(CriticsGradientIsNearBetweenData)];

    internal static Text CriticsGradientMean => Book[nameof(CriticsGradientMean)];

    internal static Text CriticsGradientThPercentile => Book[nameof(CriticsGradientThPercentile)];

    internal static Text Curves => Book[nameof(Curves)];

    internal static Text Cutout => Book[nameof(Cutout)];

    internal static Text CycleDistance => Book[nameof(CycleDistance)];

    internal static Text CycleHidesItsInput(double grows) => Book.Say(nameof(CycleHidesItsInput), grows);

    internal static Text CycleSurvivesNoise(double grows) => Book.Say(nameof(CycleSurvivesNoise), grows);

    internal static Text CycleUnderNoise => Book[nameof(CycleUnderNoise)];

    internal static Text CycleganFindsTheNightWithoutPairs => Book[nameof(CycleganFindsTheNightWithoutPairs)];

    internal static Text DCGANDrawsAllTenDigitsReadable => Book[nameof(DCGANDrawsAllTenDigitsReadable)];

    internal static Text DOnDrawnSamples => Book[nameof(DOnDrawnSamples)];

    internal static Text DOnHeldOutSamples => Book[nameof(DOnHeldOutSamples)];

    internal static Text DOnRealSamples => Book[nameof(DOnRealSamples)];

    internal static Text DOnTrainingSamples => Book[nameof(DOnTrainingSamples)];

    internal static Text DashedEvenShare => Book[nameof(DashedEvenShare)];

    internal static Text DashedRealDataInPlace => Book[nameof(DashedRealDataInPlace)];

    internal static Text Data => Book[nameof(Data)];

    internal static Text DataHasChangedSinceCheckpointSaved(string data) => Book.Say(nameof(DataHasChangedSinceCheckpointSaved), data);

    internal static Text DataMayHaveMoved(Text text, object? line) => Book.Say(nameof(DataMayHaveMoved), text, line);

    internal static Text DataPATH(Text words) => Book.Say(nameof(DataPATH), words);

    internal static Text DenoisingDiffusionComesToExactMean => Book[nameof(DenoisingDiffusionComesToExactMean)];

    internal static Text Density => Book[nameof(Density)];

    internal static Text DidYouMean(string nearest) => Book.Say(nameof(DidYouMean), nearest);

    internal static Text Difference => Book[nameof(Difference)];

    internal static Text DiscriminatorIsTooStrong(string p, string g, string n) => Book.Say(nameof(DiscriminatorIsTooStrong), p, g, n);

    internal static Text DiscriminatorIsTooWeak(string p, string g) => Book.Say(nameof(DiscriminatorIsTooWeak), p, g);

    internal static Text DiscriminatorKnowsTrainingSamplesByHeart(string p) => Book.Say(nameof(DiscriminatorKnowsTrainingSamplesByHeart), p);

    internal static Text DiscriminatorUntrained => Book[nameof(DiscriminatorUntrained)];

    internal static Text Distance => Book[nameof(Distance)];

    internal static Text DistanceToCopies => Book[nameof(DistanceToCopies)];

    internal static Text DistanceToData => Book[nameof(DistanceToData)];

    internal static Text DistanceToDataInThose => Book[nameof(DistanceToDataInThose)];

    internal static Text DistanceToTruth => Book[nameof(DistanceToTruth)];

    internal static Text DivergedAtStep(string step, string total) => Book.Say(nameof(DivergedAtStep), step, total);

    internal static Text Doctor => Book[nameof(Doctor)];

    internal static Text DoctorCannotExamineModel(string message) => Book.Say(nameof(DoctorCannotExamineModel), message);

    internal static Text DoctorHasTriedChangesAndGives(Text seen, long tries, Text more, string me, string path) => Book.Say(nameof(DoctorHasTriedChangesAndGives), seen, tries, more, me, path);

    internal static Text DoctorLacksSignals(Text signals) => Book.Say(nameof(DoctorLacksSignals), signals);

    internal static Text DoctorWhenWorseIsStopAndDoctor => Book[nameof(DoctorWhenWorseIsStopAndDoctor)];

    internal static Text DoesNotFitRun(string path, string message) => Book.Say(nameof(DoesNotFitRun), path, message);

    internal static Text DrGanTurnsHeadsAndKnowsThem => Book[nameof(DrGanTurnsHeadsAndKnowsThem)];

    internal static Text DrawnOnesToldByNeighbour => Book[nameof(DrawnOnesToldByNeighbour)];

    internal static Text DrawsUntilTwoAreAlike => Book[nameof(DrawsUntilTwoAreAlike)];

    internal static Text Each(string span) => Book.Say(nameof(Each), span);

    internal static Text EachDrawnBeforeNearest(string step) => Book.Say(nameof(EachDrawnBeforeNearest), step);

    internal static Text EachPairExactSignFlipTest => Book[nameof(EachPairExactSignFlipTest)];

    internal static Text EachSystemOverSeeds => Book[nameof(EachSystemOverSeeds)];

    internal static Text EarlierVersionSavedRunWithoutNames(string data, Text text) => Book.Say(nameof(EarlierVersionSavedRunWithoutNames), data, text);

    internal static Text EditErrorOfCopy => Book[nameof(EditErrorOfCopy)];

    internal static Text EditProtocol(long people) => Book.Say(nameof(EditProtocol), people);

    internal static Text EditsAreRead(double asked, double kept) => Book.Say(nameof(EditsAreRead), asked, kept);

    internal static Text EditsKeptTheRest => Book[nameof(EditsKeptTheRest)];

    internal static Text EditsReadAsAsked => Book[nameof(EditsReadAsAsked)];

    internal static Text EmaIsOfDrawnSamples(string variant) => Book.Say(nameof(EmaIsOfDrawnSamples), variant);

    internal static Text EncoderAndDecoderFrozenAtRandom => Book[nameof(EncoderAndDecoderFrozenAtRandom)];

    internal static Text EqualBudgets(string kind) => Book.Say(nameof(EqualBudgets), kind);

    internal static Text EstimateOfWassersteinDistance => Book[nameof(EstimateOfWassersteinDistance)];

    internal static Text EstimatedDistanceW => Book[nameof(EstimatedDistanceW)];

    internal static Text EvennessOfClasses => Book[nameof(EvennessOfClasses)];

    internal static Text Evidence => Book[nameof(Evidence)];

    internal static Text Fact => Book[nameof(Fact)];

    internal static Text Failed => Book[nameof(Failed)];

    internal static Text FailedAtStep(string step, string total) => Book.Say(nameof(FailedAtStep), step, total);

    internal static Text FailedControlMeetsBarsToo => Book[nameof(FailedControlMeetsBarsToo)];

    internal static Text FailedMissed(string missed) => Book.Say(nameof(FailedMissed), missed);

    internal static Text FailedMissedAndControlMeetsBars(string missed) => Book.Say(nameof(FailedMissedAndControlMeetsBars), missed);

    internal static Text FaintAsRead => Book[nameof(FaintAsRead)];

    internal static Text FeaturesAreNotThere(string path) => Book.Say(nameof(FeaturesAreNotThere), path);

    internal static Text FeaturesComeOfClassifier(string path, string variant) => Book.Say(nameof(FeaturesComeOfClassifier), path, variant);

    internal static Text FeaturesKnowOtherSizes(string path, object? known, object? schema) => Book.Say(nameof(FeaturesKnowOtherSizes), path, known, schema);

    internal static Text FeaturesNeedLargerPictures(string path, long least, object? schema) => Book.Say(nameof(FeaturesNeedLargerPictures), path, least, schema);

    internal static Text FewDrawsHeadsAndNoCopies => Book[nameof(FewDrawsHeadsAndNoCopies)];

    internal static Text Finding => Book[nameof(Finding)];

    internal static Text FindingAndAdvice(Text space, Text protocol) => Book.Say(nameof(FindingAndAdvice), space, protocol);

    internal static Text Findings => Book[nameof(Findings)];

    internal static Text FindingsWord => Book[nameof(FindingsWord)];

    internal static Text Fingerprint => Book[nameof(Fingerprint)];

    internal static Text FinishedAtStep(string step) => Book.Say(nameof(FinishedAtStep), step);

    internal static Text FitsRuns(string name, long found) => Book.Say(nameof(FitsRuns), name, found);

    internal static Text Flip => Book[nameof(Flip)];

    internal static Text FormatLine(Text text, object? key) => Book.Say(nameof(FormatLine), text, key);

    internal static Text FrChetDistance => Book[nameof(FrChetDistance)];

    internal static Text FrChetDistanceOfJudge => Book[nameof(FrChetDistanceOfJudge)];

    internal static Text FrChetDistanceOfRealHalves => Book[nameof(FrChetDistanceOfRealHalves)];

    internal static Text FrChetDistanceWithoutLimit => Book[nameof(FrChetDistanceWithoutLimit)];

    internal static Text FromTenLabelsOfEachDigit => Book[nameof(FromTenLabelsOfEachDigit)];

    internal static Text FromTo(double least, double most) => Book.Say(nameof(FromTo), least, most);

    internal static Text GeneratorEndsInReLUDrawsAll => Book[nameof(GeneratorEndsInReLUDrawsAll)];

    internal static Text GeneratorFrozen => Book[nameof(GeneratorFrozen)];

    internal static Text GeneratorKnowsOnePictureOfEach => Book[nameof(GeneratorKnowsOnePictureOfEach)];

    internal static Text GetMoreData => Book[nameof(GetMoreData)];

    internal static Text GetMoreDataOrStopHere => Book[nameof(GetMoreDataOrStopHere)];

    internal static Text GiveHigherRate => Book[nameof(GiveHigherRate)];

    internal static Text GivenUpAtStep(string step, string total) => Book.Say(nameof(GivenUpAtStep), step, total);

    internal static Text GivesBackItsInput(string share) => Book.Say(nameof(GivesBackItsInput), share);

    internal static Text GivesRealSamplesForEachHalf(string dataName, long count, long leastReal) => Book.Say(nameof(GivesRealSamplesForEachHalf), dataName, count, leastReal);

    internal static Text GoesOnFromRun(string variant, string from, string sourceVariant) => Book.Say(nameof(GoesOnFromRun), variant, from, sourceVariant);

    internal static Text GoodSampleIsWithinOfCentre => Book[nameof(GoodSampleIsWithinOfCentre)];

    internal static Text GoodSampleIsWithinOfCurve => Book[nameof(GoodSampleIsWithinOfCurve)];

    internal static Text GpGanTakesTheLightAndKeepsTheDetails => Book[nameof(GpGanTakesTheLightAndKeepsTheDetails)];

    internal static Text GradientNorm => Book[nameof(GradientNorm)];

    internal static Text GradientOfGBesideFirst => Book[nameof(GradientOfGBesideFirst)];

    internal static Text Grid => Book[nameof(Grid)];

    internal static Text HadClassesAndNowHasThose(long then, long classes) => Book.Say(nameof(HadClassesAndNowHasThose), then, classes);

    internal static Text HardlyTrained => Book[nameof(HardlyTrained)];

    internal static Text HarmfulGeneratedSamplesHurt => Book[nameof(HarmfulGeneratedSamplesHurt)];

    internal static Text HasChangedOrClassesAreNumbered(string classNames) => Book.Say(nameof(HasChangedOrClassesAreNumbered), classNames);

    internal static Text HasNoTestPart(string data) => Book.Say(nameof(HasNoTestPart), data);

    internal static Text HasNoTestPartWithSame(string dataName) => Book.Say(nameof(HasNoTestPartWithSame), dataName);

    internal static Text HasNoUsableCheckpointYet(string path, string me, string path2) => Book.Say(nameof(HasNoUsableCheckpointYet), path, me, path2);

    internal static Text HasNoWeightFits(string? from) => Book.Say(nameof(HasNoWeightFits), from);

    internal static Text HasTooFewToCompare(string name, long count, long least) => Book.Say(nameof(HasTooFewToCompare), name, count, least);

    internal static Text HoldsNaNOrInfinityAtStep(string bad, long round, Text more) => Book.Say(nameof(HoldsNaNOrInfinityAtStep), bad, round, more);

    internal static Text HowDScores => Book[nameof(HowDScores)];

    internal static Text HowGood => Book[nameof(HowGood)];

    internal static Text HowToRepeat => Book[nameof(HowToRepeat)];

    internal static Text HowToRepeatLabel => Book[nameof(HowToRepeatLabel)];

    internal static Text IdentityMoved => Book[nameof(IdentityMoved)];

    internal static Text Images => Book[nameof(Images)];

    internal static Text ImagesEach(string images) => Book.Say(nameof(ImagesEach), images);

    internal static Text ImagesSecond => Book[nameof(ImagesSecond)];

    internal static Text ImagesShown => Book[nameof(ImagesShown)];

    internal static Text InNothingRecipesAreSame => Book[nameof(InNothingRecipesAreSame)];

    internal static Text InRecipeJsonOrBySteps => Book[nameof(InRecipeJsonOrBySteps)];

    internal static Text InceptionSeesGreyOrColourPictures(object? schema) => Book.Say(nameof(InceptionSeesGreyOrColourPictures), schema);

    internal static Text InstructionSet => Book[nameof(InstructionSet)];

    internal static Text Is(string better) => Book.Say(nameof(Is), better);

    internal static Text IsBeingTrainedByAnotherProcess(string folder, string owner) => Book.Say(nameof(IsBeingTrainedByAnotherProcess), folder, owner);

    internal static Text IsBetterThanPSeeds(string better, string worse, string metric, string size, string range, string p, long pairs) => Book.Say(nameof(IsBetterThanPSeeds), better, worse, metric, size, range, p, pairs);

    internal static Text IsBuiltOnNetworksOfAnother(string variant) => Book.Say(nameof(IsBuiltOnNetworksOfAnother), variant);

    internal static Text IsDamagedAndIsNotUsed(string path, string? problem) => Book.Say(nameof(IsDamagedAndIsNotUsed), path, problem);

    internal static Text IsFolderWithoutRunNo(string name, string recipeFile) => Book.Say(nameof(IsFolderWithoutRunNo), name, recipeFile);

    internal static Text IsNoOnnxFile(string file, string message) => Book.Say(nameof(IsNoOnnxFile), file, message);

    internal static Text IsNoPreset(string name) => Book.Say(nameof(IsNoPreset), name);

    internal static Text IsNoRun(string name, string runs) => Book.Say(nameof(IsNoRun), name, runs);

    internal static Text IsNoRunYet(string runs) => Book.Say(nameof(IsNoRunYet), runs);

    internal static Text IsNoSystem(string name) => Book.Say(nameof(IsNoSystem), name);

    internal static Text IsNoValidJSON(string where, string split) => Book.Say(nameof(IsNoValidJSON), where, split);

    internal static Text IsNotDataOfRun(string data, long count, object? schema, string run, string before) => Book.Say(nameof(IsNotDataOfRun), data, count, schema, run, before);

    internal static Text IsNotEmpty(string path, string me, string path2) => Book.Say(nameof(IsNotEmpty), path, me, path2);

    internal static Text IsNotEmptyAndHoldsNo(string path) => Book.Say(nameof(IsNotEmptyAndHoldsNo), path);

    internal static Text IsNotUTF => Book[nameof(IsNotUTF)];

    internal static Text IsNotUsableAsRecipe(string name, Text text) => Book.Say(nameof(IsNotUsableAsRecipe), name, text);

    internal static Text IsRunBegun(string name, object? now, object? then) => Book.Say(nameof(IsRunBegun), name, now, then);

    internal static Text IsRunIsBuiltOnAnother(string from, string variant) => Book.Say(nameof(IsRunIsBuiltOnAnother), from, variant);

    internal static Text IsTooLittleData(string n, string g) => Book.Say(nameof(IsTooLittleData), n, g);

    internal static Text IsTooLong(long mostBytes) => Book.Say(nameof(IsTooLong), mostBytes);

    internal static Text ItLearnedOtherSamples(object? then, object? now) => Book.Say(nameof(ItLearnedOtherSamples), then, now);

    internal static Text Joined(Text text, Text more) => Book.Say(nameof(Joined), text, more);

    internal static Text JoinedLabel(Text text, string key) => Book.Say(nameof(JoinedLabel), text, key);

    internal static Text JudgeOfDigitsReadsEachChannel => Book[nameof(JudgeOfDigitsReadsEachChannel)];

    internal static Text JudgeReadsOfSamplesWithConfidence(string share, string percent, long drawn, long all, string classNames, string rare) => Book.Say(nameof(JudgeReadsOfSamplesWithConfidence), share, percent, drawn, all, classNames, rare);

    internal static Text JudgeSaysNothingCalled(string data, string metric, string values) => Book.Say(nameof(JudgeSaysNothingCalled), data, metric, values);

    internal static Text JudgesAccuracy => Book[nameof(JudgesAccuracy)];

    internal static Text KernelDistance => Book[nameof(KernelDistance)];

    internal static Text KnowsOtherClasses(string then, string data, string now, long first, Text was, Text isNow) => Book.Say(nameof(KnowsOtherClasses), then, data, now, first, was, isNow);

    internal static Text LSGANDrawsAllTenDigitsAbout => Book[nameof(LSGANDrawsAllTenDigitsAbout)];

    internal static Text LabelsLieWhereTheyMust => Book[nameof(LabelsLieWhereTheyMust)];

    internal static Text LargestScore => Book[nameof(LargestScore)];

    internal static Text LastHiddenLayerOfClassifierTrained(double accuracy) => Book.Say(nameof(LastHiddenLayerOfClassifierTrained), accuracy);

    internal static Text LessWeightOnCopying => Book[nameof(LessWeightOnCopying)];

    internal static Text LessWeightOnTheWayHome => Book[nameof(LessWeightOnTheWayHome)];

    internal static Text LightAndDarkAreExchanged(string correlation) => Book.Say(nameof(LightAndDarkAreExchanged), correlation);

    internal static Text LightAndDarkAsTheyShould => Book[nameof(LightAndDarkAsTheyShould)];

    internal static Text LikenessAmongSamplesMSSSIM => Book[nameof(LikenessAmongSamplesMSSSIM)];

    internal static Text LikenessAmongSamplesSSIM => Book[nameof(LikenessAmongSamplesSSIM)];

    internal static Text LikenessToTruthMSSSIM => Book[nameof(LikenessToTruthMSSSIM)];

    internal static Text LikenessToTruthSSIM => Book[nameof(LikenessToTruthSSIM)];

    internal static Text LinearAndCosine => Book[nameof(LinearAndCosine)];

    internal static Text LinesLieWhereTheyMust => Book[nameof(LinesLieWhereTheyMust)];

    internal static Text LogsCannotBeWritten(string problem) => Book.Say(nameof(LogsCannotBeWritten), problem);

    internal static Text Loss => Book[nameof(Loss)];

    internal static Text LossOf => Book[nameof(LossOf)];

    internal static Text LossOfAutoencoder => Book[nameof(LossOfAutoencoder)];

    internal static Text LossOfClassifier => Book[nameof(LossOfClassifier)];

    internal static Text LossOfD => Book[nameof(LossOfD)];

    internal static Text LossOfG => Book[nameof(LossOfG)];

    internal static Text LossOfPlayerBecameNaN(string bad, string player, long round) => Book.Say(nameof(LossOfPlayerBecameNaN), bad, player, round);

    internal static Text LossOfPlayerWasFoundNaN(string name, long step) => Book.Say(nameof(LossOfPlayerWasFoundNaN), name, step);

    internal static Text Losses => Book[nameof(Losses)];

    internal static Text MacroF1OverRepeatingRealOnes(Text text, string signed, string signed2) => Book.Say(nameof(MacroF1OverRepeatingRealOnes), text, signed, signed2);

    internal static Text Mean => Book[nameof(Mean)];

    internal static Text MeanAnswer => Book[nameof(MeanAnswer)];

    internal static Text MeanScore => Book[nameof(MeanScore)];

    internal static Text MeasureEach(string lines) => Book.Say(nameof(MeasureEach), lines);

    internal static Text Median => Book[nameof(Median)];

    internal static Text MedianDistance => Book[nameof(MedianDistance)];

    internal static Text MedianRunOfEach => Book[nameof(MedianRunOfEach)];

    internal static Text MemoryAtBatch(string bytes, long batch) => Book.Say(nameof(MemoryAtBatch), bytes, batch);

    internal static Text MemoryRanOutAtBatch(Text what, long batch, long smaller, long accumulate) => Book.Say(nameof(MemoryRanOutAtBatch), what, batch, smaller, accumulate);

    internal static Text MetricIsMissing => Book[nameof(MetricIsMissing)];

    internal static Text MinutesAreEnoughForFewSteps(string span, double minutes, long steps, long usual, long needed, Text orElse) => Book.Say(nameof(MinutesAreEnoughForFewSteps), span, minutes, steps, usual, needed, orElse);

    internal static Text ModeCollapseSamplesDifferAmongThemselves(string p, string p2, string p3) => Book.Say(nameof(ModeCollapseSamplesDifferAmongThemselves), p, p2, p3);

    internal static Text ModeScore => Book[nameof(ModeScore)];

    internal static Text ModesFound => Book[nameof(ModesFound)];

    internal static Text ModesOfRealSamples => Book[nameof(ModesOfRealSamples)];

    internal static Text MoreCouldNotBeRead(long count) => Book.Say(nameof(MoreCouldNotBeRead), count);

    internal static Text MoreCurves => Book[nameof(MoreCurves)];

    internal static Text MoreMemoryThanIsFreeAtBatch(long batch) => Book.Say(nameof(MoreMemoryThanIsFreeAtBatch), batch);

    internal static Text MoreMemoryThanIsFreeAtSmallestBatch => Book[nameof(MoreMemoryThanIsFreeAtSmallestBatch)];

    internal static Text MoreSeeds(long more) => Book.Say(nameof(MoreSeeds), more);

    internal static Text MoreThanSeedsWouldBeNeeded(long mostSeeds) => Book.Say(nameof(MoreThanSeedsWouldBeNeeded), mostSeeds);

    internal static Text MoveOfFixedSeeds => Book[nameof(MoveOfFixedSeeds)];

    internal static Text MustBe(string name, string key, string form) => Book.Say(nameof(MustBe), name, key, form);

    internal static Text Name => Book[nameof(Name)];

    internal static Text NameIsMayHaveLettersDigits(string name) => Book.Say(nameof(NameIsMayHaveLettersDigits), name);

    internal static Text NamedRightByClass => Book[nameof(NamedRightByClass)];

    internal static Text NamesClassOfSamples(string percent, string classNames, string percent2) => Book.Say(nameof(NamesClassOfSamples), percent, classNames, percent2);

    internal static Text NearDuplicates => Book[nameof(NearDuplicates)];

    internal static Text NearestToDrawn => Book[nameof(NearestToDrawn)];

    internal static Text NearnessToTraining => Book[nameof(NearnessToTraining)];

    internal static Text NearnessToTruthPSNR => Book[nameof(NearnessToTruthPSNR)];

    internal static Text NeedsBatchFits(string what, Text need, string free, long fits) => Book.Say(nameof(NeedsBatchFits), what, need, free, fits);

    internal static Text NeedsNoBatchFits(string what, Text need, string free, string system) => Book.Say(nameof(NeedsNoBatchFits), what, need, free, system);

    internal static Text NeedsResumeOrBeginRun(string what, Text need, string free, string anew) => Book.Say(nameof(NeedsResumeOrBeginRun), what, need, free, anew);

    internal static Text NeedsResumeWhereMoreIsFree(string what, Text need, string free) => Book.Say(nameof(NeedsResumeWhereMoreIsFree), what, need, free);

    internal static Text NewestOfEachRun => Book[nameof(NewestOfEachRun)];

    internal static Text NewestSafeStep(long step) => Book.Say(nameof(NewestSafeStep), step);

    internal static Text NewestValueOfEachNumber => Book[nameof(NewestValueOfEachNumber)];

    internal static Text NoCheckpointIsUsable(string path, long damaged, string command) => Book.Say(nameof(NoCheckpointIsUsable), path, damaged, command);

    internal static Text NoClass => Book[nameof(NoClass)];

    internal static Text NoCycleAndNoIdentity => Book[nameof(NoCycleAndNoIdentity)];

    internal static Text NoEffectGeneratedSamplesMakeNo => Book[nameof(NoEffectGeneratedSamplesMakeNo)];

    internal static Text NoJudgeKnowsModes(string dataName) => Book.Say(nameof(NoJudgeKnowsModes), dataName);

    internal static Text NoJudgeKnowsTruth(string data) => Book.Say(nameof(NoJudgeKnowsTruth), data);

    internal static Text NoVerdictBetweenSystemsFromOne(string me) => Book.Say(nameof(NoVerdictBetweenSystemsFromOne), me);

    internal static Text NoVerdictNothingMeasuredOfAll(Text measure) => Book.Say(nameof(NoVerdictNothingMeasuredOfAll), measure);

    internal static Text NoVerdictRunsLearnFromDifferent => Book[nameof(NoVerdictRunsLearnFromDifferent)];

    internal static Text NoVerdictRunsOfEachArm(long differences, long fewest) => Book.Say(nameof(NoVerdictRunsOfEachArm), differences, fewest);

    internal static Text NoiseOfOneMeasurementStandardDeviation(string noise) => Book.Say(nameof(NoiseOfOneMeasurementStandardDeviation), noise);

    internal static Text NoneExaminationsIsNoProof(string examinations) => Book.Say(nameof(NoneExaminationsIsNoProof), examinations);

    internal static Text NotBegun => Book[nameof(NotBegun)];

    internal static Text NotEnoughSeedsYet(long more) => Book.Say(nameof(NotEnoughSeedsYet), more);

    internal static Text NotEveryRunHas(string metric, Text more) => Book.Say(nameof(NotEveryRunHas), metric, more);

    internal static Text Nothing => Book[nameof(Nothing)];

    internal static Text NothingIsSafeYet => Book[nameof(NothingIsSafeYet)];

    internal static Text NothingMeasuredYet => Book[nameof(NothingMeasuredYet)];

    internal static Text NothingPullsCodesTowardsNI => Book[nameof(NothingPullsCodesTowardsNI)];

    internal static Text NothingTiesTheAnswerToItsInput => Book[nameof(NothingTiesTheAnswerToItsInput)];

    internal static Text NothingYet(Text measure) => Book.Say(nameof(NothingYet), measure);

    internal static Text Numbers => Book[nameof(Numbers)];

    internal static Text NumbersExplodeGradientNormWhere(string g, string g2, string g3) => Book.Say(nameof(NumbersExplodeGradientNormWhere), g, g2, g3);

    internal static Text NumbersExplodeLargestScore(string g, string g2) => Book.Say(nameof(NumbersExplodeLargestScore), g, g2);

    internal static Text NumbersOfCodeOfAutoencoderTrained(long code, long steps) => Book.Say(nameof(NumbersOfCodeOfAutoencoderTrained), code, steps);

    internal static Text ObserverFailedAndIsLeftOut(string message) => Book.Say(nameof(ObserverFailedAndIsLeftOut), message);

    internal static Text Of(string steps) => Book.Say(nameof(Of), steps);

    internal static Text OfCurveIsCovered(double coverage, double highQuality) => Book.Say(nameof(OfCurveIsCovered), coverage, highQuality);

    internal static Text OfEveryRun(string name) => Book.Say(nameof(OfEveryRun), name);

    internal static Text OfPointsAreDrawn(long drawn, long modes, Text where, double highQuality) => Book.Say(nameof(OfPointsAreDrawn), drawn, modes, where, highQuality);

    internal static Text OfTheInputL1 => Book[nameof(OfTheInputL1)];

    internal static Text OfTheInputPsnr => Book[nameof(OfTheInputPsnr)];

    internal static Text OfTraining => Book[nameof(OfTraining)];

    internal static Text OfTuplesOfDigitsAreDrawn(long drawn, long classes, double expected) => Book.Say(nameof(OfTuplesOfDigitsAreDrawn), drawn, classes, expected);

    internal static Text OfWeightsBeginAnewBecauseHas(long names, long all, string? from, string list, Text data) => Book.Say(nameof(OfWeightsBeginAnewBecauseHas), names, all, from, list, data);

    internal static Text On(string variant, string data, string state) => Book.Say(nameof(On), variant, data, state);

    internal static Text OneAnswerForAllInputs(string share) => Book.Say(nameof(OneAnswerForAllInputs), share);

    internal static Text OneRunIsOneSeed => Book[nameof(OneRunIsOneSeed)];

    internal static Text OneSample => Book[nameof(OneSample)];

    internal static Text OneSystemRunsDifferInTheir => Book[nameof(OneSystemRunsDifferInTheir)];

    internal static Text OnnxDoesNotRun(string file, string message) => Book.Say(nameof(OnnxDoesNotRun), file, message);

    internal static Text OnnxGivesNoVector(string file, string output, string shape) => Book.Say(nameof(OnnxGivesNoVector), file, output, shape);

    internal static Text OnnxHasItsOwnSize(string file, string size, long wanted) => Book.Say(nameof(OnnxHasItsOwnSize), file, size, wanted);

    internal static Text OnnxHasOutputs(string file, string wanted, string outputs, string first) => Book.Say(nameof(OnnxHasOutputs), file, wanted, outputs, first);

    internal static Text OnnxRuntimeDoesNotLoad(string message) => Book.Say(nameof(OnnxRuntimeDoesNotLoad), message);

    internal static Text OnnxSeesGrey(string file) => Book.Say(nameof(OnnxSeesGrey), file);

    internal static Text OnnxTakesNoPictures(string file, string inputs) => Book.Say(nameof(OnnxTakesNoPictures), file, inputs);

    internal static Text OperatingSystem => Book[nameof(OperatingSystem)];

    internal static Text OrSmallerPicturesOrBatch => Book[nameof(OrSmallerPicturesOrBatch)];

    internal static Text OutputOfOnnxFile(string output, string file, string size, string channels, string mean, string deviation) => Book.Say(nameof(OutputOfOnnxFile), output, file, size, channels, mean, deviation);

    internal static Text PATH => Book[nameof(PATH)];

    internal static Text PByRanks => Book[nameof(PByRanks)];

    internal static Text PackOnceAndTrain(string line) => Book.Say(nameof(PackOnceAndTrain), line);

    internal static Text Pair => Book[nameof(Pair)];

    internal static Text PassedEveryBarIsMet(string byControl) => Book.Say(nameof(PassedEveryBarIsMet), byControl);

    internal static Text PasteAsItIs => Book[nameof(PasteAsItIs)];

    internal static Text PenaliseDiscriminatorsGradient => Book[nameof(PenaliseDiscriminatorsGradient)];

    internal static Text PenaliseGradientAtRealSamples => Book[nameof(PenaliseGradientAtRealSamples)];

    internal static Text PenaltyWeightNothingHoldsGradient => Book[nameof(PenaltyWeightNothingHoldsGradient)];

    internal static Text PictureTooLarge(string name, int width, int height, int fitsWidth, int fitsHeight) => Book.Say(nameof(PictureTooLarge), name, width, height, fitsWidth, fitsHeight);

    internal static Text PicturesCarryCheckerboard(string g) => Book.Say(nameof(PicturesCarryCheckerboard), g);

    internal static Text PicturesOverTime => Book[nameof(PicturesOverTime)];

    internal static Text PicturesShowTheirSentences => Book[nameof(PicturesShowTheirSentences)];

    internal static Text PicturesShowWhatIsSaid(string share, string real) => Book.Say(nameof(PicturesShowWhatIsSaid), share, real);

    internal static Text Pix2pixPutsTheGroundWhereTheMapHasIt => Book[nameof(Pix2pixPutsTheGroundWhereTheMapHasIt)];

    internal static Text PixelsThemselves => Book[nameof(PixelsThemselves)];

    internal static Text PlainGANDrawsDigitsJudgeCan => Book[nameof(PlainGANDrawsDigitsJudgeCan)];

    internal static Text PlainGANDrawsMostOfRings => Book[nameof(PlainGANDrawsMostOfRings)];

    internal static Text PlanAskedSize(string size, Text speed) => Book.Say(nameof(PlanAskedSize), size, speed);

    internal static Text PlanBlank(string percent, long looked) => Book.Say(nameof(PlanBlank), percent, looked);

    internal static Text PlanClasses(long count) => Book.Say(nameof(PlanClasses), count);

    internal static Text PlanColour => Book[nameof(PlanColour)];

    internal static Text PlanCopies(string percent, long looked) => Book.Say(nameof(PlanCopies), percent, looked);

    internal static Text PlanDoesNotMirror(string percent) => Book.Say(nameof(PlanDoesNotMirror), percent);

    internal static Text PlanEndless => Book[nameof(PlanEndless)];

    internal static Text PlanForPoints => Book[nameof(PlanForPoints)];

    internal static Text PlanFound(Text count, object smallest, object largest, Text colours) => Book.Say(nameof(PlanFound), count, smallest, largest, colours);

    internal static Text PlanFoundOfOneSize(Text count, object size, Text colours) => Book.Say(nameof(PlanFoundOfOneSize), count, size, colours);

    internal static Text PlanGrey => Book[nameof(PlanGrey)];

    internal static Text PlanHandful(long count) => Book.Say(nameof(PlanHandful), count);

    internal static Text PlanHasNoTimeForFew => Book[nameof(PlanHasNoTimeForFew)];

    internal static Text PlanMirrors(string percent) => Book.Say(nameof(PlanMirrors), percent);

    internal static Text PlanMostlyGrey(string share, long count) => Book.Say(nameof(PlanMostlyGrey), share, count);

    internal static Text PlanOneClass => Book[nameof(PlanOneClass)];

    internal static Text PlanOnePicture => Book[nameof(PlanOnePicture)];

    internal static Text PlanPrefersDcgan => Book[nameof(PlanPrefersDcgan)];

    internal static Text PlanShapedSize(string size, Text speed) => Book.Say(nameof(PlanShapedSize), size, speed);

    internal static Text PlanSpeed(double perSecond, double images, double minutes) => Book.Say(nameof(PlanSpeed), perSecond, images, minutes);

    internal static Text PlanSquareSize(string size, Text speed) => Book.Say(nameof(PlanSquareSize), size, speed);

    internal static Text PlanTakesDcgan => Book[nameof(PlanTakesDcgan)];

    internal static Text PlanTakesFew => Book[nameof(PlanTakesFew)];

    internal static Text PlanTooShort(double minutes, double needed) => Book.Say(nameof(PlanTooShort), minutes, needed);

    internal static Text PlanVeryFew(long count) => Book.Say(nameof(PlanVeryFew), count);

    internal static Text PlayersRunInCircles(string p, string n) => Book.Say(nameof(PlayersRunInCircles), p, n);

    internal static Text PointsOnRoll => Book[nameof(PointsOnRoll)];

    internal static Text PoolFeaturesOfInceptionNetwork => Book[nameof(PoolFeaturesOfInceptionNetwork)];

    internal static Text Precision => Book[nameof(Precision)];

    internal static Text PrecisionOfDistributionsF1 => Book[nameof(PrecisionOfDistributionsF1)];

    internal static Text ProblemFrom(Text problem, string origin) => Book.Say(nameof(ProblemFrom), problem, origin);

    internal static Text Protocol => Book[nameof(Protocol)];

    internal static Text ProtocolLabel => Book[nameof(ProtocolLabel)];

    internal static Text R1AndR2Off => Book[nameof(R1AndR2Off)];

    internal static Text R3GANDrawsAllTenDigits => Book[nameof(R3GANDrawsAllTenDigits)];

    internal static Text RaiseWeightOfPenalty => Book[nameof(RaiseWeightOfPenalty)];

    internal static Text RarestClass => Book[nameof(RarestClass)];

    internal static Text Reach => Book[nameof(Reach)];

    internal static Text ReadWithConfidence => Book[nameof(ReadWithConfidence)];

    internal static Text RealAgreement => Book[nameof(RealAgreement)];

    internal static Text RealData(string real) => Book.Say(nameof(RealData), real);

    internal static Text RealDataWord => Book[nameof(RealDataWord)];

    internal static Text RealOnesToldByNeighbour => Book[nameof(RealOnesToldByNeighbour)];

    internal static Text RealPointsAndDrawnOnes => Book[nameof(RealPointsAndDrawnOnes)];

    internal static Text RealSamplesReadWithConfidence => Book[nameof(RealSamplesReadWithConfidence)];

    internal static Text Recall => Book[nameof(Recall)];

    internal static Text RecallOfDistributionsF8 => Book[nameof(RecallOfDistributionsF8)];

    internal static Text Recipe => Book[nameof(Recipe)];

    internal static Text RecipeHasChangedSinceCheckpointSaved(Text more) => Book.Say(nameof(RecipeHasChangedSinceCheckpointSaved), more);

    internal static Text RecipeIsJSONObject => Book[nameof(RecipeIsJSONObject)];

    internal static Text RecipeJsonEditedSinceCheckpointSaved(string value, Text misfit, object? anew) => Book.Say(nameof(RecipeJsonEditedSinceCheckpointSaved), value, misfit, anew);

    internal static Text RightInClass => Book[nameof(RightInClass)];

    internal static Text Ring => Book[nameof(Ring)];

    internal static Text Rotation => Book[nameof(Rotation)];

    internal static Text Run => Book[nameof(Run)];

    internal static Text RunBegunByEarlierVersionCounted => Book[nameof(RunBegunByEarlierVersionCounted)];

    internal static Text RunIsSavedButLogsCould(string problem) => Book.Say(nameof(RunIsSavedButLogsCould), problem);

    internal static Text RunPlaceholder => Book[nameof(RunPlaceholder)];

    internal static Text RunStoresNoAverages(string folder) => Book.Say(nameof(RunStoresNoAverages), folder);

    internal static Text RunToBuildOnFromRUN => Book[nameof(RunToBuildOnFromRUN)];

    internal static Text RunsFolderCannotBeWritten(string folder, Text trouble) => Book.Say(nameof(RunsFolderCannotBeWritten), folder, trouble);

    internal static Text RunsFolderCannotBeWrittenDisk(string path, Text trouble) => Book.Say(nameof(RunsFolderCannotBeWrittenDisk), path, trouble);

    internal static Text RunsLearnFromDifferentData(string runs) => Book.Say(nameof(RunsLearnFromDifferentData), runs);

    internal static Text RunsLearnFromDifferentShapes(Text shapes) => Book.Say(nameof(RunsLearnFromDifferentShapes), shapes);

    internal static Text SameSeedsAtEveryMoment => Book[nameof(SameSeedsAtEveryMoment)];

    internal static Text Samples => Book[nameof(Samples)];

    internal static Text SamplesAreGBMoreThan(long seeds, object? schema, long seeds2, long maxLength) => Book.Say(nameof(SamplesAreGBMoreThan), seeds, schema, seeds2, maxLength);

    internal static Text SamplesAreNearCopies(string p) => Book.Say(nameof(SamplesAreNearCopies), p);

    internal static Text SamplesBecameCopies(long step, long best) => Book.Say(nameof(SamplesBecameCopies), step, best);

    internal static Text SamplesCouldNotBeRead(long badSamples, string newest, Text reason) => Book.Say(nameof(SamplesCouldNotBeRead), badSamples, newest, reason);

    internal static Text SamplesHaveWorseThanThose(long best, string me, string path) => Book.Say(nameof(SamplesHaveWorseThanThose), best, me, path);

    internal static Text SamplesNearMode => Book[nameof(SamplesNearMode)];

    internal static Text SamplesNotLearned(long count, string data, Text strange, Text unread) => Book.Say(nameof(SamplesNotLearned), count, data, strange, unread);

    internal static Text SamplesReadByClassifierGANTest => Book[nameof(SamplesReadByClassifierGANTest)];

    internal static Text SamplesRealOnesDrawnOnesWhere => Book[nameof(SamplesRealOnesDrawnOnesWhere)];

    internal static Text SamplesWereCopiesFromTheStart(long step) => Book.Say(nameof(SamplesWereCopiesFromTheStart), step);

    internal static Text Saturation => Book[nameof(Saturation)];

    internal static Text Scale => Book[nameof(Scale)];

    internal static Text ScheduleEvery(long endlessSteps) => Book.Say(nameof(ScheduleEvery), endlessSteps);

    internal static Text ScheduleMemberIsFor(string member, Text kinds, string kind) => Book.Say(nameof(ScheduleMemberIsFor), member, kinds, kind);

    internal static Text ScheduleStepsIsAndSchedule(string end, string steps) => Book.Say(nameof(ScheduleStepsIsAndSchedule), end, steps);

    internal static Text ScheduleStepsIsMissing => Book[nameof(ScheduleStepsIsMissing)];

    internal static Text ScoreOfRealLessScore => Book[nameof(ScoreOfRealLessScore)];

    internal static Text SecondStageAloneFromScratch => Book[nameof(SecondStageAloneFromScratch)];

    internal static Text Seconds => Book[nameof(Seconds)];

    internal static Text Seed => Book[nameof(Seed)];

    internal static Text Seeds => Book[nameof(Seeds)];

    internal static Text SetIsNameAndValue(string text, string names) => Book.Say(nameof(SetIsNameAndValue), text, names);

    internal static Text SetIsPackedAlready => Book[nameof(SetIsPackedAlready)];

    internal static Text SetNamesNoAttribute(string name, string names, object? near) => Book.Say(nameof(SetNamesNoAttribute), name, names, near);

    internal static Text SetNamesTwice(string name) => Book.Say(nameof(SetNamesTwice), name);

    internal static Text SetsCannotBeCompared(string first, object? firstSchema, string second, object? secondSchema) => Book.Say(nameof(SetsCannotBeCompared), first, firstSchema, second, secondSchema);

    internal static Text ShareOfBinsDiffer => Book[nameof(ShareOfBinsDiffer)];

    internal static Text ShareOfNewLevelAlpha => Book[nameof(ShareOfNewLevelAlpha)];

    internal static Text ShareOfRarest => Book[nameof(ShareOfRarest)];

    internal static Text Shift => Book[nameof(Shift)];

    internal static Text ShowPairsToTheDiscriminator => Book[nameof(ShowPairsToTheDiscriminator)];

    internal static Text ShowTwoSamplesAtOnce => Book[nameof(ShowTwoSamplesAtOnce)];

    internal static Text SideBySide => Book[nameof(SideBySide)];

    internal static Text SideInPixels => Book[nameof(SideInPixels)];

    internal static Text SignalGradients => Book[nameof(SignalGradients)];

    internal static Text SignalHeldOutScores => Book[nameof(SignalHeldOutScores)];

    internal static Text SignalSamples => Book[nameof(SignalSamples)];

    internal static Text SignalScores => Book[nameof(SignalScores)];

    internal static Text SlicedWassersteinDistanceSquared => Book[nameof(SlicedWassersteinDistanceSquared)];

    internal static Text SlopeIsAllowed => Book[nameof(SlopeIsAllowed)];

    internal static Text SoManyStepsAreNeeded(long usual) => Book.Say(nameof(SoManyStepsAreNeeded), usual);

    internal static Text SoMinutesAreEnoughForFewer(double minutes, long most, long usual) => Book.Say(nameof(SoMinutesAreEnoughForFewer), minutes, most, usual);

    internal static Text SquaredErrorWithoutWeight => Book[nameof(SquaredErrorWithoutWeight)];

    internal static Text SrganBeatsInterpolationAndTradesErrorForLooks => Book[nameof(SrganBeatsInterpolationAndTradesErrorForLooks)];

    internal static Text StageOfTraining => Book[nameof(StageOfTraining)];

    internal static Text StandardErrors => Book[nameof(StandardErrors)];

    internal static Text StarganChangesWhatIsAsked => Book[nameof(StarganChangesWhatIsAsked)];

    internal static Text StartAgainWithTenthOfLearning => Book[nameof(StartAgainWithTenthOfLearning)];

    internal static Text StartOneTrainDigits(string me) => Book.Say(nameof(StartOneTrainDigits), me);

    internal static Text Step => Book[nameof(Step)];

    internal static Text StepKind => Book[nameof(StepKind)];

    internal static Text StepReachedButCouldNot(long round, Text reason, Text more, string me, string path) => Book.Say(nameof(StepReachedButCouldNot), round, reason, more, me, path);

    internal static Text StepTakesAllStepsTake(string span, long steps, string all) => Book.Say(nameof(StepTakesAllStepsTake), span, steps, all);

    internal static Text StepTakesMoreThan(string what, double limit, Text so, string system) => Book.Say(nameof(StepTakesMoreThan), what, limit, so, system);

    internal static Text StepTakesMoreThanOwnBatch(string what, double limit, long batch) => Book.Say(nameof(StepTakesMoreThanOwnBatch), what, limit, batch);

    internal static Text Steps => Book[nameof(Steps)];

    internal static Text StepsIsStepToTrainUp(long at, object? steps, object? at2) => Book.Say(nameof(StepsIsStepToTrainUp), at, steps, at2);

    internal static Text StepsOfAboutTooEarly(long steps, long usual) => Book.Say(nameof(StepsOfAboutTooEarly), steps, usual);

    internal static Text StepsWith => Book[nameof(StepsWith)];

    internal static Text StepsWithoutProgress => Book[nameof(StepsWithoutProgress)];

    internal static Text StoppedAtStep(string step, string total) => Book.Say(nameof(StoppedAtStep), step, total);

    internal static Text StrangeOnesAreThoseOf(string data) => Book.Say(nameof(StrangeOnesAreThoseOf), data);

    internal static Text StrangeSampleLooksStrangerThanOne(Text sentence, string percent) => Book.Say(nameof(StrangeSampleLooksStrangerThanOne), sentence, percent);

    internal static Text StrangeSamplesToldApartAUC => Book[nameof(StrangeSamplesToldApartAUC)];

    internal static Text StrengthOfADAP => Book[nameof(StrengthOfADAP)];

    internal static Text Study => Book[nameof(Study)];

    internal static Text StudyLabel => Book[nameof(StudyLabel)];

    internal static Text StudyTellsHelpFromHarm => Book[nameof(StudyTellsHelpFromHarm)];

    internal static Text StylesDrawNearerAndMix => Book[nameof(StylesDrawNearerAndMix)];

    internal static Text System => Book[nameof(System)];

    internal static Text SystemDrawsNoClassOnDemand => Book[nameof(SystemDrawsNoClassOnDemand)];

    internal static Text SystemDrawsNoSamples => Book[nameof(SystemDrawsNoSamples)];

    internal static Text SystemFromData(string system, string data) => Book.Say(nameof(SystemFromData), system, data);

    internal static Text SystemIsNamed(string name) => Book.Say(nameof(SystemIsNamed), name);

    internal static Text SystemsHasMembers(long listed, long mostSystems) => Book.Say(nameof(SystemsHasMembers), listed, mostSystems);

    internal static Text SystemsIsMustBeObjectSuch(string name, string value) => Book.Say(nameof(SystemsIsMustBeObjectSuch), name, value);

    internal static Text SystemsIsNoRecipe(string name, string recipe, string me) => Book.Say(nameof(SystemsIsNoRecipe), name, recipe, me);

    internal static Text SystemsOfStudyLearnFromSame(Text systems) => Book.Say(nameof(SystemsOfStudyLearnFromSame), systems);

    internal static Text SystemsWhatShallLearn(string name) => Book.Say(nameof(SystemsWhatShallLearn), name);

    internal static Text Terms(Text key) => Book.Say(nameof(Terms), key);

    internal static Text TextInIsNoUnicode(string message) => Book.Say(nameof(TextInIsNoUnicode), message);

    internal static Text ThereIsNoOnnxFile(string file, string norms) => Book.Say(nameof(ThereIsNoOnnxFile), file, norms);

    internal static Text Threads => Book[nameof(Threads)];

    internal static Text TieAnswersToTheirInputs => Book[nameof(TieAnswersToTheirInputs)];

    internal static Text Time => Book[nameof(Time)];

    internal static Text TimesEachShown => Book[nameof(TimesEachShown)];

    internal static Text ToldApartByNeighbour => Book[nameof(ToldApartByNeighbour)];

    internal static Text TpGanIsNearerToTheFrontThanInputAndMean => Book[nameof(TpGanIsNearerToTheFrontThanInputAndMean)];

    internal static Text TrainOnOftenFades => Book[nameof(TrainOnOftenFades)];

    internal static Text TrainedOnOtherSamples(SampleSchema then, Text thenMore, string data, SampleSchema now, Text nowMore) => Book.Say(nameof(TrainedOnOtherSamples), then, thenMore, data, now, nowMore);

    internal static Text TrainingDoctorDidNotLook => Book[nameof(TrainingDoctorDidNotLook)];

    internal static Text TrainingHasWaitedForData(string share, Text way) => Book.Say(nameof(TrainingHasWaitedForData), share, way);

    internal static Text TranslationProtocol => Book[nameof(TranslationProtocol)];

    internal static Text TreatedAtStep(string step, string finding, string backTo, string change) => Book.Say(nameof(TreatedAtStep), step, finding, backTo, change);

    internal static Text Try => Book[nameof(Try)];

    internal static Text TwoStylesOnly => Book[nameof(TwoStylesOnly)];

    internal static Text Undecided(string first, string second, string metric, string p, long pairs, Text range, Text more) => Book.Say(nameof(Undecided), first, second, metric, p, pairs, range, more);

    internal static Text UnevennessReverseKL => Book[nameof(UnevennessReverseKL)];

    internal static Text UnitIsRun(long seeds, long firstSeed, long draws, long study, string alpha) => Book.Say(nameof(UnitIsRun), seeds, firstSeed, draws, study, alpha);

    internal static Text UnnamedEntropy => Book[nameof(UnnamedEntropy)];

    internal static Text UseThemGeneratedSamplesHelp => Book[nameof(UseThemGeneratedSamplesHelp)];

    internal static Text UsualGradientNorm => Book[nameof(UsualGradientNorm)];

    internal static Text Value => Book[nameof(Value)];

    internal static Text ValuesOfRecipesAreNotSame => Book[nameof(ValuesOfRecipesAreNotSame)];

    internal static Text VariedBy => Book[nameof(VariedBy)];

    internal static Text VarietyBesideData => Book[nameof(VarietyBesideData)];

    internal static Text VarietyBesideRealSamples => Book[nameof(VarietyBesideRealSamples)];

    internal static Text VarietyOfAnswers => Book[nameof(VarietyOfAnswers)];

    internal static Text VersionsAndMachine => Book[nameof(VersionsAndMachine)];

    internal static Text WayHomeHidesItsInput(string error, string times) => Book.Say(nameof(WayHomeHidesItsInput), error, times);

    internal static Text WayOfHeldOutToDrawn => Book[nameof(WayOfHeldOutToDrawn)];

    internal static Text What => Book[nameof(What)];

    internal static Text WhatDAnswers => Book[nameof(WhatDAnswers)];

    internal static Text WhatLearned => Book[nameof(WhatLearned)];

    internal static Text WhatLearnedAtPixelsPays => Book[nameof(WhatLearnedAtPixelsPays)];

    internal static Text WhatRecipesDiffer => Book[nameof(WhatRecipesDiffer)];

    internal static Text WhatSystemsDiffer => Book[nameof(WhatSystemsDiffer)];

    internal static Text WhatTrainingDoctorSawWithEvidence => Book[nameof(WhatTrainingDoctorSawWithEvidence)];

    internal static Text WhereRan => Book[nameof(WhereRan)];

    internal static Text With(long classes) => Book.Say(nameof(With), classes);

    internal static Text WithClasses(long classes) => Book.Say(nameof(WithClasses), classes);

    internal static Text WithheldAgreement => Book[nameof(WithheldAgreement)];

    internal static Text WithoutWayBack => Book[nameof(WithoutWayBack)];

    internal static Text WorldsForSystem(string system, string worlds) => Book.Say(nameof(WorldsForSystem), system, worlds);
}
