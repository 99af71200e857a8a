namespace Adversa.Cli;

/// <summary>What Adversa.Cli says; the sentences stand in Words.resx and Words.es.resx.</summary>
internal static class Words
{
    private static readonly Phrasebook Book = new(typeof(Words));

    internal static Text AboutHere(string time) => Book.Say(nameof(AboutHere), time);

    internal static Text Accuracy => Book[nameof(Accuracy)];

    internal static Text AdversaTrainsWatchesAndJudgesGenerative => Book[nameof(AdversaTrainsWatchesAndJudgesGenerative)];

    internal static Text AgainIn => Book[nameof(AgainIn)];

    internal static Text AllFilesAreHereAndVerified(long files, string me, string spec) => Book.Say(nameof(AllFilesAreHereAndVerified), files, me, spec);

    internal static Text AllRunsNewestFirst => Book[nameof(AllRunsNewestFirst)];

    internal static Text AlreadyHereVerified(string file) => Book.Say(nameof(AlreadyHereVerified), file);

    internal static Text AndMore(long all) => Book.Say(nameof(AndMore), all);

    internal static Text AndMoreLabel(long bad) => Book.Say(nameof(AndMoreLabel), bad);

    internal static Text AndRunToBuild => Book[nameof(AndRunToBuild)];

    internal static Text AndThereAre(Text text, string list) => Book.Say(nameof(AndThereAre), text, list);

    internal static Text AnotherFileIsNow(string file, string kept) => Book.Say(nameof(AnotherFileIsNow), file, kept);

    internal static Text AnotherSeedAnotherSet => Book[nameof(AnotherSeedAnotherSet)];

    internal static Text AnotherSeedOfRecipeMayDiffer(Text about) => Book.Say(nameof(AnotherSeedOfRecipeMayDiffer), about);

    internal static Text AnswersOfSeveralSystemsIsBetter => Book[nameof(AnswersOfSeveralSystemsIsBetter)];

    internal static Text AnyValueOfRecipe => Book[nameof(AnyValueOfRecipe)];

    internal static Text ArtFolderAlone => Book[nameof(ArtFolderAlone)];

    internal static Text ArtFolderAloneSide => Book[nameof(ArtFolderAloneSide)];

    internal static Text ArtFolderWritesToFiles(long count, long damaged) => Book.Say(nameof(ArtFolderWritesToFiles), count, damaged);

    internal static Text AsManyStepsAsFit => Book[nameof(AsManyStepsAsFit)];

    internal static Text Aside => Book[nameof(Aside)];

    internal static Text AtIsOneOf(long at, int last) => Book.Say(nameof(AtIsOneOf), at, last);

    internal static Text AtMost(string span) => Book.Say(nameof(AtMost), span);

    internal static Text AtNeedsMix => Book[nameof(AtNeedsMix)];

    internal static Text AtStep => Book[nameof(AtStep)];

    internal static Text Attributes => Book[nameof(Attributes)];

    internal static Text AttributesToGive => Book[nameof(AttributesToGive)];

    internal static Text AugmentExpectsNamesEachOnce(string pair, string parts) => Book.Say(nameof(AugmentExpectsNamesEachOnce), pair, parts);

    internal static Text AutoCpuOrCuda => Book[nameof(AutoCpuOrCuda)];

    internal static Text AverageOfLengthChosenAfterwards => Book[nameof(AverageOfLengthChosenAfterwards)];

    internal static Text AverageOfLengthOrBestOfSeveral => Book[nameof(AverageOfLengthOrBestOfSeveral)];

    internal static Text AverageWasPutTogether(string width, long step, double misfit) => Book.Say(nameof(AverageWasPutTogether), width, step, misfit);

    internal static Text BackgroundIsBlackWhiteOrMean(string background) => Book.Say(nameof(BackgroundIsBlackWhiteOrMean), background);

    internal static Text Bad(long bad) => Book.Say(nameof(Bad), bad);

    internal static Text BadCheckpoint => Book[nameof(BadCheckpoint)];

    internal static Text BashZshFishOrPwsh => Book[nameof(BashZshFishOrPwsh)];

    internal static Text BatchesOfEachLearns => Book[nameof(BatchesOfEachLearns)];

    internal static Text BestCheckpointStep => Book[nameof(BestCheckpointStep)];

    internal static Text BetweenSteps => Book[nameof(BetweenSteps)];

    internal static Text BothAreBroughtToIt => Book[nameof(BothAreBroughtToIt)];

    internal static Text BringArchive => Book[nameof(BringArchive)];

    internal static Text ByStepsOfSmallBatches => Book[nameof(ByStepsOfSmallBatches)];

    internal static Text CannotBeWritten(string path, Text trouble) => Book.Say(nameof(CannotBeWritten), path, trouble);

    internal static Text CannotBeWrittenName(string target, Text trouble) => Book.Say(nameof(CannotBeWrittenName), target, trouble);

    internal static Text CannotBeWrittenWith(string path, Text trouble, string option) => Book.Say(nameof(CannotBeWrittenWith), path, trouble, option);

    internal static Text ChannelsIsGreyOrColour => Book[nameof(ChannelsIsGreyOrColour)];

    internal static Text CheckFailed => Book[nameof(CheckFailed)];

    internal static Text CheckNeedsSystemOrAll(Text more, string me) => Book.Say(nameof(CheckNeedsSystemOrAll), more, me);

    internal static Text Checkpoint => Book[nameof(Checkpoint)];

    internal static Text CheckpointsCheckpoints(string folder) => Book.Say(nameof(CheckpointsCheckpoints), folder);

    internal static Text ChecksMachineOrSaysWhat => Book[nameof(ChecksMachineOrSaysWhat)];

    internal static Text ChecksPacksMakesDownloadsAndShows => Book[nameof(ChecksPacksMakesDownloadsAndShows)];

    internal static Text ClassIsClass(string asked, string names) => Book.Say(nameof(ClassIsClass), asked, names);

    internal static Text ClassIsClassNamed(string asked, string names, long number, string names2) => Book.Say(nameof(ClassIsClassNamed), asked, names, number, names2);

    internal static Text ClassIsEmpty => Book[nameof(ClassIsEmpty)];

    internal static Text ClassIsRunKnowsNoSuch(string asked, Text more, long names, long names2, string listed) => Book.Say(nameof(ClassIsRunKnowsNoSuch), asked, more, names, names2, listed);

    internal static Text Classes(long count) => Book.Count(nameof(Classes), count);

    internal static Text ClassesLabel => Book[nameof(ClassesLabel)];

    internal static Text ClassesWord => Book[nameof(ClassesWord)];

    internal static Text Classifiers => Book[nameof(Classifiers)];

    internal static Text ClassifiersOfEachArm => Book[nameof(ClassifiersOfEachArm)];

    internal static Text ClassifiersOfEachArmPaired(long differences) => Book.Say(nameof(ClassifiersOfEachArmPaired), differences);

    internal static Text Colon(string space, Text about) => Book.Say(nameof(Colon), space, about);

