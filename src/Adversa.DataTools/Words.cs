namespace Adversa.DataTools;

/// <summary>What Adversa.DataTools says; the sentences stand in Words.resx and Words.es.resx.</summary>
internal static class Words
{
    private static readonly Phrasebook Book = new(typeof(Words));

    internal static Text AllFiles => Book[nameof(AllFiles)];

    internal static Text AllPictures(long count) => Book.Say(nameof(AllPictures), count);

    internal static Text AlphaNeverUsed => Book[nameof(AlphaNeverUsed)];

    internal static Text AndMore(string folders) => Book.Say(nameof(AndMore), folders);

    internal static Text AndMoreGroups(string groups) => Book.Say(nameof(AndMoreGroups), groups);

    internal static Text AndMoreJsonListsAll(string findings) => Book.Say(nameof(AndMoreJsonListsAll), findings);

    internal static Text Animated => Book[nameof(Animated)];

    internal static Text AnotherProcessIsDownloadingInto(string folder) => Book.Say(nameof(AnotherProcessIsDownloadingInto), folder);

    internal static Text Answers(long status, string reason) => Book.Say(nameof(Answers), status, reason);

    internal static Text ArchiveIsNotThePublishedOne(string hash, string sha256) => Book.Say(nameof(ArchiveIsNotThePublishedOne), hash, sha256);

    internal static Text AreMoreThanTimesAsLong(Text text, double mostAspect, object common) => Book.Say(nameof(AreMoreThanTimesAsLong), text, mostAspect, common);

    internal static Text AreWord => Book[nameof(AreWord)];

    internal static Text AsTable => Book[nameof(AsTable)];

    internal static Text AttributeWord => Book[nameof(AttributeWord)];

    internal static Text AttributesWord => Book[nameof(AttributesWord)];

    internal static Text BitsSample(long depth) => Book.Say(nameof(BitsSample), depth);

    internal static Text Blank => Book[nameof(Blank)];

    internal static Text ByContent(string format) => Book.Say(nameof(ByContent), format);

    internal static Text CannotBeUsed => Book[nameof(CannotBeUsed)];

    internal static Text CannotBeUsedByName(string set, string me) => Book.Say(nameof(CannotBeUsedByName), set, me);

    internal static Text CannotBeUsedGroup => Book[nameof(CannotBeUsedGroup)];

    internal static Text CannotBeWritten(string name, Text trouble) => Book.Say(nameof(CannotBeWritten), name, trouble);

    internal static Text CheckRightsAndDisk => Book[nameof(CheckRightsAndDisk)];

    internal static Text CifarAbout => Book[nameof(CifarAbout)];

    internal static Text Class => Book[nameof(Class)];

    internal static Text ClassWord => Book[nameof(ClassWord)];

    internal static Text Classes => Book[nameof(Classes)];

    internal static Text ClassesOfEqualSize(string classes, string pictures) => Book.Say(nameof(ClassesOfEqualSize), classes, pictures);

    internal static Text ClassesSmallestLargestPictures(string folders, string least, string leastName, string most, string mostName) => Book.Say(nameof(ClassesSmallestLargestPictures), folders, least, leastName, most, mostName);

    internal static Text ClassesWord => Book[nameof(ClassesWord)];

    internal static Text Colour => Book[nameof(Colour)];

    internal static Text ColourAmongGrey => Book[nameof(ColourAmongGrey)];

    internal static Text ComposedOnBlack => Book[nameof(ComposedOnBlack)];

    internal static Text ConnectionEndedAfterBytes(long got, long bytes) => Book.Say(nameof(ConnectionEndedAfterBytes), got, bytes);

    internal static Text ConvertedToBits => Book[nameof(ConvertedToBits)];

    internal static Text ConvertedToRGBWithoutColourProfile => Book[nameof(ConvertedToRGBWithoutColourProfile)];

    internal static Text CopiesWeighMoreThanOtherPictures => Book[nameof(CopiesWeighMoreThanOtherPictures)];

    internal static Text CouldNotBeDownloaded(long count, string name, Text why, Text tried, string files, string address, string folder, string command) => Book.Count(nameof(CouldNotBeDownloaded), count, name, why, tried, files, address, folder, command);

    internal static Text CuttingMiddleSquareLosesMost => Book[nameof(CuttingMiddleSquareLosesMost)];

