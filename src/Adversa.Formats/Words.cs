namespace Adversa.Formats;

/// <summary>What Adversa.Formats says; the sentences stand in Words.resx and Words.es.resx.</summary>
internal static class Words
{
    private static readonly Phrasebook Book = new(typeof(Words));

    internal static Text AppendsToSomethingIsNoList => Book[nameof(AppendsToSomethingIsNoList)];

    internal static Text ArchiveIsDamagedOrCutOff => Book[nameof(ArchiveIsDamagedOrCutOff)];

    internal static Text ArrayIsStoredInFortranOrder => Book[nameof(ArrayIsStoredInFortranOrder)];

    internal static Text AsksForNameIsNoText => Book[nameof(AsksForNameIsNoText)];

    internal static Text AsksIsNotRead(string module, string name) => Book.Say(nameof(AsksIsNotRead), module, name);

    internal static Text BytesOfUnpack(long position, long total) => Book.Say(nameof(BytesOfUnpack), position, total);

    internal static Text CallsSomethingWithArgumentsAreNot => Book[nameof(CallsSomethingWithArgumentsAreNot)];

    internal static Text CallsWithArgumentsAreNoTuple => Book[nameof(CallsWithArgumentsAreNoTuple)];

    internal static Text CannotBeRead(string path, Text trouble) => Book.Say(nameof(CannotBeRead), path, trouble);

    internal static Text CannotBeUnpacked => Book[nameof(CannotBeUnpacked)];

    internal static Text CannotBeUnpackedIntoCache(string path, string folder, Text trouble) => Book.Say(nameof(CannotBeUnpackedIntoCache), path, folder, trouble);

    internal static Text CannotBeWritten(string path, long megabytes, long free) => Book.Say(nameof(CannotBeWritten), path, megabytes, free);

    internal static Text ChecksumDoesNotMatch => Book[nameof(ChecksumDoesNotMatch)];

    internal static Text ChecksumDoesNotMatchCut => Book[nameof(ChecksumDoesNotMatchCut)];

    internal static Text ChecksumOfTextIsWrong => Book[nameof(ChecksumOfTextIsWrong)];

    internal static Text ClaimsBytesAtMostAreRead(object length, long mostBytes) => Book.Say(nameof(ClaimsBytesAtMostAreRead), length, mostBytes);

    internal static Text ClaimsEntriesAtMostAreRead(ulong entries, long mostEntries) => Book.Say(nameof(ClaimsEntriesAtMostAreRead), entries, mostEntries);

    internal static Text ClaimsUnpackedBytesMoreThanPacked(long length, long packed) => Book.Say(nameof(ClaimsUnpackedBytesMoreThanPacked), length, packed);

    internal static Text DimensionIsTooLarge(string side) => Book.Say(nameof(DimensionIsTooLarge), side);

    internal static Text DimensionOutOfRange(long i, long value, long most) => Book.Say(nameof(DimensionOutOfRange), i, value, most);

    internal static Text DirectoryIsDamaged => Book[nameof(DirectoryIsDamaged)];

    internal static Text DiskIsFull => Book[nameof(DiskIsFull)];

    internal static Text DiskIsReadOnly => Book[nameof(DiskIsReadOnly)];

    internal static Text DiskQuotaIsUsedUp => Book[nameof(DiskQuotaIsUsedUp)];

    internal static Text DiskReportsFault => Book[nameof(DiskReportsFault)];

    internal static Text DoesNotBeginAsNpyFile => Book[nameof(DoesNotBeginAsNpyFile)];

    internal static Text DoesNotBeginWithProtocol => Book[nameof(DoesNotBeginWithProtocol)];

    internal static Text DoesNotEndWithOneValue => Book[nameof(DoesNotEndWithOneValue)];

    internal static Text DoesNotExist(string path) => Book.Say(nameof(DoesNotExist), path);

    internal static Text DoesNotUnpackBytesShouldHave(long bytes) => Book.Say(nameof(DoesNotUnpackBytesShouldHave), bytes);

    internal static Text ElementsOfTypeAreNotRead(string descriptor) => Book.Say(nameof(ElementsOfTypeAreNotRead), descriptor);

    internal static Text EndIsMissing => Book[nameof(EndIsMissing)];

    internal static Text EndedAfterBytes(string path, long got, long length) => Book.Say(nameof(EndedAfterBytes), path, got, length);

    internal static Text EndedAtByte(string path, long offset, long length) => Book.Say(nameof(EndedAtByte), path, offset, length);