    internal static Text Colour => Book[nameof(Colour)];

    internal static Text Command => Book[nameof(Command)];

    internal static Text CommandSuchAsTrainOrData => Book[nameof(CommandSuchAsTrainOrData)];

    internal static Text CommandWord => Book[nameof(CommandWord)];

    internal static Text ComparedWithWhatWasLearned(long held) => Book.Say(nameof(ComparedWithWhatWasLearned), held);

    internal static Text CompetitionsRules => Book[nameof(CompetitionsRules)];

    internal static Text CompletionKnowsGot(string shells, string shell) => Book.Say(nameof(CompletionKnowsGot), shells, shell);

    internal static Text ConfigIsEmpty => Book[nameof(ConfigIsEmpty)];

    internal static Text CouldNotBeWritten(string page, string me, string nameOf) => Book.Say(nameof(CouldNotBeWritten), page, me, nameOf);

    internal static Text DamagedOddFiles(long count, long count2, string target) => Book.Say(nameof(DamagedOddFiles), count, count2, target);

    internal static Text DataAndAgainstAreForClassifiers(string variant) => Book.Say(nameof(DataAndAgainstAreForClassifiers), variant);

    internal static Text DataAndBestAreOfRuns => Book[nameof(DataAndBestAreOfRuns)];

    internal static Text DataChangedGoesWithData => Book[nameof(DataChangedGoesWithData)];

    internal static Text DataHasNoTestPart => Book[nameof(DataHasNoTestPart)];

    internal static Text DataSetWithoutOneAll => Book[nameof(DataSetWithoutOneAll)];

    internal static Text DecidesWeightsNoiseAndOrder => Book[nameof(DecidesWeightsNoiseAndOrder)];

    internal static Text DecodersAtOnce => Book[nameof(DecodersAtOnce)];

    internal static Text DecodesPicturesOnceAndPacksThem => Book[nameof(DecodesPicturesOnceAndPacksThem)];

    internal static Text Default => Book[nameof(Default)];

    internal static Text DefectsAndSidesGoWithArt => Book[nameof(DefectsAndSidesGoWithArt)];

    internal static Text DeviceMustBeAutoCpu(string device) => Book.Say(nameof(DeviceMustBeAutoCpu), device);

    internal static Text DidYouMean(string nearest) => Book.Say(nameof(DidYouMean), nearest);

    internal static Text DidYouMeanLabel(string near) => Book.Say(nameof(DidYouMeanLabel), near);

    internal static Text Distance(string number) => Book.Say(nameof(Distance), number);

    internal static Text Diverged => Book[nameof(Diverged)];

    internal static Text DivergedLabel => Book[nameof(DivergedLabel)];

    internal static Text DivergedWord => Book[nameof(DivergedWord)];

    internal static Text DoctorFound => Book[nameof(DoctorFound)];

    internal static Text DoctorHasNotLookedAtRun(long step, long first, long newestStep) => Book.Say(nameof(DoctorHasNotLookedAtRun), step, first, newestStep);

    internal static Text DoctorHasNotLookedYet(string path, long step, long first, object? value) => Book.Say(nameof(DoctorHasNotLookedYet), path, step, first, value);

    internal static Text DoctorIsOffWatchOrAct(string text) => Book.Say(nameof(DoctorIsOffWatchOrAct), text);

    internal static Text DoesNotFitIntoFolder(string source, object? schema) => Book.Say(nameof(DoesNotFitIntoFolder), source, schema);

    internal static Text Done => Book[nameof(Done)];

    internal static Text DoneBeforeAgainRepeats(string check, Text more) => Book.Say(nameof(DoneBeforeAgainRepeats), check, more);

    internal static Text DoneLabel => Book[nameof(DoneLabel)];

    internal static Text DownloadOneDataGetMnistThey(string me, string root) => Book.Say(nameof(DownloadOneDataGetMnistThey), me, root);

    internal static Text DownloadsPublicDataSetAndVerifies => Book[nameof(DownloadsPublicDataSetAndVerifies)];

    internal static Text DrawFromCheckpointWhoseSamplesCame => Book[nameof(DrawFromCheckpointWhoseSamplesCame)];

    internal static Text DrawingPictures => Book[nameof(DrawingPictures)];

    internal static Text DrawsNoClassOnDemand(string variant) => Book.Say(nameof(DrawsNoClassOnDemand), variant);

    internal static Text DrawsNoSamples(string variant, Text more) => Book.Say(nameof(DrawsNoSamples), variant, more);

    internal static Text DrawsNoSamplesDcgan(string variant) => Book.Say(nameof(DrawsNoSamplesDcgan), variant);

    internal static Text DrawsSamplesFromRunsNewestCheckpoint => Book[nameof(DrawsSamplesFromRunsNewestCheckpoint)];

    internal static Text Driver => Book[nameof(Driver)];

    internal static Text EmaOrBestNotBoth => Book[nameof(EmaOrBestNotBoth)];

    internal static Text EndWithWhenAnythingFoundShould => Book[nameof(EndWithWhenAnythingFoundShould)];

    internal static Text EndlessSamples => Book[nameof(EndlessSamples)];

    internal static Text EnlargeEachPixelOfSheetN => Book[nameof(EnlargeEachPixelOfSheetN)];

    internal static Text EveryCheckHasNoResultHere => Book[nameof(EveryCheckHasNoResultHere)];

    internal static Text EverythingIsSaved => Book[nameof(EverythingIsSaved)];

    internal static Text EverythingIsSavedResume(string me, string nameOf) => Book.Say(nameof(EverythingIsSavedResume), me, nameOf);

    internal static Text ExactCopies(long copies, string against) => Book.Count(nameof(ExactCopies), copies, against);

    internal static Text Examination => Book[nameof(Examination)];

    internal static Text ExaminationsUpToStep(long examinations, long lastStep, Text more) => Book.Say(nameof(ExaminationsUpToStep), examinations, lastStep, more);

    internal static Text Examples => Book[nameof(Examples)];

    internal static Text ExpectsMetricValue(string flag, string text) => Book.Say(nameof(ExpectsMetricValue), flag, text);

    internal static Text FILESafetensorsPackedSetFILE => Book[nameof(FILESafetensorsPackedSetFILE)];

    internal static Text Failed => Book[nameof(Failed)];

    internal static Text FailedLabel(long failed) => Book.Say(nameof(FailedLabel), failed);

    internal static Text FailedPhrase => Book[nameof(FailedPhrase)];

    internal static Text File => Book[nameof(File)];

    internal static Text FileCouldNotBeRead(Text trouble) => Book.Say(nameof(FileCouldNotBeRead), trouble);

    internal static Text FileOfValuesOverRecipe => Book[nameof(FileOfValuesOverRecipe)];

    internal static Text Files => Book[nameof(Files)];

    internal static Text FilesLookedAtTogether => Book[nameof(FilesLookedAtTogether)];

    internal static Text FilesTo => Book[nameof(FilesTo)];

