namespace Adversa.Data;

/// <summary>What Adversa.Data says; the sentences stand in Words.resx and Words.es.resx.</summary>
internal static class Words
{
    private static readonly Phrasebook Book = new(typeof(Words));

    internal static Text AllPicturesLieIsNamedLike(long root, string path) => Book.Say(nameof(AllPicturesLieIsNamedLike), root, path);

    internal static Text AreBad => Book[nameof(AreBad)];

    internal static Text AreNamedLikePartsLiesBeside(string folders, string outside) => Book.Say(nameof(AreNamedLikePartsLiesBeside), folders, outside);

    internal static Text AreRead(string used) => Book.Say(nameof(AreRead), used);

    internal static Text ArrayDiffersFromHash(string name) => Book.Say(nameof(ArrayDiffersFromHash), name);

    internal static Text ArrayIs(string name, string dType, string shape) => Book.Say(nameof(ArrayIs), name, dType, shape);

    internal static Text ArrayIsMissing(string name) => Book.Say(nameof(ArrayIsMissing), name);

    internal static Text BadFilesLeftOutSuchAs(long count, string example) => Book.Count(nameof(BadFilesLeftOutSuchAs), count, example);

    internal static Text BlocksOfSamplesHaveHashes(long blocks, long blockHashes) => Book.Say(nameof(BlocksOfSamplesHaveHashes), blocks, blockHashes);

    internal static Text BothCollections(string spec) => Book.Say(nameof(BothCollections), spec);

    internal static Text BringItFirst(string command) => Book.Say(nameof(BringItFirst), command);

    internal static Text CanBeReadInTwoWays(string path, Text why, Text more, string test, string spec, string classes, string spec2, Text more2) => Book.Say(nameof(CanBeReadInTwoWays), path, why, more, test, spec, classes, spec2, more2);

    internal static Text CannotBeRead(string path, Text trouble) => Book.Say(nameof(CannotBeRead), path, trouble);

    internal static Text CannotBeReadAnyMore => Book[nameof(CannotBeReadAnyMore)];

    internal static Text CannotBeWritten(string path, Text trouble) => Book.Say(nameof(CannotBeWritten), path, trouble);

    internal static Text CaptionIsEmpty(string file) => Book.Say(nameof(CaptionIsEmpty), file);

    internal static Text CaptionsAreLongerThanWords(long count, long mostWords) => Book.Count(nameof(CaptionsAreLongerThanWords), count, mostWords);

    internal static Text CaptionsNameNoPicture(long count, string from, string astray) => Book.Count(nameof(CaptionsNameNoPicture), count, from, astray);

    internal static Text CaptionsWordsAtMostDifferentOnes(long captions, string from, long size, long vocabulary) => Book.Say(nameof(CaptionsWordsAtMostDifferentOnes), captions, from, size, vocabulary);

    internal static Text CheckpointsDataPosition(long position) => Book.Say(nameof(CheckpointsDataPosition), position);

    internal static Text ClassesAreFolders(string names, string within, string names2) => Book.Say(nameof(ClassesAreFolders), names, within, names2);

    internal static Text CollectionsAreTheSame(string name) => Book.Say(nameof(CollectionsAreTheSame), name);

    internal static Text ColumnHasMoreThanDifferentTexts(string fileName, string name, long mostKinds) => Book.Say(nameof(ColumnHasMoreThanDifferentTexts), fileName, name, mostKinds);

    internal static Text ColumnNamesNoTwoPartsHolds(string name, string fileName, string files) => Book.Say(nameof(ColumnNamesNoTwoPartsHolds), name, fileName, files);

    internal static Text ComposedWhenPrepared(string source) => Book.Say(nameof(ComposedWhenPrepared), source);

    internal static Text ContentIsNoPicture => Book[nameof(ContentIsNoPicture)];

    internal static Text CouldNotBeReadBeforeRun => Book[nameof(CouldNotBeReadBeforeRun)];

    internal static Text DescribesNoneOfPictures(string shown) => Book.Say(nameof(DescribesNoneOfPictures), shown);

    internal static Text DidYouMean(string name) => Book.Say(nameof(DidYouMean), name);

    internal static Text ElementIsNotFinite(long i, long i2, double value) => Book.Say(nameof(ElementIsNotFinite), i, i2, value);