    internal static Text Damaged => Book[nameof(Damaged)];

    internal static Text DamagedTable => Book[nameof(DamagedTable)];

    internal static Text DataCheck => Book[nameof(DataCheck)];

    internal static Text DecoderBrokeDownOnTwice => Book[nameof(DecoderBrokeDownOnTwice)];

    internal static Text DecodingTookMoreThanMB(long mostMemory) => Book.Say(nameof(DecodingTookMoreThanMB), mostMemory);

    internal static Text DecodingTookMoreThanS(double totalSeconds) => Book.Say(nameof(DecodingTookMoreThanS), totalSeconds);

    internal static Text DogsAbout => Book[nameof(DogsAbout)];

    internal static Text Download => Book[nameof(Download)];

    internal static Text Downloads => Book[nameof(Downloads)];

    internal static Text Duplicates => Book[nameof(Duplicates)];

    internal static Text EXIFOrientation(long orientation) => Book.Say(nameof(EXIFOrientation), orientation);

    internal static Text EXIFRotation => Book[nameof(EXIFRotation)];

    internal static Text EndsReplaceOrRemove => Book[nameof(EndsReplaceOrRemove)];

    internal static Text EntriesLeftOut(string skipped) => Book.Say(nameof(EntriesLeftOut), skipped);

    internal static Text EveryFileIsSound => Book[nameof(EveryFileIsSound)];

    internal static Text EveryPictureHasARow => Book[nameof(EveryPictureHasARow)];

    internal static Text EveryPixelIsOpaque => Book[nameof(EveryPixelIsOpaque)];

    internal static Text FashionAbout => Book[nameof(FashionAbout)];

    internal static Text FetchThemAgainOrSetThem => Book[nameof(FetchThemAgainOrSetThem)];

    internal static Text File => Book[nameof(File)];

    internal static Text Files => Book[nameof(Files)];

    internal static Text FindingAndAdvice(Text text, Text advice) => Book.Say(nameof(FindingAndAdvice), text, advice);

    internal static Text Findings => Book[nameof(Findings)];

    internal static Text Folder => Book[nameof(Folder)];

    internal static Text Folders => Book[nameof(Folders)];

    internal static Text FoldersButNoClasses(string count, string astray) => Book.Say(nameof(FoldersButNoClasses), count, astray);

    internal static Text FoldersNotListed => Book[nameof(FoldersNotListed)];

    internal static Text Formats => Book[nameof(Formats)];

    internal static Text Frames(long frames) => Book.Say(nameof(Frames), frames);

    internal static Text GiveYourselfRightToListThem => Book[nameof(GiveYourselfRightToListThem)];

    internal static Text GoOn => Book[nameof(GoOn)];

    internal static Text Good => Book[nameof(Good)];

    internal static Text GoodPictures => Book[nameof(GoodPictures)];

    internal static Text Grey => Book[nameof(Grey)];

    internal static Text GreyAmongColour => Book[nameof(GreyAmongColour)];

    internal static Text GreyStoredInColour => Book[nameof(GreyStoredInColour)];

    internal static Text HasFileBytesPublishedOneHas(long bytes, long published) => Book.Say(nameof(HasFileBytesPublishedOneHas), bytes, published);

    internal static Text HasNoSuchPart => Book[nameof(HasNoSuchPart)];

    internal static Text HasTransparentPixels => Book[nameof(HasTransparentPixels)];

    internal static Text HaveSideBelowMost(Text text, long size, object common, Text toUse) => Book.Say(nameof(HaveSideBelowMost), text, size, common, toUse);

    internal static Text HistogramOfSmallerSideInPixels => Book[nameof(HistogramOfSmallerSideInPixels)];

    internal static Text IsAddressOfMirrorSuchAs(string variable, string text) => Book.Say(nameof(IsAddressOfMirrorSuchAs), variable, text);

    internal static Text IsBeingPackedByAnotherProcess(string target) => Book.Say(nameof(IsBeingPackedByAnotherProcess), target);

    internal static Text IsNotHereYet(string name, string me, Text more) => Book.Say(nameof(IsNotHereYet), name, me, more);

    internal static Text IsWord => Book[nameof(IsWord)];

    internal static Text LeadsIsNotFollowed(string scheme, string nextScheme) => Book.Say(nameof(LeadsIsNotFollowed), scheme, nextScheme);