    internal static Text FindingsShouldBeLooked(long found, string path) => Book.Say(nameof(FindingsShouldBeLooked), found, path);

    internal static Text Fingerprint => Book[nameof(Fingerprint)];

    internal static Text Finished => Book[nameof(Finished)];

    internal static Text FitIsCropPadOrSquash(string text) => Book.Say(nameof(FitIsCropPadOrSquash), text);

    internal static Text FolderForFilesInsteadOfUsual => Book[nameof(FolderForFilesInsteadOfUsual)];

    internal static Text FolderIsAlready(string target) => Book.Say(nameof(FolderIsAlready), target);

    internal static Text FolderOrArchiveOfPictures => Book[nameof(FolderOrArchiveOfPictures)];

    internal static Text FolderOrArchiveOfPictures2 => Book[nameof(FolderOrArchiveOfPictures2)];

    internal static Text ForClassifiersLabelledDataToExamine => Book[nameof(ForClassifiersLabelledDataToExamine)];

    internal static Text Formats => Book[nameof(Formats)];

    internal static Text FramesNeedARange => Book[nameof(FramesNeedARange)];

    internal static Text FramesThroughRange => Book[nameof(FramesThroughRange)];

    internal static Text FrechetOfFewSamples(string title, long many) => Book.Say(nameof(FrechetOfFewSamples), title, many);

    internal static Text Free => Book[nameof(Free)];

    internal static Text From => Book[nameof(From)];

    internal static Text FromBeginningEvenWhatIsDone => Book[nameof(FromBeginningEvenWhatIsDone)];

    internal static Text FromByte(long from) => Book.Say(nameof(FromByte), from);

    internal static Text FromLabel(string file, string url, Text more) => Book.Say(nameof(FromLabel), file, url, more);

    internal static Text FromPhrase => Book[nameof(FromPhrase)];

    internal static Text FromStep(long step) => Book.Say(nameof(FromStep), step);

    internal static Text GateExitWhenValueIsAbove => Book[nameof(GateExitWhenValueIsAbove)];

    internal static Text GateExitWhenValueIsBelow => Book[nameof(GateExitWhenValueIsBelow)];

    internal static Text GiveSeedsOrCountNotBoth => Book[nameof(GiveSeedsOrCountNotBoth)];

    internal static Text GivenUp => Book[nameof(GivenUp)];

    internal static Text Go(string next) => Book.Say(nameof(Go), next);

    internal static Text GoesOnExactlyWhereNewestGood => Book[nameof(GoesOnExactlyWhereNewestGood)];

    internal static Text Good => Book[nameof(Good)];

    internal static Text GoodCheckpoint => Book[nameof(GoodCheckpoint)];

    internal static Text GoodWord => Book[nameof(GoodWord)];

    internal static Text Grey => Book[nameof(Grey)];

    internal static Text GreyWereReadAsColour(long count) => Book.Count(nameof(GreyWereReadAsColour), count);

    internal static Text GridPngFile => Book[nameof(GridPngFile)];

    internal static Text HasNoCheckpointYet(string path) => Book.Say(nameof(HasNoCheckpointYet), path);

    internal static Text HasNoTexts(string name) => Book.Say(nameof(HasNoTexts), name);

    internal static Text HasNoUsableCheckpoint(string path) => Book.Say(nameof(HasNoUsableCheckpoint), path);

    internal static Text HasOneAnswer(string system) => Book.Say(nameof(HasOneAnswer), system);

    internal static Text HeldBack(long held, long count) => Book.Say(nameof(HeldBack), held, count);

    internal static Text Here => Book[nameof(Here)];

    internal static Text HoldsSameSetAlready(string target) => Book.Say(nameof(HoldsSameSetAlready), target);

    internal static Text HowManySamples => Book[nameof(HowManySamples)];

    internal static Text HowPictureBecomesSquare => Book[nameof(HowPictureBecomesSquare)];

    internal static Text Images => Book[nameof(Images)];

    internal static Text ImagesColumn => Book[nameof(ImagesColumn)];

    internal static Text ImagesIn => Book[nameof(ImagesIn)];

    internal static Text ImagesS => Book[nameof(ImagesS)];

    internal static Text InputBesideResult => Book[nameof(InputBesideResult)];

    internal static Text IntervalOfSets => Book[nameof(IntervalOfSets)];

    internal static Text IsAlreadyNameAnotherFile(string target) => Book.Say(nameof(IsAlreadyNameAnotherFile), target);

    internal static Text IsBugOfOurs(string type, string message) => Book.Say(nameof(IsBugOfOurs), type, message);

    internal static Text IsDamagedAndIsNotUsed(string path, string? problem) => Book.Say(nameof(IsDamagedAndIsNotUsed), path, problem);

    internal static Text IsDataHeldAgainstNothing(string data) => Book.Say(nameof(IsDataHeldAgainstNothing), data);

    internal static Text IsDataNoRecipeAndNo(string name, object? line) => Book.Say(nameof(IsDataNoRecipeAndNo), name, line);

    internal static Text IsEmptyNameFileOrFolder(string option) => Book.Say(nameof(IsEmptyNameFileOrFolder), option);

    internal static Text IsGivenTimes(string flag, string key, long count) => Book.Say(nameof(IsGivenTimes), flag, key, count);

    internal static Text IsLeftOut(string bad, Text reason) => Book.Say(nameof(IsLeftOut), bad, reason);

    internal static Text IsNo(Text text, string odd, Text more) => Book.Say(nameof(IsNo), text, odd, more);

    internal static Text IsNoCheck(string name, Text hint, string me) => Book.Say(nameof(IsNoCheck), name, hint, me);

    internal static Text IsNoKnownCode(string text, string me) => Book.Say(nameof(IsNoKnownCode), text, me);

    internal static Text IsNoMetric(string metric, Text where, Text hint) => Book.Say(nameof(IsNoMetric), metric, where, hint);

    internal static Text IsNoRecipe(string name, Text more, string me) => Book.Say(nameof(IsNoRecipe), name, more, me);

    internal static Text IsNoRunYet(string runs, string me) => Book.Say(nameof(IsNoRunYet), runs, me);

    internal static Text IsNoSpace(string name) => Book.Say(nameof(IsNoSpace), name);

    internal static Text IsNoToDownload(string name, Text more, string known) => Book.Say(nameof(IsNoToDownload), name, more, known);

    internal static Text IsNoVerdict(Text text) => Book.Say(nameof(IsNoVerdict), text);

    internal static Text IsNoWorld(string name, Text more, string names) => Book.Say(nameof(IsNoWorld), name, more, names);

    internal static Text IsNotWatchedDoctor(string path, long step, object? value) => Book.Say(nameof(IsNotWatchedDoctor), path, step, value);

    internal static Text IsOneWordTooMany(string odd) => Book.Say(nameof(IsOneWordTooMany), odd);

    internal static Text IsThereAlready(string path) => Book.Say(nameof(IsThereAlready), path);

    internal static Text Joined(Text conventions, Text more, Text more2) => Book.Say(nameof(Joined), conventions, more, more2);