    internal static Text FirstTakesSamplesOfOneCollection(long first) => Book.Say(nameof(FirstTakesSamplesOfOneCollection), first);

    internal static Text FoldersAreFoldsOfCrossValidation(string folders) => Book.Say(nameof(FoldersAreFoldsOfCrossValidation), folders);

    internal static Text FoldersButNoClasses(long count, long folders, string astray) => Book.Count(nameof(FoldersButNoClasses), count, folders, astray);

    internal static Text HasBecomeShorterWhileBeingRead => Book[nameof(HasBecomeShorterWhileBeingRead)];

    internal static Text HasBytesIsNoWholeNumber(long bytes, long row) => Book.Say(nameof(HasBytesIsNoWholeNumber), bytes, row);

    internal static Text HasHasTwoCollectionsMust(string given, object? drawn, string made, object? schemaDrawn) => Book.Say(nameof(HasHasTwoCollectionsMust), given, drawn, made, schemaDrawn);

    internal static Text HasNoLabels(string tree, string unused, string known) => Book.Say(nameof(HasNoLabels), tree, unused, known);

    internal static Text HasNoMaskOtherPicturesHave(string shown) => Book.Say(nameof(HasNoMaskOtherPicturesHave), shown);

    internal static Text HasNoOtherRowsHave(string file, string name) => Book.Say(nameof(HasNoOtherRowsHave), file, name);

    internal static Text HasNoPairsToSwap(string name) => Book.Say(nameof(HasNoPairsToSwap), name);

    internal static Text HasNoSampleClassesSuchAs(string name, long lacking, long classes, string classNames) => Book.Say(nameof(HasNoSampleClassesSuchAs), name, lacking, classes, classNames);

    internal static Text HasNoTransparentPictures(string spec) => Book.Say(nameof(HasNoTransparentPictures), spec);

    internal static Text HasRowAlreadyInLine(string file, long line) => Book.Say(nameof(HasRowAlreadyInLine), file, line);

    internal static Text HasTooFewLabelledSamples(string source, long skip) => Book.Say(nameof(HasTooFewLabelledSamples), source, skip);

    internal static Text HasWantsMoreThan(string samples, Text samples2, string name, long first) => Book.Say(nameof(HasWantsMoreThan), samples, samples2, name, first);

    internal static Text HoldsAndNoTrainingPart(string path, string folders, string spec) => Book.Say(nameof(HoldsAndNoTrainingPart), path, folders, spec);

    internal static Text HoldsArchivesUnpackThemFirst(string names) => Book.Say(nameof(HoldsArchivesUnpackThemFirst), names);

    internal static Text HoldsAtLeastAreNeeded(string source, Text samples, long worldSize) => Book.Say(nameof(HoldsAtLeastAreNeeded), source, samples, worldSize);

    internal static Text HoldsDataCanBeOpenedItself(string names, string data) => Book.Say(nameof(HoldsDataCanBeOpenedItself), names, data);

    internal static Text HoldsFewerThanBatch(string source, Text samples, long asked, long given) => Book.Say(nameof(HoldsFewerThanBatch), source, samples, asked, given);

    internal static Text HoldsLabelsThatDoNotFit(string images, Text pictures, string labels, Text labels2) => Book.Say(nameof(HoldsLabelsThatDoNotFit), images, pictures, labels, labels2);

    internal static Text HoldsNoArrayToTest(string path, string testSamples) => Book.Say(nameof(HoldsNoArrayToTest), path, testSamples);

    internal static Text HoldsNoBatchOfCIFAR(string path, Text more) => Book.Say(nameof(HoldsNoBatchOfCIFAR), path, more);

    internal static Text HoldsNoFoldersNamedLikeTrain(string path) => Book.Say(nameof(HoldsNoFoldersNamedLikeTrain), path);

    internal static Text HoldsNoImagesIdx3Ubyte(string path, string prefix) => Book.Say(nameof(HoldsNoImagesIdx3Ubyte), path, prefix);

    internal static Text HoldsNoPicture(string path, string counts, Text instead, Text notes) => Book.Say(nameof(HoldsNoPicture), path, counts, instead, notes);

    internal static Text HoldsNoSample(string path, string shape) => Book.Say(nameof(HoldsNoSample), path, shape);