    internal static Text LeadsOn => Book[nameof(LeadsOn)];

    internal static Text LeftAside => Book[nameof(LeftAside)];

    internal static Text LookAt => Book[nameof(LookAt)];

    internal static Text LooksLike(string name) => Book.Say(nameof(LooksLike), name);

    internal static Text MayHaveTransparentPixels => Book[nameof(MayHaveTransparentPixels)];

    internal static Text MendOrMoveOutOfFolder => Book[nameof(MendOrMoveOutOfFolder)];

    internal static Text MirrorSaid(string mirror, Text reason) => Book.Say(nameof(MirrorSaid), mirror, reason);

    internal static Text MnistAbout => Book[nameof(MnistAbout)];

    internal static Text ModelLearnsThemAsStyle => Book[nameof(ModelLearnsThemAsStyle)];

    internal static Text NearDuplicates => Book[nameof(NearDuplicates)];

    internal static Text NeedsMBMBAreFree(string download, long needed, string folder, long free) => Book.Say(nameof(NeedsMBMBAreFree), download, needed, folder, free);

    internal static Text NoConnectionWithinS(double seconds) => Book.Say(nameof(NoConnectionWithinS), seconds);

    internal static Text NoEnding => Book[nameof(NoEnding)];

    internal static Text NoMirrorGaveIt => Book[nameof(NoMirrorGaveIt)];

    internal static Text NoMirrorReached => Book[nameof(NoMirrorReached)];

    internal static Text NoPictureHasColourYetThey => Book[nameof(NoPictureHasColourYetThey)];

    internal static Text NoPictureIsGood(string name, object report, Text reason) => Book.Say(nameof(NoPictureIsGood), name, report, reason);

    internal static Text NoneStatedByAuthors => Book[nameof(NoneStatedByAuthors)];

    internal static Text NoneStatedByAuthorsAs => Book[nameof(NoneStatedByAuthorsAs)];

    internal static Text NotReadAsCaptions => Book[nameof(NotReadAsCaptions)];

    internal static Text NothingCameS(double seconds) => Book.Say(nameof(NothingCameS), seconds);

    internal static Text NothingToDo => Book[nameof(NothingToDo)];

    internal static Text NumberOfPictures(long count) => Book.Count(nameof(NumberOfPictures), count);

    internal static Text OddProportions => Book[nameof(OddProportions)];

    internal static Text OfOtherKinds(string others, string kinds) => Book.Say(nameof(OfOtherKinds), others, kinds);

    internal static Text OfPictures(long count, long pictures) => Book.Say(nameof(OfPictures), count, pictures);

    internal static Text OfSpreadOverWholeSet(long shown, string good) => Book.Say(nameof(OfSpreadOverWholeSet), shown, good);

    internal static Text OneByOne => Book[nameof(OneByOne)];

    internal static Text OneEvenColourTeachesNothing => Book[nameof(OneEvenColourTeachesNothing)];

    internal static Text OnlyFirstPictureOfEachFile => Book[nameof(OnlyFirstPictureOfEachFile)];

    internal static Text OnlyWhatReadsCaptionsNeedsThem => Book[nameof(OnlyWhatReadsCaptionsNeedsThem)];

    internal static Text OpensCannotBeRead => Book[nameof(OpensCannotBeRead)];

    internal static Text OpensIsUnsound => Book[nameof(OpensIsUnsound)];

    internal static Text OtherThanPublished => Book[nameof(OtherThanPublished)];

    internal static Text PackingNeedsUpMBBeside(long needed, string target, long free) => Book.Say(nameof(PackingNeedsUpMBBeside), needed, target, free);

    internal static Text PaintingsAbout => Book[nameof(PaintingsAbout)];

    internal static Text PairsDoNotFit => Book[nameof(PairsDoNotFit)];

    internal static Text PictureHas => Book[nameof(PictureHas)];

    internal static Text PictureWord => Book[nameof(PictureWord)];

    internal static Text Pictures => Book[nameof(Pictures)];

    internal static Text PicturesBySmallerSide => Book[nameof(PicturesBySmallerSide)];

    internal static Text PicturesHave => Book[nameof(PicturesHave)];

    internal static Text PicturesOfEachClass => Book[nameof(PicturesOfEachClass)];

    internal static Text PicturesOfEachFolder => Book[nameof(PicturesOfEachFolder)];