    internal static Text JsonOption => Book[nameof(JsonOption)];

    internal static Text JudgeCheckpointWhoseSamplesCameNearest => Book[nameof(JudgeCheckpointWhoseSamplesCameNearest)];

    internal static Text JudgesAreKept => Book[nameof(JudgesAreKept)];

    internal static Text JudgesRunsSamplesByTruth => Book[nameof(JudgesRunsSamplesByTruth)];

    internal static Text KaggleGivesOnlyToThoseWho => Book[nameof(KaggleGivesOnlyToThoseWho)];

    internal static Text Kinds(long categories) => Book.Say(nameof(Kinds), categories);

    internal static Text LangIsEnOrEs(string language) => Book.Say(nameof(LangIsEnOrEs), language);

    internal static Text LanguageOfMessages => Book[nameof(LanguageOfMessages)];

    internal static Text LearningRate => Book[nameof(LearningRate)];

    internal static Text LeaveOutJudgesSentenceAtEnd => Book[nameof(LeaveOutJudgesSentenceAtEnd)];

    internal static Text Left(string span) => Book.Say(nameof(Left), span);

    internal static Text LeftLabel(string span) => Book.Say(nameof(LeftLabel), span);

    internal static Text LeftOut(string bad, Text reason) => Book.Say(nameof(LeftOut), bad, reason);

    internal static Text LeftSentence(string span) => Book.Say(nameof(LeftSentence), span);

    internal static Text LengthIsTaken(string width, string metric, string space, long count) => Book.Say(nameof(LengthIsTaken), width, metric, space, count);

    internal static Text LibtorchWithCudaSeesNoGpu => Book[nameof(LibtorchWithCudaSeesNoGpu)];

    internal static Text Licence => Book[nameof(Licence)];

    internal static Text ListWordsOfTexts => Book[nameof(ListWordsOfTexts)];

    internal static Text ListsShowsAndRemovesRuns => Book[nameof(ListsShowsAndRemovesRuns)];

    internal static Text ListsVerifiesAndHashesRunsCheckpoints => Book[nameof(ListsVerifiesAndHashesRunsCheckpoints)];

    internal static Text LookForStyleOfPicture => Book[nameof(LookForStyleOfPicture)];

    internal static Text LookedAt => Book[nameof(LookedAt)];

    internal static Text LossDGDRealD(string number, string number2, string number3, string number4) => Book.Say(nameof(LossDGDRealD), number, number2, number3, number4);

    internal static Text LossDGScoreRealFake(string number, string number2, string number3, string number4) => Book.Say(nameof(LossDGScoreRealFake), number, number2, number3, number4);

    internal static Text MISSED => Book[nameof(MISSED)];

    internal static Text MachinesSpeedCouldNotBeMeasured => Book[nameof(MachinesSpeedCouldNotBeMeasured)];

    internal static Text MakesDataWhoseTruthIsKnown => Book[nameof(MakesDataWhoseTruthIsKnown)];

    internal static Text ManyNeedAFolder(string input) => Book.Say(nameof(ManyNeedAFolder), input);

    internal static Text MaskIsOfOneColour(string path) => Book.Say(nameof(MaskIsOfOneColour), path);

    internal static Text MatrixProductOnGpu => Book[nameof(MatrixProductOnGpu)];

    internal static Text MatrixProductX512x512 => Book[nameof(MatrixProductX512x512)];

    internal static Text Mean => Book[nameof(Mean)];

    internal static Text MeasureFewRealStepsSayWhat => Book[nameof(MeasureFewRealStepsSayWhat)];

    internal static Text MeasuredSteps(long measured) => Book.Say(nameof(MeasuredSteps), measured);

    internal static Text MeasuringWhatStepTakesHere => Book[nameof(MeasuringWhatStepTakesHere)];

    internal static Text MemoryDiskTimeImagesS(string memory, string bytes, string time, string speed, string how) => Book.Say(nameof(MemoryDiskTimeImagesS), memory, bytes, time, speed, how);

    internal static Text Met => Book[nameof(Met)];

    internal static Text Metric => Book[nameof(Metric)];

    internal static Text MetricIsEmpty => Book[nameof(MetricIsEmpty)];

    internal static Text MetricsExpectsNamesSuchAsFd(string names) => Book.Say(nameof(MetricsExpectsNamesSuchAsFd), names);

    internal static Text MetricsIsForWhatDrawsSamples(string variant) => Book.Say(nameof(MetricsIsForWhatDrawsSamples), variant);

    internal static Text MixStylesOfSeeds(int most) => Book.Say(nameof(MixStylesOfSeeds), most);

    internal static Text MixTakesSeeds(int most, string text) => Book.Say(nameof(MixTakesSeeds), most, text);

    internal static Text MoreBadPicturesThanAreRefused => Book[nameof(MoreBadPicturesThanAreRefused)];

    internal static Text MoreThanSoManyTimesAs => Book[nameof(MoreThanSoManyTimesAs)];

    internal static Text MoveExactCopiesTooAllBut => Book[nameof(MoveExactCopiesTooAllBut)];

    internal static Text MoveFilesCannotBeUsedInto => Book[nameof(MoveFilesCannotBeUsedInto)];

    internal static Text Moved => Book[nameof(Moved)];

    internal static Text MustHaveItsSize(string path, int width, int height, int otherWidth, int otherHeight) => Book.Say(nameof(MustHaveItsSize), path, width, height, otherWidth, otherHeight);

    internal static Text N(string group, Text key) => Book.Say(nameof(N), group, key);

    internal static Text NearDuplicatesDifferInAtMost => Book[nameof(NearDuplicatesDifferInAtMost)];

    internal static Text NearestTrainingPictures(string path) => Book.Say(nameof(NearestTrainingPictures), path);

    internal static Text Needs => Book[nameof(Needs)];

    internal static Text NeedsArgument(string command, Text argument) => Book.Say(nameof(NeedsArgument), command, argument);

    internal static Text NeedsInput(string option) => Book.Say(nameof(NeedsInput), option);

    internal static Text NeedsNothingElse => Book[nameof(NeedsNothingElse)];

    internal static Text NeedsOne(string command, string choices) => Book.Say(nameof(NeedsOne), command, choices);

    internal static Text NeedsSuch(string system, string option) => Book.Say(nameof(NeedsSuch), system, option);

    internal static Text NeedsValue(string option, string? helpName) => Book.Say(nameof(NeedsValue), option, helpName);

    internal static Text NeedsWishes(string system, string names) => Book.Say(nameof(NeedsWishes), system, names);

    internal static Text New => Book[nameof(New)];

    internal static Text NewestCheckpointStep => Book[nameof(NewestCheckpointStep)];

    internal static Text NoBestCheckpointIsKnown => Book[nameof(NoBestCheckpointIsKnown)];

    internal static Text NoColorOption => Book[nameof(NoColorOption)];

    internal static Text NoExactCopies => Book[nameof(NoExactCopies)];

