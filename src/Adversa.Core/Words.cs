namespace Adversa;

/// <summary>What Adversa.Core says; the sentences stand in Words.resx and Words.es.resx.</summary>
internal static class Words
{
    private static readonly Phrasebook Book = new(typeof(Words));

    internal static Text AnyObject => Book[nameof(AnyObject)];

    internal static Text AnyText => Book[nameof(AnyText)];

    internal static Text Attributes => Book[nameof(Attributes)];

    internal static Text Classes => Book[nameof(Classes)];

    internal static Text ColonSentence(string name, Text text) => Book.Say(nameof(ColonSentence), name, text);

    internal static Text DidYouMean(string nearest) => Book.Say(nameof(DidYouMean), nearest);

    internal static Text DoesNotLoad(string path, string message) => Book.Say(nameof(DoesNotLoad), path, message);

    internal static Text ExpectsWholeNumber(string name, long low, long high, string text) => Book.Say(nameof(ExpectsWholeNumber), name, low, high, text);

    internal static Text InPairs => Book[nameof(InPairs)];

    internal static Text InTwoCollections => Book[nameof(InTwoCollections)];

    internal static Text IsInPairs => Book[nameof(IsInPairs)];

    internal static Text IsMust(string path, object? toJsonString, Text expected) => Book.Say(nameof(IsMust), path, toJsonString, expected);

    internal static Text IsMustBeNumber(string path, object value, object low, object high) => Book.Say(nameof(IsMustBeNumber), path, value, low, high);

    internal static Text IsMustBeWholeNumber(string path, object value, object low, object high) => Book.Say(nameof(IsMustBeWholeNumber), path, value, low, high);

    internal static Text IsNoOption(string key, string owner, Text more, string keys) => Book.Say(nameof(IsNoOption), key, owner, more, keys);

    internal static Text IsNullGiveValueOrLeave(string at) => Book.Say(nameof(IsNullGiveValueOrLeave), at);

    internal static Text IsTwoCollectionsWithoutPairs => Book[nameof(IsTwoCollectionsWithoutPairs)];

    internal static Text IsUnsound(string name, Text text) => Book.Say(nameof(IsUnsound), name, text);

    internal static Text LibraryNotFound(string name, string list) => Book.Say(nameof(LibraryNotFound), name, list);

    internal static Text Masks => Book[nameof(Masks)];

    internal static Text MustBeFiniteNumber(string name, string text) => Book.Say(nameof(MustBeFiniteNumber), name, text);

    internal static Text MustBeNumber(string name, double low, double high, string text) => Book.Say(nameof(MustBeNumber), name, low, high, text);

    internal static Text MustBeWholeNumber(string name, long low, long high, string text) => Book.Say(nameof(MustBeWholeNumber), name, low, high, text);

    internal static Text NeedsData(string system, Text plural, Text with, Text more, Text wayOut) => Book.Say(nameof(NeedsData), system, plural, with, more, wayOut);

    internal static Text NeedsDataAttributesOrMore(string system, long leastAttributes, long attributes, Text others) => Book.Say(nameof(NeedsDataAttributesOrMore), system, leastAttributes, attributes, others);

    internal static Text NeedsDataClassesOrMore(string system, long least, long classes, Text others) => Book.Say(nameof(NeedsDataClassesOrMore), system, least, classes, others);

    internal static Text NeedsDataHasNoField(string system, Text plural, Text with, string name, Text wayOut) => Book.Say(nameof(NeedsDataHasNoField), system, plural, with, name, wayOut);

    internal static Text NeedsDataIs(string system, Text kinds, Text kind, SampleSchema schema, Text others) => Book.Say(nameof(NeedsDataIs), system, kinds, kind, schema, others);

    internal static Text NeedsInField(string system, Text plural, string name, Text plural2, object? field, Text wayOut) => Book.Say(nameof(NeedsInField), system, plural, name, plural2, field, wayOut);

    internal static Text NeedsPairsOfOneSize(string system, string name, object? theirs, object? made, Text wayOut) => Book.Say(nameof(NeedsPairsOfOneSize), system, name, theirs, made, wayOut);

    internal static Text NeedsPicturesPixelsSideOrMore(string system, long leastSide, object? schema) => Book.Say(nameof(NeedsPicturesPixelsSideOrMore), system, leastSide, schema);

    internal static Text NoneOr(Text range) => Book.Say(nameof(NoneOr), range);

    internal static Text NotANumber(string text, string name) => Book.Say(nameof(NotANumber), text, name);

    internal static Text NotANumberUseAPoint(string text, string name, string written) => Book.Say(nameof(NotANumberUseAPoint), text, name, written);

    internal static Text NumberSuchAs => Book[nameof(NumberSuchAs)];

    internal static Text ObjectAsRunsRecipeHas => Book[nameof(ObjectAsRunsRecipeHas)];

    internal static Text ObjectInBraces => Book[nameof(ObjectInBraces)];

    internal static Text OneOfThese(string spelt) => Book.Say(nameof(OneOfThese), spelt);

    internal static Text Or(Text one, Text other) => Book.Say(nameof(Or), one, other);

    internal static Text OrSystemForThese(string ids) => Book.Say(nameof(OrSystemForThese), ids);

    internal static Text OrSystemThatDoesWithout(string ids) => Book.Say(nameof(OrSystemThatDoesWithout), ids);

    internal static Text Pictures => Book[nameof(Pictures)];

    internal static Text PixelsSideOrMore(Text what, long side) => Book.Say(nameof(PixelsSideOrMore), what, side);

    internal static Text Points => Book[nameof(Points)];

    internal static Text PutColumnCaptionIntoMetadata => Book[nameof(PutColumnCaptionIntoMetadata)];

    internal static Text PutColumnMaskIntoMetadata => Book[nameof(PutColumnMaskIntoMetadata)];

    internal static Text RangeTo(Text spelt, Text spelt2) => Book.Say(nameof(RangeTo), spelt, spelt2);

    internal static Text SideOrShape(Text range) => Book.Say(nameof(SideOrShape), range);

    internal static Text SideOrShapeExpected => Book[nameof(SideOrShapeExpected)];

    internal static Text StandsTwiceKeepOneOfThem(string at) => Book.Say(nameof(StandsTwiceKeepOneOfThem), at);

    internal static Text SystemsForTheseData(string ids) => Book.Say(nameof(SystemsForTheseData), ids);

    internal static Text TextInQuotes => Book[nameof(TextInQuotes)];

    internal static Text Texts => Book[nameof(Texts)];

    internal static Text UseDataDomains => Book[nameof(UseDataDomains)];

    internal static Text UseDataPairs => Book[nameof(UseDataPairs)];

    internal static Text UseOtherData => Book[nameof(UseOtherData)];

    internal static Text WholeNumberWithinRangeSuchAs => Book[nameof(WholeNumberWithinRangeSuchAs)];

    internal static Text With(string name) => Book.Say(nameof(With), name);

    internal static Text WithAttributesOrMore(long count) => Book.Say(nameof(WithAttributesOrMore), count);

    internal static Text WithCaptions => Book[nameof(WithCaptions)];

    internal static Text WithClassesOrMore(long count) => Book.Say(nameof(WithClassesOrMore), count);

    internal static Text WithMasks => Book[nameof(WithMasks)];
}