    internal static Text Entry(string name, Text text) => Book.Say(nameof(Entry), name, text);

    internal static Text ExpectedFieldsAsInHeader(long header, long fields) => Book.Say(nameof(ExpectedFieldsAsInHeader), header, fields);

    internal static Text ExpectedFileNameAndClass => Book[nameof(ExpectedFileNameAndClass)];

    internal static Text ExpectedFileNameAndNumbers(long names, long fields) => Book.Say(nameof(ExpectedFileNameAndNumbers), names, fields);

    internal static Text ExpectedFileNameAndPart => Book[nameof(ExpectedFileNameAndPart)];

    internal static Text ExpectedFileNameMember => Book[nameof(ExpectedFileNameMember)];

    internal static Text ExpectedHeaderBytes(long dimensions, long head) => Book.Say(nameof(ExpectedHeaderBytes), dimensions, head);

    internal static Text ExpectedMagicNumberBytesDimensions(string want, long dimensions, string got) => Book.Say(nameof(ExpectedMagicNumberBytesDimensions), want, dimensions, got);

    internal static Text ExpectedNamesOfAttributesEachOnce => Book[nameof(ExpectedNamesOfAttributesEachOnce)];

    internal static Text ExpectedNumberOfPictures => Book[nameof(ExpectedNumberOfPictures)];

    internal static Text ExpectedUnpackedBytes(long length, long total) => Book.Say(nameof(ExpectedUnpackedBytes), length, total);

    internal static Text ExtendedHeaderInIsDamaged => Book[nameof(ExtendedHeaderInIsDamaged)];

    internal static Text FilesHaveMoreThanBytes(long mostBytes) => Book.Say(nameof(FilesHaveMoreThanBytes), mostBytes);

    internal static Text FillsValueInWayIsNot => Book[nameof(FillsValueInWayIsNot)];

    internal static Text FoldersDifferInUpperAndLower(string folder, string folders) => Book.Say(nameof(FoldersDifferInUpperAndLower), folder, folders);

    internal static Text FoldersSystemKeepsForItself(long count, string example) => Book.Say(nameof(FoldersSystemKeepsForItself), count, example);

    internal static Text FoldersTooDeep(long count, string example) => Book.Say(nameof(FoldersTooDeep), count, example);

    internal static Text FormatVersion(long bytes, long bytes2) => Book.Say(nameof(FormatVersion), bytes, bytes2);

    internal static Text GrowsBytes(string entry, long packed, long entryLength) => Book.Say(nameof(GrowsBytes), entry, packed, entryLength);

    internal static Text GzipCannotBeUnpacked(string name, Text text) => Book.Say(nameof(GzipCannotBeUnpacked), name, text);

    internal static Text HasAbsoluteName => Book[nameof(HasAbsoluteName)];

    internal static Text HasBackslashOrNULInName => Book[nameof(HasBackslashOrNULInName)];

    internal static Text HasBecomeLink(string path) => Book.Say(nameof(HasBecomeLink), path);

    internal static Text HasBytesAtMostAreRead(string path, long length, long limit) => Book.Say(nameof(HasBytesAtMostAreRead), path, length, limit);

    internal static Text HasBytesHadWhenFolderOpened(string path, long bytes, long file) => Book.Say(nameof(HasBytesHadWhenFolderOpened), path, bytes, file);

    internal static Text HasBytesHeaderNeedsAndMore(long stream) => Book.Say(nameof(HasBytesHeaderNeedsAndMore), stream);

    internal static Text HasDimensionsAtMostAreRead(long shape) => Book.Say(nameof(HasDimensionsAtMostAreRead), shape);

    internal static Text HasEmptyName => Book[nameof(HasEmptyName)];

    internal static Text HasMoreNumbersThanCan(string name) => Book.Say(nameof(HasMoreNumbersThanCan), name);

    internal static Text HasNameOfMoreThanBytes(long mostPath) => Book.Say(nameof(HasNameOfMoreThanBytes), mostPath);

    internal static Text HasNoListOfStorages => Book[nameof(HasNoListOfStorages)];

    internal static Text HasNoSingleData => Book[nameof(HasNoSingleData)];

    internal static Text HasPartInName(string part) => Book.Say(nameof(HasPartInName), part);

    internal static Text HasPartOfMoreThanBytes(long mostComponent) => Book.Say(nameof(HasPartOfMoreThanBytes), mostComponent);