    internal static Text NoGPU => Book[nameof(NoGPU)];

    internal static Text NoJudgeKnowsTruth(string data) => Book.Say(nameof(NoJudgeKnowsTruth), data);

    internal static Text NoJudgeLeavesOut => Book[nameof(NoJudgeLeavesOut)];

    internal static Text NoLabels => Book[nameof(NoLabels)];

    internal static Text NoPictureCouldBeTranslated(string path, long count) => Book.Say(nameof(NoPictureCouldBeTranslated), path, count);

    internal static Text NoValueMeetsMinAndMax(string key, double bound, double highBound) => Book.Say(nameof(NoValueMeetsMinAndMax), key, bound, highBound);

    internal static Text NotBoth => Book[nameof(NotBoth)];

    internal static Text NotDoneHereYet => Book[nameof(NotDoneHereYet)];

    internal static Text Note => Book[nameof(Note)];

    internal static Text NothingFoundIsNoProof => Book[nameof(NothingFoundIsNoProof)];

    internal static Text NothingHadToBeMoved => Book[nameof(NothingHadToBeMoved)];

    internal static Text NothingMeasuredYet => Book[nameof(NothingMeasuredYet)];

    internal static Text NothingWritten => Book[nameof(NothingWritten)];

    internal static Text NpyFileSamplesWouldHoldMore(long count, long mostNpy, string source) => Book.Say(nameof(NpyFileSamplesWouldHoldMore), count, mostNpy, source);

    internal static Text NpyHoldsAlone(string file, string held, string left) => Book.Say(nameof(NpyHoldsAlone), file, held, left);

    internal static Text NumberDecidesByDefaultFirstAll => Book[nameof(NumberDecidesByDefaultFirstAll)];

    internal static Text NumbersAndContactSheetOfAny => Book[nameof(NumbersAndContactSheetOfAny)];

    internal static Text NumbersOfProducts => Book[nameof(NumbersOfProducts)];

    internal static Text NumbersWithTheirProtocolAndWhat(string names) => Book.Say(nameof(NumbersWithTheirProtocolAndWhat), names);

    internal static Text ONamesPNGSuchAsSheet(string output) => Book.Say(nameof(ONamesPNGSuchAsSheet), output);

    internal static Text ONamesPng(string path) => Book.Say(nameof(ONamesPng), path);

    internal static Text Of(string target, Text samples, string schema, string bytes, Text more) => Book.Say(nameof(Of), target, samples, schema, bytes, more);

    internal static Text OfChecksPassed(long checks, long checksCount) => Book.Say(nameof(OfChecksPassed), checks, checksCount);

    internal static Text OfLabel(string source, Text more, string schema, Text more2) => Book.Say(nameof(OfLabel), source, more, schema, more2);

    internal static Text OfReconstructionsMetricsSsimPsnr => Book[nameof(OfReconstructionsMetricsSsimPsnr)];

    internal static Text OfThem(long shown, string output) => Book.Say(nameof(OfThem), shown, output);

    internal static Text OfThemFromPackingCutOff(long resumed) => Book.Say(nameof(OfThemFromPackingCutOff), resumed);

    internal static Text OfTheseData => Book[nameof(OfTheseData)];

    internal static Text OfThisRun => Book[nameof(OfThisRun)];

    internal static Text OfWord => Book[nameof(OfWord)];

    internal static Text OnGpuOnlyKernelsThatRepeat => Book[nameof(OnGpuOnlyKernelsThatRepeat)];

    internal static Text OneClass(object? one) => Book.Say(nameof(OneClass), one);

    internal static Text OneColumnForEachClass(string classes) => Book.Say(nameof(OneColumnForEachClass), classes);

    internal static Text OneColumnForEachClassLeft(string columns) => Book.Say(nameof(OneColumnForEachClassLeft), columns);

    internal static Text OneDnnErrs => Book[nameof(OneDnnErrs)];

    internal static Text OneRecipeOrSystemWithAll => Book[nameof(OneRecipeOrSystemWithAll)];

    internal static Text OneRunVerdictTimePageState => Book[nameof(OneRunVerdictTimePageState)];

    internal static Text OneSHAOverCompleteTrainingState => Book[nameof(OneSHAOverCompleteTrainingState)];

    internal static Text OnlySamplesOfClassByName => Book[nameof(OnlySamplesOfClassByName)];

    internal static Text Option => Book[nameof(Option)];

    internal static Text OptionsSetNAMEVALUE => Book[nameof(OptionsSetNAMEVALUE)];

    internal static Text OrJudge(object? evaluate) => Book.Say(nameof(OrJudge), evaluate);

    internal static Text OrTrain(object? more) => Book.Say(nameof(OrTrain), more);

    internal static Text OutOfMemory(string message) => Book.Say(nameof(OutOfMemory), message);

    internal static Text OutputIsInsideInput(string output, string input) => Book.Say(nameof(OutputIsInsideInput), output, input);

    internal static Text OverwriteWhatIsThere => Book[nameof(OverwriteWhatIsThere)];

    internal static Text PATHIsEmpty => Book[nameof(PATHIsEmpty)];

    internal static Text Pack => Book[nameof(Pack)];

    internal static Text PackedSetNAMESIZE => Book[nameof(PackedSetNAMESIZE)];

    internal static Text PacksGreyColour => Book[nameof(PacksGreyColour)];

    internal static Text Page => Book[nameof(Page)];

    internal static Text PageByDefaultOneInRuns => Book[nameof(PageByDefaultOneInRuns)];

    internal static Text PageByDefaultReport => Book[nameof(PageByDefaultReport)];

    internal static Text PartTwoNeverShareSample => Book[nameof(PartTwoNeverShareSample)];

    internal static Text Parts => Book[nameof(Parts)];

    internal static Text Passed => Book[nameof(Passed)];

    internal static Text PictureCannotBeRead(string file, string reason) => Book.Say(nameof(PictureCannotBeRead), file, reason);

    internal static Text PictureIsProjected(double distance, double ofMean, string path) => Book.Say(nameof(PictureIsProjected), distance, ofMean, path);

    internal static Text PictureToPaste => Book[nameof(PictureToPaste)];

    internal static Text PictureWasResized(string file, string size, object? schema) => Book.Say(nameof(PictureWasResized), file, size, schema);

    internal static Text PictureWhoseSmallerSideIsBelow => Book[nameof(PictureWhoseSmallerSideIsBelow)];

    internal static Text Pictures => Book[nameof(Pictures)];

    internal static Text PicturesSamplesEachSampleBesideReconstruction(string folder) => Book.Say(nameof(PicturesSamplesEachSampleBesideReconstruction), folder);

    internal static Text PicturesSamplesTimeline(string folder) => Book.Say(nameof(PicturesSamplesTimeline), folder);

    internal static Text PicturesToTranslate => Book[nameof(PicturesToTranslate)];

    internal static Text PicturesWereTranslated(long count, long step, string path) => Book.Count(nameof(PicturesWereTranslated), count, step, path);