    internal static Text HoldsNoTwoCollections(string specs) => Book.Say(nameof(HoldsNoTwoCollections), specs);

    internal static Text HoldsPicturesAndMnist(string path, Text pictures, string picturesName, string folder, string kind, string idx) => Book.Say(nameof(HoldsPicturesAndMnist), path, pictures, picturesName, folder, kind, idx);

    internal static Text HoldsSetsInMNISTsFormat(string path, long sets, string names, Text more) => Book.Say(nameof(HoldsSetsInMNISTsFormat), path, sets, names, more);

    internal static Text HoldsTwoCollectionsWithoutPairs(string folders) => Book.Say(nameof(HoldsTwoCollectionsWithoutPairs), folders);

    internal static Text HoldsWrongArrays(string files, string trainSamples) => Book.Say(nameof(HoldsWrongArrays), files, trainSamples);

    internal static Text InTestPart(string train, Text e) => Book.Say(nameof(InTestPart), train, e);

    internal static Text InTwoFolders => Book[nameof(InTwoFolders)];

    internal static Text IsAnArchiveNotRead(string path, string other) => Book.Say(nameof(IsAnArchiveNotRead), path, other);

    internal static Text IsAnArchiveNotReadA(string path, string other) => Book.Say(nameof(IsAnArchiveNotReadA), path, other);

    internal static Text IsButPicturesAreGrey(string name, string value) => Book.Say(nameof(IsButPicturesAreGrey), name, value);

    internal static Text IsButSamplesArePoints(string name, string value) => Book.Say(nameof(IsButSamplesArePoints), name, value);

    internal static Text IsInGzipIsNotRead(string path, Text found) => Book.Say(nameof(IsInGzipIsNotRead), path, found);

    internal static Text IsNeitherFolderNorZipTar(string path) => Book.Say(nameof(IsNeitherFolderNorZipTar), path);

    internal static Text IsNoDictionaryWithDataByte => Book[nameof(IsNoDictionaryWithDataByte)];

    internal static Text IsNoSoundBatchOfCIFAR(string name, Text text) => Book.Say(nameof(IsNoSoundBatchOfCIFAR), name, text);

    internal static Text IsNoSoundPackedSet(string path, Text text) => Book.Say(nameof(IsNoSoundPackedSet), path, text);

    internal static Text IsNotUTF => Book[nameof(IsNotUTF)];

    internal static Text IsOfNoKindIsRead(string path, string kinds) => Book.Say(nameof(IsOfNoKindIsRead), path, kinds);

    internal static Text IsRead(string used) => Book.Say(nameof(IsRead), used);

    internal static Text IsSafetensorsFileButNoPacked(string path, string key) => Book.Say(nameof(IsSafetensorsFileButNoPacked), path, key);

    internal static Text IsTestPartOrClass(string tests) => Book.Say(nameof(IsTestPartOrClass), tests);

    internal static Text LabelIsNoWholeNumber(long i, double at, long mostClasses) => Book.Say(nameof(LabelIsNoWholeNumber), i, at, mostClasses);

    internal static Text LabelOfRow(long row, long label, long classes) => Book.Say(nameof(LabelOfRow), row, label, classes);

    internal static Text LabelOutOfRange(long classes) => Book.Say(nameof(LabelOutOfRange), classes);

    internal static Text Labels(long count) => Book.Count(nameof(Labels), count);

    internal static Text Learn(string train) => Book.Say(nameof(Learn), train);

    internal static Text Learned(string trains, Text more) => Book.Say(nameof(Learned), trains, more);

    internal static Text LearnedAndTestPart(string name, string train, long trainCount, string test, long testCount) => Book.Say(nameof(LearnedAndTestPart), name, train, trainCount, test, testCount);

    internal static Text LeftOneOrIsInput(Text pairs, Text how) => Book.Say(nameof(LeftOneOrIsInput), pairs, how);

    internal static Text ManifestCannotBeRead(string message) => Book.Say(nameof(ManifestCannotBeRead), message);

    internal static Text ManifestIsNewer => Book[nameof(ManifestIsNewer)];

    internal static Text MaskIsNoPictureOfSet(string shown, string mask) => Book.Say(nameof(MaskIsNoPictureOfSet), shown, mask);

    internal static Text MasksNamedIn(long count, string file) => Book.Say(nameof(MasksNamedIn), count, file);