    internal static Text HasSizesCannot => Book[nameof(HasSizesCannot)];

    internal static Text HeaderAtByteIsDamaged(long at) => Book.Say(nameof(HeaderAtByteIsDamaged), at);

    internal static Text HeaderClaimsBytes(long length, long bytes, long mostLength) => Book.Say(nameof(HeaderClaimsBytes), length, bytes, mostLength);

    internal static Text HeaderDoesNotBegin => Book[nameof(HeaderDoesNotBegin)];

    internal static Text HeaderIsCutOff => Book[nameof(HeaderIsCutOff)];

    internal static Text HeaderIsNoDictionaryOfDescr => Book[nameof(HeaderIsNoDictionaryOfDescr)];

    internal static Text HeaderNamesTwice(string key) => Book.Say(nameof(HeaderNamesTwice), key);

    internal static Text HeaderSaysBytes(long length, long bytes) => Book.Say(nameof(HeaderSaysBytes), length, bytes);

    internal static Text HeaderWouldHaveBytes(ulong length) => Book.Say(nameof(HeaderWouldHaveBytes), length);

    internal static Text HoldsMoreThanEntries(long mostEntries) => Book.Say(nameof(HoldsMoreThanEntries), mostEntries);

    internal static Text HoldsMoreThanFiles(string root, long mostFiles) => Book.Say(nameof(HoldsMoreThanFiles), root, mostFiles);

    internal static Text HoldsMoreThanValues(long mostValues) => Book.Say(nameof(HoldsMoreThanValues), mostValues);

    internal static Text HoldsMoreThanValuesAtOnce(long mostItems) => Book.Say(nameof(HoldsMoreThanValuesAtOnce), mostItems);

    internal static Text HoldsNoWeightsAreRead(string path, Text text) => Book.Say(nameof(HoldsNoWeightsAreRead), path, text);

    internal static Text HoldsSomethingElseThanTensorsUnder => Book[nameof(HoldsSomethingElseThanTensorsUnder)];

    internal static Text HoldsSparseFile => Book[nameof(HoldsSparseFile)];

    internal static Text InHasBytes(string file, string path, long fileLength, long limit) => Book.Say(nameof(InHasBytes), file, path, fileLength, limit);

    internal static Text InIsDamaged(string name, string path, Text text) => Book.Say(nameof(InIsDamaged), name, path, text);

    internal static Text IsCutOff => Book[nameof(IsCutOff)];

    internal static Text IsCutOffOrListsStorages => Book[nameof(IsCutOffOrListsStorages)];

    internal static Text IsCutOffOrPartsLie => Book[nameof(IsCutOffOrPartsLie)];

    internal static Text IsDeviceOrPipe(string name) => Book.Say(nameof(IsDeviceOrPipe), name);

    internal static Text IsDevicePipeOrSocket(string entry) => Book.Say(nameof(IsDevicePipeOrSocket), entry);

    internal static Text IsEmpty => Book[nameof(IsEmpty)];

    internal static Text IsEncrypted => Book[nameof(IsEncrypted)];

    internal static Text IsFileAndFolderAtOnce(string name) => Book.Say(nameof(IsFileAndFolderAtOnce), name);

    internal static Text IsFolder => Book[nameof(IsFolder)];

    internal static Text IsNeitherZipArchiveNorOlder => Book[nameof(IsNeitherZipArchiveNorOlder)];

    internal static Text IsNestedMoreThanDeep(long mostDepth) => Book.Say(nameof(IsNestedMoreThanDeep), mostDepth);

    internal static Text IsNoDatasetJson(string message) => Book.Say(nameof(IsNoDatasetJson), message);

    internal static Text IsNoDictionaryOfTensors => Book[nameof(IsNoDictionaryOfTensors)];

    internal static Text IsNoFileAndHasBytes(string name, long size) => Book.Say(nameof(IsNoFileAndHasBytes), name, size);

    internal static Text IsNoFolder(string path) => Book.Say(nameof(IsNoFolder), path);

    internal static Text IsNoJsonObject(string message) => Book.Say(nameof(IsNoJsonObject), message);

    internal static Text IsNoOrdinaryFilePipeSocket(string path) => Book.Say(nameof(IsNoOrdinaryFilePipeSocket), path);

    internal static Text IsNoPNGFile => Book[nameof(IsNoPNGFile)];

    internal static Text IsNoSoundIdxFile(string path, Text text) => Book.Say(nameof(IsNoSoundIdxFile), path, text);