    internal static Text PlanCanBeChanged => Book[nameof(PlanCanBeChanged)];

    internal static Text PlanLooking => Book[nameof(PlanLooking)];

    internal static Text PlanNeedsData(string me) => Book.Say(nameof(PlanNeedsData), me);

    internal static Text PlanOrigin => Book[nameof(PlanOrigin)];

    internal static Text PlotOfThem(string output) => Book.Say(nameof(PlotOfThem), output);

    internal static Text PointsCoordinates(long values) => Book.Say(nameof(PointsCoordinates), values);

    internal static Text PointsGoInto => Book[nameof(PointsGoInto)];

    internal static Text PrintsScriptCompletesCommandsOptions => Book[nameof(PrintsScriptCompletesCommandsOptions)];

    internal static Text PromptHasUnknownWords(Text words, string data) => Book.Say(nameof(PromptHasUnknownWords), words, data);

    internal static Text PromptIsEmpty => Book[nameof(PromptIsEmpty)];

    internal static Text PromptIsTooLong(long count, long most) => Book.Say(nameof(PromptIsTooLong), count, most);

    internal static Text PromptSentence => Book[nameof(PromptSentence)];

    internal static Text PutsRunsSideBySide => Book[nameof(PutsRunsSideBySide)];

    internal static Text QuarantineDuplicatesGoesWithQuarantineDIR => Book[nameof(QuarantineDuplicatesGoesWithQuarantineDIR)];

    internal static Text QuietOption => Book[nameof(QuietOption)];

    internal static Text RareRecall => Book[nameof(RareRecall)];

    internal static Text RealData => Book[nameof(RealData)];

    internal static Text RealDataIsOthersOf(string against) => Book.Say(nameof(RealDataIsOthersOf), against);

    internal static Text RealDataWord => Book[nameof(RealDataWord)];

    internal static Text RealSamplesAreTrainingSamples => Book[nameof(RealSamplesAreTrainingSamples)];

    internal static Text ReallyRemove => Book[nameof(ReallyRemove)];

    internal static Text RecipeAdversaRecipesRecipeFile => Book[nameof(RecipeAdversaRecipesRecipeFile)];

    internal static Text RecipeOrSystem => Book[nameof(RecipeOrSystem)];

    internal static Text RecipesAdversaTrainNAME => Book[nameof(RecipesAdversaTrainNAME)];

    internal static Text RecipesAreSame => Book[nameof(RecipesAreSame)];

    internal static Text RecipesDiffer => Book[nameof(RecipesDiffer)];

    internal static Text Removed(string path) => Book.Say(nameof(Removed), path);

    internal static Text RemovesRunWithAllCheckpoints => Book[nameof(RemovesRunWithAllCheckpoints)];

    internal static Text RemovesWithAllCheckpoints(string path, string me, string quote) => Book.Say(nameof(RemovesWithAllCheckpoints), path, me, quote);

    internal static Text ReplaceFileWhen => Book[nameof(ReplaceFileWhen)];

    internal static Text Report(string page) => Book.Say(nameof(Report), page);

    internal static Text ReportLabel(string page) => Book.Say(nameof(ReportLabel), page);

    internal static Text ResultsAre(string ending, string path) => Book.Say(nameof(ResultsAre), ending, path);

    internal static Text RoundsOfTurnsToTrain => Book[nameof(RoundsOfTurnsToTrain)];

    internal static Text RunColumn => Book[nameof(RunColumn)];

    internal static Text RunFolderBeginningOfName => Book[nameof(RunFolderBeginningOfName)];

    internal static Text RunIsDone(long round, object? more) => Book.Say(nameof(RunIsDone), round, more);

    internal static Text RunLine => Book[nameof(RunLine)];

    internal static Text RunNotWatched(long step) => Book.Say(nameof(RunNotWatched), step);

    internal static Text RunOrDataToJudge => Book[nameof(RunOrDataToJudge)];

    internal static Text RunPlaceholder => Book[nameof(RunPlaceholder)];

    internal static Text RunToDiagnose => Book[nameof(RunToDiagnose)];

    internal static Text RunWhoseWeightsToBegin => Book[nameof(RunWhoseWeightsToBegin)];

    internal static Text Running => Book[nameof(Running)];

    internal static Text RunsFolderByDefaultNewOne => Book[nameof(RunsFolderByDefaultNewOne)];

    internal static Text RunsSystemsOwnProofAndControl => Book[nameof(RunsSystemsOwnProofAndControl)];

    internal static Text SPECIsEmpty => Book[nameof(SPECIsEmpty)];

    internal static Text SPECIsEmptyOr => Book[nameof(SPECIsEmptyOr)];

    internal static Text SameExitIfAnythingIsBad => Book[nameof(SameExitIfAnythingIsBad)];

    internal static Text Samples(long count) => Book.Count(nameof(Samples), count);

    internal static Text SamplesAre(long count, string target) => Book.Count(nameof(SamplesAre), count, target);

    internal static Text SamplesCameNearestToData(long bestStep) => Book.Say(nameof(SamplesCameNearestToData), bestStep);

    internal static Text SamplesLabel(long report, string trained) => Book.Say(nameof(SamplesLabel), report, trained);

    internal static Text SamplesOfEachClassAfterFilling => Book[nameof(SamplesOfEachClassAfterFilling)];

    internal static Text SamplesOfSeeds(string trained) => Book.Say(nameof(SamplesOfSeeds), trained);

    internal static Text SamplesOfStep(long list, long step, string written) => Book.Say(nameof(SamplesOfStep), list, step, written);

    internal static Text SamplesTakeSeveralSheetsTakesOne(long seeds, string path, long most) => Book.Say(nameof(SamplesTakeSeveralSheetsTakesOne), seeds, path, most);

    internal static Text SamplesToJudge => Book[nameof(SamplesToJudge)];

    internal static Text SamplesTrained(long train) => Book.Say(nameof(SamplesTrained), train);

    internal static Text SamplesWord => Book[nameof(SamplesWord)];

    internal static Text SayWhatWouldBeTrainedWrite => Book[nameof(SayWhatWouldBeTrainedWrite)];

    internal static Text SaysVersion => Book[nameof(SaysVersion)];

    internal static Text SaysWhatIsInFolder => Book[nameof(SaysWhatIsInFolder)];

    internal static Text SaysWhereThey => Book[nameof(SaysWhereThey)];

    internal static Text SaysWhetherRunsSamplesHelpClassifier => Book[nameof(SaysWhetherRunsSamplesHelpClassifier)];

    internal static Text ScoresDRealAndDFake => Book[nameof(ScoresDRealAndDFake)];

    internal static Text SecondSignalLeavesAtOnceWithout => Book[nameof(SecondSignalLeavesAtOnceWithout)];

    internal static Text SeeHelp(string path) => Book.Say(nameof(SeeHelp), path);

    internal static Text Seed => Book[nameof(Seed)];

    internal static Text SeedOfEveryTraining => Book[nameof(SeedOfEveryTraining)];