    internal static Text NameOneOfThem(string one) => Book.Say(nameof(NameOneOfThem), one);

    internal static Text NamesClassesExpected(long names, long classes) => Book.Say(nameof(NamesClassesExpected), names, classes);

    internal static Text NamesHoldPartAndSomethingElse(string folders) => Book.Say(nameof(NamesHoldPartAndSomethingElse), folders);

    internal static Text NamesNoData(string prefix, string text) => Book.Say(nameof(NamesNoData), prefix, text);

    internal static Text NamesNothing(string spec, Text nor, Text near, Text bring, Text names, string kinds) => Book.Say(nameof(NamesNothing), spec, nor, near, bring, names, kinds);

    internal static Text NamesOfKind(Text title, string names) => Book.Say(nameof(NamesOfKind), title, names);

    internal static Text NamesOverlap => Book[nameof(NamesOverlap)];

    internal static Text NeverEndsAndHasOtherClasses(string samples, string classNames) => Book.Say(nameof(NeverEndsAndHasOtherClasses), samples, classNames);

    internal static Text NoColumnIsCalledCaption => Book[nameof(NoColumnIsCalledCaption)];

    internal static Text NoLabelsFoundSoAreNo(string images) => Book.Say(nameof(NoLabelsFoundSoAreNo), images);

    internal static Text NoPictureHasPartnerOfName(string path, long a, long b, string aName, string bName) => Book.Say(nameof(NoPictureHasPartnerOfName), path, a, b, aName, bName);

    internal static Text NoSampleCanBeRead(string source, Text reason) => Book.Say(nameof(NoSampleCanBeRead), source, reason);

    internal static Text NoSampleIsOfClassLearned(string samples) => Book.Say(nameof(NoSampleIsOfClassLearned), samples);

    internal static Text NoneNamesPicture(Text rows, string file, string shown, Text more) => Book.Say(nameof(NoneNamesPicture), rows, file, shown, more);

    internal static Text NoneOfPairsLooked(string path) => Book.Say(nameof(NoneOfPairsLooked), path);

    internal static Text NoneOfTheExamsClassesWasLearned(string samples, string own, string names) => Book.Say(nameof(NoneOfTheExamsClassesWasLearned), samples, own, names);

    internal static Text Nor(Text kind) => Book.Say(nameof(Nor), kind);

    internal static Text NothingToExamineOnOf(string classes) => Book.Say(nameof(NothingToExamineOnOf), classes);

    internal static Text NothingToLearn => Book[nameof(NothingToLearn)];

    internal static Text NpyArray => Book[nameof(NpyArray)];

    internal static Text NumberOfPicturesLieInNeitherPart(long count, string example) => Book.Count(nameof(NumberOfPicturesLieInNeitherPart), count, example);

    internal static Text OfNamedLikePicturesFilesLooked(long count, string path, long files, Text bad) => Book.Count(nameof(OfNamedLikePicturesFilesLooked), count, path, files, bad);

    internal static Text OneOfThemAlone(string one) => Book.Say(nameof(OneOfThemAlone), one);

    internal static Text PairIsNoTwoHalves(string shown, long width, long height) => Book.Say(nameof(PairIsNoTwoHalves), shown, width, height);

    internal static Text Pairs(long count) => Book.Count(nameof(Pairs), count);

    internal static Text PartIsMoreThanOnce(string folders) => Book.Say(nameof(PartIsMoreThanOnce), folders);

    internal static Text PartnersAreOfOtherSizes(string shown, long width, long height, long otherWidth, long otherHeight) => Book.Say(nameof(PartnersAreOfOtherSizes), shown, width, height, otherWidth, otherHeight);

    internal static Text Picture(string format) => Book.Say(nameof(Picture), format);

    internal static Text Pictures(long count) => Book.Count(nameof(Pictures), count);

    internal static Text PicturesHaveNoCaption(long count, string from, string shown) => Book.Count(nameof(PicturesHaveNoCaption), count, from, shown);

    internal static Text PicturesHaveNoPartner(long count, string side, string shown) => Book.Count(nameof(PicturesHaveNoPartner), count, side, shown);

    internal static Text PicturesHaveNoRow(long count, string fileName, string shown) => Book.Count(nameof(PicturesHaveNoRow), count, fileName, shown);