    internal static Text IsNotSafetensorsFile(string name, Text text) => Book.Say(nameof(IsNotSafetensorsFile), name, text);

    internal static Text IsNotThere => Book[nameof(IsNotThere)];

    internal static Text IsOfUnknownType(string name) => Book.Say(nameof(IsOfUnknownType), name);

    internal static Text IsOnePartOfSeveral => Book[nameof(IsOnePartOfSeveral)];

    internal static Text IsPackedByMethod(long method) => Book.Say(nameof(IsPackedByMethod), method);

    internal static Text IsPickleIsNotRead(string name, Text text, long opcodeAt) => Book.Say(nameof(IsPickleIsNotRead), name, text, opcodeAt);

    internal static Text IsRefused(string name, Text text) => Book.Say(nameof(IsRefused), name, text);

    internal static Text IsRefusedIfYouTrustUnpack(string path, Text text) => Book.Say(nameof(IsRefusedIfYouTrustUnpack), path, text);

    internal static Text IsRefusedPackAnewOrUnpack(string path, Text text) => Book.Say(nameof(IsRefusedPackAnewOrUnpack), path, text);

    internal static Text IsSparseFile(string name) => Book.Say(nameof(IsSparseFile), name);

    internal static Text IsTooLarge(string name) => Book.Say(nameof(IsTooLarge), name);

    internal static Text IsTorchScriptSaveStateDictionary => Book[nameof(IsTorchScriptSaveStateDictionary)];

    internal static Text KeepsNameOrValueNeverFilled => Book[nameof(KeepsNameOrValueNeverFilled)];

    internal static Text LiesMoreThanFoldersDeep(long mostDepth) => Book.Say(nameof(LiesMoreThanFoldersDeep), mostDepth);

    internal static Text LiesOverAnotherEntry(string entry) => Book.Say(nameof(LiesOverAnotherEntry), entry);

    internal static Text LinkIsBytesLong(string link, long linkLength) => Book.Say(nameof(LinkIsBytesLong), link, linkLength);

    internal static Text LinkIsDamaged(string link) => Book.Say(nameof(LinkIsDamaged), link);

    internal static Text LinkLeadsOut(string name, string target) => Book.Say(nameof(LinkLeadsOut), name, target);

    internal static Text LinksAreNotFollowed(long count, string example) => Book.Say(nameof(LinksAreNotFollowed), count, example);

    internal static Text LinksLeadRoundInCircle => Book[nameof(LinksLeadRoundInCircle)];

    internal static Text ListsAndObjectsAreNeitherClasses(string file, string others) => Book.Say(nameof(ListsAndObjectsAreNeitherClasses), file, others);

    internal static Text LooksForMarkNotSet => Book[nameof(LooksForMarkNotSet)];

    internal static Text MemoryIsExhausted => Book[nameof(MemoryIsExhausted)];

    internal static Text MoreThan => Book[nameof(MoreThan)];

    internal static Text MoreThanBytesOfNamesStand(long mostMetadata) => Book.Say(nameof(MoreThanBytesOfNamesStand), mostMetadata);

    internal static Text MoreThanExpectedBytesFollow(long length) => Book.Say(nameof(MoreThanExpectedBytesFollow), length);

    internal static Text MoreThanRows(long mostRows) => Book.Say(nameof(MoreThanRows), mostRows);

    internal static Text NameHasNoEnd => Book[nameof(NameHasNoEnd)];

    internal static Text NameInIsNoUTF => Book[nameof(NameInIsNoUTF)];

    internal static Text NameIsTooLong => Book[nameof(NameIsTooLong)];

    internal static Text NamesAreNotUTFCannot(long count, string example) => Book.Say(nameof(NamesAreNotUTFCannot), count, example);

    internal static Text NeedsBytes(string shape, Text more, long min, long data) => Book.Say(nameof(NeedsBytes), shape, more, min, data);

    internal static Text NoColumnNamesPictures(string fileColumns, string header) => Book.Say(nameof(NoColumnNamesPictures), fileColumns, header);

    internal static Text NumberHasMoreThanBits => Book[nameof(NumberHasMoreThanBits)];

    internal static Text NumberIsMissingZip64FieldShould => Book[nameof(NumberIsMissingZip64FieldShould)];

    internal static Text NumbersAreBigEndian => Book[nameof(NumbersAreBigEndian)];

    internal static Text OpcodeXIsNotRead(long opcode) => Book.Say(nameof(OpcodeXIsNotRead), opcode);