    internal static Text SeedsAreMixed(int seeds, long step, int at, int resolutions, string path) => Book.Say(nameof(SeedsAreMixed), seeds, step, at, resolutions, path);

    internal static Text SeedsExpectsNumbersAndRangesSuch(long mostSeeds, string text) => Book.Say(nameof(SeedsExpectsNumbersAndRangesSuch), mostSeeds, text);

    internal static Text SeedsSuchAs => Book[nameof(SeedsSuchAs)];

    internal static Text SelfTestConvolutionsGradientMatchesFinite => Book[nameof(SelfTestConvolutionsGradientMatchesFinite)];

    internal static Text SetExpectsKeyValueSuchAs(string pair) => Book.Say(nameof(SetExpectsKeyValueSuchAs), pair);

    internal static Text SetKnowsNo(string key, Text more, string me) => Book.Say(nameof(SetKnowsNo), key, more, me);

    internal static Text SetsAreCompared(string data, long judged, string against, long real, string shape, Text more) => Book.Say(nameof(SetsAreCompared), data, judged, against, real, shape, more);

    internal static Text ShareOfSamplesThatIsHeldBack => Book[nameof(ShareOfSamplesThatIsHeldBack)];

    internal static Text ShowChecksWithTheirNewestVerdicts => Book[nameof(ShowChecksWithTheirNewestVerdicts)];

    internal static Text ShowsHowCommandIsUsed => Book[nameof(ShowsHowCommandIsUsed)];

    internal static Text SideOfPackedPicturesInPixels => Book[nameof(SideOfPackedPicturesInPixels)];

    internal static Text SideOfPicturesInPixels => Book[nameof(SideOfPicturesInPixels)];

    internal static Text SideOfPicturesInPixelsWorlds => Book[nameof(SideOfPicturesInPixelsWorlds)];

    internal static Text SideToWhichBothAreBrought => Book[nameof(SideToWhichBothAreBrought)];

    internal static Text SidesExpectsLOWHIGHSuchAs(string range) => Book.Say(nameof(SidesExpectsLOWHIGHSuchAs), range);

    internal static Text SidesExpectsShorterSideFirst(string range) => Book.Say(nameof(SidesExpectsShorterSideFirst), range);

    internal static Text SignInReadAndAccept => Book[nameof(SignInReadAndAccept)];

    internal static Text SizeIsOfTwoSets => Book[nameof(SizeIsOfTwoSets)];

    internal static Text Sizes => Book[nameof(Sizes)];

    internal static Text SlowIsLibopenblas0PthreadInstalled => Book[nameof(SlowIsLibopenblas0PthreadInstalled)];

    internal static Text SoManySamplesFromSeed => Book[nameof(SoManySamplesFromSeed)];

    internal static Text SpaceGoesWithMetricsSuchAs => Book[nameof(SpaceGoesWithMetricsSuchAs)];

    internal static Text Spec => Book[nameof(Spec)];

    internal static Text SplitIsTrainOrTest(string text) => Book.Say(nameof(SplitIsTrainOrTest), text);

    internal static Text StandsTimesGiveOnce(string option, long tokens) => Book.Say(nameof(StandsTimesGiveOnce), option, tokens);

    internal static Text Start(object? start) => Book.Say(nameof(Start), start);

    internal static Text StartOne(string start) => Book.Say(nameof(StartOne), start);

    internal static Text State => Book[nameof(State)];

    internal static Text StateColumn => Book[nameof(StateColumn)];

    internal static Text StaysWhere(string name, Text reason) => Book.Say(nameof(StaysWhere), name, reason);

    internal static Text Step => Book[nameof(Step)];

    internal static Text StepBackToStep(object? treatment, object? treatment2) => Book.Say(nameof(StepBackToStep), treatment, treatment2);

    internal static Text StepColumn => Book[nameof(StepColumn)];

    internal static Text StepMoreExplain(long step, Text finding, Text remedy, string me, string code) => Book.Say(nameof(StepMoreExplain), step, finding, remedy, me, code);

    internal static Text Steps(long steps) => Book.Say(nameof(Steps), steps);

    internal static Text StepsBetweenCheckpoints => Book[nameof(StepsBetweenCheckpoints)];

    internal static Text StepsBetweenPictures => Book[nameof(StepsBetweenPictures)];

    internal static Text StepsLabel(long steps) => Book.Say(nameof(StepsLabel), steps);

    internal static Text StepsWord => Book[nameof(StepsWord)];

    internal static Text StopAfterSoManyMinutes => Book[nameof(StopAfterSoManyMinutes)];

    internal static Text StopOnceSamplesHaveLongWorse => Book[nameof(StopOnceSamplesHaveLongWorse)];

    internal static Text Stopped => Book[nameof(Stopped)];

    internal static Text StoppedBeforeRunBegan => Book[nameof(StoppedBeforeRunBegan)];

    internal static Text StoppedLabel => Book[nameof(StoppedLabel)];

    internal static Text StoppedNothingKept => Book[nameof(StoppedNothingKept)];

    internal static Text StoppedWhatCameIsKept(string again) => Book.Say(nameof(StoppedWhatCameIsKept), again);

    internal static Text StoppedWhatIsDoneIsKept => Book[nameof(StoppedWhatIsDoneIsKept)];

    internal static Text StoppingAfterSoFarStep(string doing, long step) => Book.Say(nameof(StoppingAfterSoFarStep), doing, step);

    internal static Text StudyFileSystemsSeedsBudget => Book[nameof(StudyFileSystemsSeedsBudget)];

    internal static Text StudysFolderByDefaultRunsStudies => Book[nameof(StudysFolderByDefaultRunsStudies)];

    internal static Text StylesNearerToMean => Book[nameof(StylesNearerToMean)];

    internal static Text StylesOrSamples(string option) => Book.Say(nameof(StylesOrSamples), option);

    internal static Text SuchAsADV2011 => Book[nameof(SuchAsADV2011)];

    internal static Text System => Book[nameof(System)];

    internal static Text SystemHasNoStyles(string variant, string others) => Book.Say(nameof(SystemHasNoStyles), variant, others);

    internal static Text SystemParameters(string variant, string data, string schema, string parameters) => Book.Say(nameof(SystemParameters), variant, data, schema, parameters);

    internal static Text SystemSuchAsGanOrOne => Book[nameof(SystemSuchAsGanOrOne)];

    internal static Text SystemsAdversaTrainNAMEDataSPEC => Book[nameof(SystemsAdversaTrainNAMEDataSPEC)];

    internal static Text Table => Book[nameof(Table)];

    internal static Text TakesFewerViews(string system, long most, string path, long count) => Book.Say(nameof(TakesFewerViews), system, most, path, count);

    internal static Text TakesNoClass(string system) => Book.Say(nameof(TakesNoClass), system);

    internal static Text TakesNoPrompt(string system, string others) => Book.Say(nameof(TakesNoPrompt), system, others);

    internal static Text TakesNoSuch(string system, string option) => Book.Say(nameof(TakesNoSuch), system, option);

