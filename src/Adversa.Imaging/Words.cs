namespace Adversa.Imaging;

/// <summary>What Adversa.Imaging says; the sentences stand in Words.resx and Words.es.resx.</summary>
internal static class Words
{
    private static readonly Phrasebook Book = new(typeof(Words));

    internal static Text AndSizeIsQuicker(long usual) => Book.Say(nameof(AndSizeIsQuicker), usual);

    internal static Text AvifWithMultipliedColours => Book[nameof(AvifWithMultipliedColours)];

    internal static Text BMPBitsPackedAsNumber(long bits, long compression) => Book.Say(nameof(BMPBitsPackedAsNumber), bits, compression);

    internal static Text BMPWithHeaderBytesIsNot(long size) => Book.Say(nameof(BMPWithHeaderBytesIsNot), size);

    internal static Text BitDepthColourTypeOrMethods(long depth, long colour) => Book.Say(nameof(BitDepthColourTypeOrMethods), depth, colour);

    internal static Text BoxAtByteIsCutOff(long at) => Book.Say(nameof(BoxAtByteIsCutOff), at);

    internal static Text BoxIsCutOff => Book[nameof(BoxIsCutOff)];

    internal static Text BoxOfKindIsCutOff(string kind) => Book.Say(nameof(BoxOfKindIsCutOff), kind);

    internal static Text ByteIsNoNumber(long at) => Book.Say(nameof(ByteIsNoNumber), at);

    internal static Text ChecksumOfChunkAtByte(long at) => Book.Say(nameof(ChecksumOfChunkAtByte), at);

    internal static Text ChunkAtByteClaimsBytes(long at, long length) => Book.Say(nameof(ChunkAtByteClaimsBytes), at, length);

    internal static Text ChunkAtByteIsCutOff(long at) => Book.Say(nameof(ChunkAtByteIsCutOff), at);

    internal static Text ClaimsBytesAndHas(long end, long file) => Book.Say(nameof(ClaimsBytesAndHas), end, file);

    internal static Text CodeComesTooEarly(long code) => Book.Say(nameof(CodeComesTooEarly), code);

    internal static Text CodesBeginBits(long first) => Book.Say(nameof(CodesBeginBits), first);

    internal static Text ColoursOfKind(long kind) => Book.Say(nameof(ColoursOfKind), kind);

    internal static Text ComponentsAreSampledInNoKnown => Book[nameof(ComponentsAreSampledInNoKnown)];

    internal static Text CompressionIs(long method) => Book.Say(nameof(CompressionIs), method);

    internal static Text ContentIsNotRead => Book[nameof(ContentIsNotRead)];

    internal static Text DecodingTakesTooMuchMemory(long width, long height, long most) => Book.Say(nameof(DecodingTakesTooMuchMemory), width, height, most);

    internal static Text DoesNotSaySize => Book[nameof(DoesNotSaySize)];

    internal static Text EmptyFile => Book[nameof(EmptyFile)];

    internal static Text EndMarkerIsMissing => Book[nameof(EndMarkerIsMissing)];

    internal static Text EndsBeforePixels => Book[nameof(EndsBeforePixels)];

    internal static Text ExpectedBytesOfPixels(long expected, long before) => Book.Say(nameof(ExpectedBytesOfPixels), expected, before);

    internal static Text ExpectedPixelsGot(long pixels, long done) => Book.Say(nameof(ExpectedPixelsGot), pixels, done);

    internal static Text FirstPictureIsEmpty => Book[nameof(FirstPictureIsEmpty)];

    internal static Text FrameHasTwoSizes => Book[nameof(FrameHasTwoSizes)];

    internal static Text FrameHoldsNoPixels => Book[nameof(FrameHoldsNoPixels)];

    internal static Text FrameIsCutOff => Book[nameof(FrameIsCutOff)];

    internal static Text GitLFSPointerInsteadOfPicture => Book[nameof(GitLFSPointerInsteadOfPicture)];

    internal static Text HasNoBox(string kind) => Book.Say(nameof(HasNoBox), kind);

    internal static Text HasTwoFrames => Book[nameof(HasTwoFrames)];

    internal static Text HeadOfFrameIsCutOff => Book[nameof(HeadOfFrameIsCutOff)];

    internal static Text HeadOfPixelsIsDamaged => Book[nameof(HeadOfPixelsIsDamaged)];

    internal static Text HeadOfScanIsCutOff => Book[nameof(HeadOfScanIsCutOff)];

    internal static Text HeaderChunkIsNotFirst => Book[nameof(HeaderChunkIsNotFirst)];

    internal static Text HeaderHasBytesInstead(long data) => Book.Say(nameof(HeaderHasBytesInstead), data);

    internal static Text HeaderHoldsNoSoundNumber => Book[nameof(HeaderHoldsNoSoundNumber)];

    internal static Text HoldsNoPicture => Book[nameof(HoldsNoPicture)];

    internal static Text HoldsNoPixelData => Book[nameof(HoldsNoPixelData)];

    internal static Text HoldsNoPixels => Book[nameof(HoldsNoPixels)];

    internal static Text InAvif(Text text) => Book.Say(nameof(InAvif), text);

    internal static Text InBmp(Text text) => Book.Say(nameof(InBmp), text);

    internal static Text InGif(Text text) => Book.Say(nameof(InGif), text);

    internal static Text InJpeg(Text text) => Book.Say(nameof(InJpeg), text);

    internal static Text InPng(Text text) => Book.Say(nameof(InPng), text);