    internal static Text OtherBytesFollowEnd => Book[nameof(OtherBytesFollowEnd)];

    internal static Text PartOfPathIsNoFolder => Book[nameof(PartOfPathIsNoFolder)];

    internal static Text PermissionIsDenied => Book[nameof(PermissionIsDenied)];

    internal static Text Pictures(long count) => Book.Count(nameof(Pictures), count);

    internal static Text PipesSocketsAndDevicesAreNot(long count, string example) => Book.Say(nameof(PipesSocketsAndDevicesAreNot), count, example);

    internal static Text ProtocolIsNot => Book[nameof(ProtocolIsNot)];

    internal static Text QuoteIsNotClosed => Book[nameof(QuoteIsNotClosed)];

    internal static Text ReachesBeyondStorage(string name) => Book.Say(nameof(ReachesBeyondStorage), name);

    internal static Text RecallsValueNotRemembered => Book[nameof(RecallsValueNotRemembered)];

    internal static Text RefersToSomethingOutside => Book[nameof(RefersToSomethingOutside)];

    internal static Text RemembersTwoValuesUnderOneNumber => Book[nameof(RemembersTwoValuesUnderOneNumber)];

    internal static Text RowOrFieldIsTooLong => Book[nameof(RowOrFieldIsTooLong)];

    internal static Text Rows(long count) => Book.Count(nameof(Rows), count);

    internal static Text SaysAndHas(string file, Text pictures, Text rows) => Book.Say(nameof(SaysAndHas), file, pictures, rows);

    internal static Text SetsItemsOfSomethingIsNo => Book[nameof(SetsItemsOfSomethingIsNo)];

    internal static Text SizeInIsAbsurd => Book[nameof(SizeInIsAbsurd)];

    internal static Text SizeIsNegativeOrNoNumber(string name) => Book.Say(nameof(SizeIsNegativeOrNoNumber), name);

    internal static Text SomethingElseIsThere => Book[nameof(SomethingElseIsThere)];

    internal static Text StorageHasBytesNotThose(string key, long bytes, long storage) => Book.Say(nameof(StorageHasBytesNotThose), key, bytes, storage);

    internal static Text StorageIsCutOff(string key) => Book.Say(nameof(StorageIsCutOff), key);

    internal static Text StorageIsMissing(string key) => Book.Say(nameof(StorageIsMissing), key);

    internal static Text TableIsDamaged(string file, long line, Text text) => Book.Say(nameof(TableIsDamaged), file, line, text);

    internal static Text TakesValueFromEmptyStack => Book[nameof(TakesValueFromEmptyStack)];

    internal static Text TensorsExpandToMoreThanMB(long most, long length) => Book.Say(nameof(TensorsExpandToMoreThanMB), most, length);

    internal static Text TextBytesAtMostAreRead(long length, long mostBytes) => Book.Say(nameof(TextBytesAtMostAreRead), length, mostBytes);

    internal static Text TextFollowsClosingQuote => Book[nameof(TextFollowsClosingQuote)];

    internal static Text TextHasBytes(long length, long mostText) => Book.Say(nameof(TextHasBytes), length, mostText);

    internal static Text TextIsNotUTF => Book[nameof(TextIsNotUTF)];

    internal static Text TooManyFilesAreOpen => Book[nameof(TooManyFilesAreOpen)];

    internal static Text TwoColumnsHaveOneName => Book[nameof(TwoColumnsHaveOneName)];

    internal static Text TwoEndRecordsDisagree => Book[nameof(TwoEndRecordsDisagree)];

    internal static Text TwoEntriesAreNamedOrDiffer(string name) => Book.Say(nameof(TwoEntriesAreNamedOrDiffer), name);

    internal static Text UnpacksToMoreThanBytesAll(long mostBytes) => Book.Say(nameof(UnpacksToMoreThanBytesAll), mostBytes);

    internal static Text UnpacksToMoreThanMB(string path, long needed, string? directoryName, long free, long keptFree) => Book.Say(nameof(UnpacksToMoreThanMB), path, needed, directoryName, free, keptFree);

    internal static Text UsesValueOfEmptyStack => Book[nameof(UsesValueOfEmptyStack)];

    internal static Text WhatStandsBeforeDisagreesWithDirectory(string entry) => Book.Say(nameof(WhatStandsBeforeDisagreesWithDirectory), entry);

    internal static Text WouldBeLargerThanLimit => Book[nameof(WouldBeLargerThanLimit)];
}