    internal static Text TcmallocIsNotLoaded => Book[nameof(TcmallocIsNotLoaded)];

    internal static Text TestPartFoundBesideOther => Book[nameof(TestPartFoundBesideOther)];

    internal static Text ThreadsCores(long threads, long processorCount) => Book.Say(nameof(ThreadsCores), threads, processorCount);

    internal static Text ThreadsDrawAllCoresByDefault => Book[nameof(ThreadsDrawAllCoresByDefault)];

    internal static Text ThreadsOfOneOperation => Book[nameof(ThreadsOfOneOperation)];

    internal static Text Time => Book[nameof(Time)];

    internal static Text TimesAreEstimates(double times, string me) => Book.Say(nameof(TimesAreEstimates), times, me);

    internal static Text To => Book[nameof(To)];

    internal static Text ToGoesWithSetIsDownloaded(string names) => Book.Say(nameof(ToGoesWithSetIsDownloaded), names);

    internal static Text ToLook => Book[nameof(ToLook)];

    internal static Text ToStep(long steps) => Book.Say(nameof(ToStep), steps);

    internal static Text TooEarlyForJudgeUnderSteps(long tooEarly, object? evaluate) => Book.Say(nameof(TooEarlyForJudgeUnderSteps), tooEarly, evaluate);

    internal static Text TooFewForRealData(string against, long needed) => Book.Say(nameof(TooFewForRealData), against, needed);

    internal static Text Train(object? train) => Book.Say(nameof(Train), train);

    internal static Text TrainLabel => Book[nameof(TrainLabel)];

    internal static Text TrainUpToStepInstead => Book[nameof(TrainUpToStepInstead)];

    internal static Text TrainedOn => Book[nameof(TrainedOn)];

    internal static Text TrainingBatchSeedCPU(Text more, string until, string batch, long seed, long threads) => Book.Say(nameof(TrainingBatchSeedCPU), more, until, batch, seed, threads);

    internal static Text TrainingFailed => Book[nameof(TrainingFailed)];

    internal static Text TrainingJudgeForDataOnce => Book[nameof(TrainingJudgeForDataOnce)];

    internal static Text TrainingPart => Book[nameof(TrainingPart)];

    internal static Text TrainingSmallClassifiersOnReal => Book[nameof(TrainingSmallClassifiersOnReal)];

    internal static Text TrainsSystemAndKeepsEverything => Book[nameof(TrainsSystemAndKeepsEverything)];

    internal static Text TranslatesNoPictures(string system) => Book.Say(nameof(TranslatesNoPictures), system);

    internal static Text TranslatesOneWay(string system) => Book.Say(nameof(TranslatesOneWay), system);

    internal static Text TryNext(object? sample) => Book.Say(nameof(TryNext), sample);

    internal static Text TwoOrMoreRuns => Book[nameof(TwoOrMoreRuns)];

    internal static Text TwoWouldHaveOneName(string first, string second, string name) => Book.Say(nameof(TwoWouldHaveOneName), first, second, name);

    internal static Text Update(string toUpperInvariant) => Book.Say(nameof(Update), toUpperInvariant);

    internal static Text Value => Book[nameof(Value)];

    internal static Text Varied => Book[nameof(Varied)];

    internal static Text VaryPicturesEachTime(string parts) => Book.Say(nameof(VaryPicturesEachTime), parts);

    internal static Text VectorsChecksMetrics(string me, string folder) => Book.Say(nameof(VectorsChecksMetrics), me, folder);

    internal static Text VerboseOption => Book[nameof(VerboseOption)];

    internal static Text Verdict => Book[nameof(Verdict)];

    internal static Text Verified(string file) => Book.Say(nameof(Verified), file);

    internal static Text Warning => Book[nameof(Warning)];

    internal static Text WeightsAreTaken(string from, long taken, long all) => Book.Say(nameof(WeightsAreTaken), from, taken, all);

    internal static Text WereResizedTo(long count, int width, int height) => Book.Count(nameof(WereResizedTo), count, width, height);

    internal static Text WhatCanBeTrained => Book[nameof(WhatCanBeTrained)];

    internal static Text WhatDataIsComparedWith => Book[nameof(WhatDataIsComparedWith)];

    internal static Text WhatDataTakes => Book[nameof(WhatDataTakes)];

    internal static Text WhatErrorOrWarningCodeMeans => Book[nameof(WhatErrorOrWarningCodeMeans)];

    internal static Text WhatIsAndWhetherIsGood => Book[nameof(WhatIsAndWhetherIsGood)];

    internal static Text WhatMeasuredIsNotKept(string path, Text trouble) => Book.Say(nameof(WhatMeasuredIsNotKept), path, trouble);

    internal static Text WhatShallLearn(string variant) => Book.Say(nameof(WhatShallLearn), variant);

    internal static Text WhatShowsThroughTransparentPixels => Book[nameof(WhatShowsThroughTransparentPixels)];

    internal static Text WhatToLearn(string names) => Book.Say(nameof(WhatToLearn), names);

    internal static Text WhereDataOfRunLiesNow => Book[nameof(WhereDataOfRunLiesNow)];

    internal static Text WhereMeasured(string time) => Book.Say(nameof(WhereMeasured), time);

    internal static Text WhereMixedStylesChange => Book[nameof(WhereMixedStylesChange)];

    internal static Text WhereRunsAndResultsAreKept => Book[nameof(WhereRunsAndResultsAreKept)];

    internal static Text WhetherSomebodyWatchesForCollapse => Book[nameof(WhetherSomebodyWatchesForCollapse)];

    internal static Text WhichWayToTranslate => Book[nameof(WhichWayToTranslate)];

    internal static Text WhitePartOfMask => Book[nameof(WhitePartOfMask)];

    internal static Text WholeSet => Book[nameof(WholeSet)];

    internal static Text WithDataOtherDataToo => Book[nameof(WithDataOtherDataToo)];

    internal static Text WithMetricsAsSYSTEM => Book[nameof(WithMetricsAsSYSTEM)];

    internal static Text WithMetricsOwnByDefaultPixels => Book[nameof(WithMetricsOwnByDefaultPixels)];

    internal static Text WordNearest(string word, string near) => Book.Say(nameof(WordNearest), word, near);

    internal static Text World(string names) => Book.Say(nameof(World), names);

    internal static Text WouldTrainBatch(string variant, string preset, string data, string schema, string steps, long batch) => Book.Say(nameof(WouldTrainBatch), variant, preset, data, schema, steps, batch);

    internal static Text WriteContactSheetToPNG => Book[nameof(WriteContactSheetToPNG)];

    internal static Text WritePageWithPicturesOfEverything => Book[nameof(WritePageWithPicturesOfEverything)];

    internal static Text WritesOnePng(string option, string path) => Book.Say(nameof(WritesOnePng), option, path);

    internal static Text WritesRunsPage => Book[nameof(WritesRunsPage)];

    internal static Text YesIn => Book[nameof(YesIn)];
}