    internal static Text InPnm(Text text) => Book.Say(nameof(InPnm), text);

    internal static Text InTiff(Text text) => Book.Say(nameof(InTiff), text);

    internal static Text InWebP(Text text) => Book.Say(nameof(InWebP), text);

    internal static Text IsCutOff => Book[nameof(IsCutOff)];

    internal static Text IsCutOffBeforeEndChunk => Book[nameof(IsCutOffBeforeEndChunk)];

    internal static Text IsCutOffBeforePixels => Book[nameof(IsCutOffBeforePixels)];

    internal static Text IsCutOffInHeader => Book[nameof(IsCutOffInHeader)];

    internal static Text IsCutOffInPixels => Book[nameof(IsCutOffInPixels)];

    internal static Text IsNotRead(string format) => Book.Say(nameof(IsNotRead), format);

    internal static Text JPEGBitsIsNotRead(long data) => Book.Say(nameof(JPEGBitsIsNotRead), data);

    internal static Text JPEGComponentsIsNotRead(long data) => Book.Say(nameof(JPEGComponentsIsNotRead), data);

    internal static Text JpegOfTooManyScans(long scans) => Book.Say(nameof(JpegOfTooManyScans), scans);

    internal static Text JpegTakesTooLong(long file, long mostBytes) => Book.Say(nameof(JpegTakesTooLong), file, mostBytes);

    internal static Text LargestValueIs(long most) => Book.Say(nameof(LargestValueIs), most);

    internal static Text LosslessAndHierarchicalJPEGAreNot => Book[nameof(LosslessAndHierarchicalJPEGAreNot)];

    internal static Text MoreThanBytesOfPixelsHeader(long expected) => Book.Say(nameof(MoreThanBytesOfPixelsHeader), expected);

    internal static Text NeedsLibvips(string name, string name2, string message) => Book.Say(nameof(NeedsLibvips), name, name2, message);

    internal static Text NoPictureOfAnyKnownFormat => Book[nameof(NoPictureOfAnyKnownFormat)];

    internal static Text PagesGoRoundInCircle => Book[nameof(PagesGoRoundInCircle)];

    internal static Text PaletteColoursDoesNotFit(long count) => Book.Say(nameof(PaletteColoursDoesNotFit), count);

    internal static Text PaletteHasBytes(long data) => Book.Say(nameof(PaletteHasBytes), data);

    internal static Text PaletteIsMissing => Book[nameof(PaletteIsMissing)];

    internal static Text PictureDoesNotFitCanvas => Book[nameof(PictureDoesNotFitCanvas)];

    internal static Text PixelsAreDamagedOrCutOff(string name) => Book.Say(nameof(PixelsAreDamagedOrCutOff), name);

    internal static Text PixelsAreMissing => Book[nameof(PixelsAreMissing)];

    internal static Text PixelsComeBeforeSize => Book[nameof(PixelsComeBeforeSize)];

    internal static Text PixelsEndAtByte(long needed, long file) => Book.Say(nameof(PixelsEndAtByte), needed, file);

    internal static Text PixelsTooMany(long width, long height, long mostSide, long mostPixels) => Book.Say(nameof(PixelsTooMany), width, height, mostSide, mostPixels);

    internal static Text RowHasUnknownFilter(long row) => Book.Say(nameof(RowHasUnknownFilter), row);

    internal static Text SamplesTimesBits(long samples, long bits) => Book.Say(nameof(SamplesTimesBits), samples, bits);

    internal static Text SaysXPixels(long width, long height) => Book.Say(nameof(SaysXPixels), width, height);

    internal static Text SegmentAtByteIsOut(long at) => Book.Say(nameof(SegmentAtByteIsOut), at);

    internal static Text SignedOrFractionalNumbers => Book[nameof(SignedOrFractionalNumbers)];

    internal static Text SizeIsMoreThanPicturesHave(string size, object common, long largest, Text text) => Book.Say(nameof(SizeIsMoreThanPicturesHave), size, common, largest, text);

    internal static Text StripsOrTilesAreEmpty => Book[nameof(StripsOrTilesAreEmpty)];

    internal static Text StripsOrTilesAreMissing => Book[nameof(StripsOrTilesAreMissing)];

    internal static Text TagIsNoWholeNumber(long tag) => Book.Say(nameof(TagIsNoWholeNumber), tag);

    internal static Text TextInsteadOfPicture => Book[nameof(TextInsteadOfPicture)];

    internal static Text TiffWithThisIsNotRead(Text text) => Book.Say(nameof(TiffWithThisIsNotRead), text);

    internal static Text TilesForEachColour => Book[nameof(TilesForEachColour)];

    internal static Text TransparencyHasBytes(long key) => Book.Say(nameof(TransparencyHasBytes), key);

    internal static Text UnknownCriticalChunk(long kind) => Book.Say(nameof(UnknownCriticalChunk), kind);

    internal static Text UnpacksMBAtMostAreRead(long expected, long mostUnpacked) => Book.Say(nameof(UnpacksMBAtMostAreRead), expected, mostUnpacked);

    internal static Text UseSizeOrSizeWhereSystem(long usual, long reached) => Book.Say(nameof(UseSizeOrSizeWhereSystem), usual, reached);

    internal static Text ValueExceedsLargest(long value, long most) => Book.Say(nameof(ValueExceedsLargest), value, most);

    internal static Text WebPageInsteadOfPicture => Book[nameof(WebPageInsteadOfPicture)];

    internal static Text ZerosInsteadOfPicture => Book[nameof(ZerosInsteadOfPicture)];
}