    internal static Text PicturesWord => Book[nameof(PicturesWord)];

    internal static Text Pixels => Book[nameof(Pixels)];

    internal static Text QuarantineLiesInside(string aside, string path) => Book.Say(nameof(QuarantineLiesInside), aside, path);

    internal static Text QuarantineMovesFilesOfFolder(string path) => Book.Say(nameof(QuarantineMovesFilesOfFolder), path);

    internal static Text QuarantineNamesFolder(string aside) => Book.Say(nameof(QuarantineNamesFolder), aside);

    internal static Text ReadByContentSoTrainingWorks => Book[nameof(ReadByContentSoTrainingWorks)];

    internal static Text Reason => Book[nameof(Reason)];

    internal static Text RowWord => Book[nameof(RowWord)];

    internal static Text RowsWord => Book[nameof(RowsWord)];

    internal static Text SameAsCifar10 => Book[nameof(SameAsCifar10)];

    internal static Text SameBytesAs(string name) => Book.Say(nameof(SameBytesAs), name);

    internal static Text SameNameInThisFolder(string name) => Book.Say(nameof(SameNameInThisFolder), name);

    internal static Text SamePictureResizedOrSavedAgain => Book[nameof(SamePictureResizedOrSavedAgain)];

    internal static Text SaveThemAsPNGOrJPEG => Book[nameof(SaveThemAsPNGOrJPEG)];

    internal static Text SendsAnotherPartThanOneAsked => Book[nameof(SendsAnotherPartThanOneAsked)];

    internal static Text Sizes => Book[nameof(Sizes)];

    internal static Text SizesChecked(object smallest, object largest, object median, string common, object commonSize, long side, Text suggested) => Book.Say(nameof(SizesChecked), smallest, largest, median, common, commonSize, side, suggested);

    internal static Text SomeHaveOne(string pictures) => Book.Say(nameof(SomeHaveOne), pictures);

    internal static Text StoredAsGrey => Book[nameof(StoredAsGrey)];

    internal static Text StoredAsRGB => Book[nameof(StoredAsRGB)];

    internal static Text Table => Book[nameof(Table)];

    internal static Text TableLine(string file, string rows, string attributes, Text named) => Book.Say(nameof(TableLine), file, rows, attributes, named);

    internal static Text TakenCare => Book[nameof(TakenCare)];

    internal static Text TargetIsAnotherSet(string target) => Book.Say(nameof(TargetIsAnotherSet), target);

    internal static Text TargetIsFolder(string target, string list) => Book.Say(nameof(TargetIsFolder), target, list);

    internal static Text TargetIsInTheWay(string folder) => Book.Say(nameof(TargetIsInTheWay), folder);

    internal static Text TheyAreReplacedByOthers => Book[nameof(TheyAreReplacedByOthers)];

    internal static Text TheyTurnWholeSetIntoColour => Book[nameof(TheyTurnWholeSetIntoColour)];

    internal static Text TheyWouldBeEnlargedAndBlurred => Book[nameof(TheyWouldBeEnlargedAndBlurred)];

    internal static Text TooManyAreBad(long count, Text pictures, string name, double most, Text example) => Book.Count(nameof(TooManyAreBad), count, pictures, name, most, example);

    internal static Text TooSmall => Book[nameof(TooSmall)];

    internal static Text Transparent => Book[nameof(Transparent)];

    internal static Text TurnedUprightAsEXIFSays => Book[nameof(TurnedUprightAsEXIFSays)];

    internal static Text Unreadable => Book[nameof(Unreadable)];

    internal static Text UnsupportedFormat => Book[nameof(UnsupportedFormat)];

    internal static Text UsableToLook => Book[nameof(UsableToLook)];

    internal static Text VeryUnevenRareOnesWill => Book[nameof(VeryUnevenRareOnesWill)];

    internal static Text WhatFoundAndWhatToDo => Book[nameof(WhatFoundAndWhatToDo)];

    internal static Text WhatIsThere => Book[nameof(WhatIsThere)];

    internal static Text WhichTheySuggest => Book[nameof(WhichTheySuggest)];

    internal static Text WholeSet => Book[nameof(WholeSet)];

    internal static Text WorldHasNoEnd(string source) => Book.Say(nameof(WorldHasNoEnd), source);

    internal static Text WrongExtension => Book[nameof(WrongExtension)];
}