    internal static Text PicturesLieInNeitherPart(long count, string name, string shown) => Book.Count(nameof(PicturesLieInNeitherPart), count, name, shown);

    internal static Text PicturesMustLie(double low, double high) => Book.Say(nameof(PicturesMustLie), low, high);

    internal static Text RandomLabelsNeedsDataWithClasses(string samples) => Book.Say(nameof(RandomLabelsNeedsDataWithClasses), samples);

    internal static Text RowNamesPictureByPath => Book[nameof(RowNamesPictureByPath)];

    internal static Text Rows(long count) => Book.Count(nameof(Rows), count);

    internal static Text RowsOfNoPicture(long count, string fileName, string file, long line) => Book.Count(nameof(RowsOfNoPicture), count, fileName, file, line);

    internal static Text SafetensorsFile => Book[nameof(SafetensorsFile)];

    internal static Text Samples(long count) => Book.Count(nameof(Samples), count);

    internal static Text SamplesAreAndDoNotFit(string dType, string shape) => Book.Say(nameof(SamplesAreAndDoNotFit), dType, shape);

    internal static Text SamplesAreMissing => Book[nameof(SamplesAreMissing)];

    internal static Text SamplesDifferFromTheirHash(long block, long min) => Book.Say(nameof(SamplesDifferFromTheirHash), block, min);

    internal static Text SamplesInRowCannotBeRead(long mostInARow, string source, Text last) => Book.Say(nameof(SamplesInRowCannotBeRead), mostInARow, source, last);

    internal static Text SamplesNeedAsManyLabels(long count, object type, string shape) => Book.Say(nameof(SamplesNeedAsManyLabels), count, type, shape);

    internal static Text ShapeIsOfNoPictures(string shape) => Book.Say(nameof(ShapeIsOfNoPictures), shape);

    internal static Text ShapeLooksLikeOnePicture(long count, string shape, long shape2, long shape3) => Book.Count(nameof(ShapeLooksLikeOnePicture), count, shape, shape2, shape3);

    internal static Text SideBySide => Book[nameof(SideBySide)];

    internal static Text SizeOfPicturesMust(object? size) => Book.Say(nameof(SizeOfPicturesMust), size);

    internal static Text SmallerCollectionIsRepeated(string given, long count, string made, long count2) => Book.Say(nameof(SmallerCollectionIsRepeated), given, count, made, count2);

    internal static Text SomeCouldNotBeRead(long count, string source, string nameOf, Text reason) => Book.Count(nameof(SomeCouldNotBeRead), count, source, nameOf, reason);

    internal static Text Spec => Book[nameof(Spec)];

    internal static Text TableIsCalledMetadata => Book[nameof(TableIsCalledMetadata)];

    internal static Text TablesNotRead(long count, string others, Text text) => Book.Count(nameof(TablesNotRead), count, others, text);

    internal static Text Test => Book[nameof(Test)];

    internal static Text TestPart(Text note) => Book.Say(nameof(TestPart), note);

    internal static Text TestPartHasSamples(string test, object? schema, object? schema2) => Book.Say(nameof(TestPartHasSamples), test, schema, schema2);

    internal static Text TestPartShown(string tests) => Book.Say(nameof(TestPartShown), tests);

    internal static Text TextLabelsBoxes(string name) => Book.Say(nameof(TextLabelsBoxes), name);

    internal static Text TextsAreNotReadAsCaptions(long count, Text first) => Book.Count(nameof(TextsAreNotReadAsCaptions), count, first);

    internal static Text ToExamineOnLeftOut(long count, string samples, string classes) => Book.Count(nameof(ToExamineOnLeftOut), count, samples, classes);

    internal static Text TooManyBad(long count, long total, string source, Text text, string most, Text last) => Book.Say(nameof(TooManyBad), count, total, source, text, most, last);

    internal static Text Training => Book[nameof(Training)];

    internal static Text UnpackArchiveAndNameOne => Book[nameof(UnpackArchiveAndNameOne)];

    internal static Text WhenPacked(string name, Text note) => Book.Say(nameof(WhenPacked), name, note);

    internal static Text WholeNumbersOfBitsOrMore => Book[nameof(WholeNumbersOfBitsOrMore)];

    internal static Text ZipArchiveOrNpz => Book[nameof(ZipArchiveOrNpz)];
}
