namespace Adversa.DataTools.Checking;

/// <summary>What each kind of finding is called, how much it matters and what to do about it.</summary>
public static class FindingKinds
{
    private static readonly Dictionary<FindingKind, (string Key, FindingLevel Level, Text Title, Text Advice)> About = new()
    {
        [FindingKind.UnreadableFolder] = ("unreadable_folder", FindingLevel.Bad, Words.FoldersNotListed,
            Words.GiveYourselfRightToListThem),
        [FindingKind.Unreadable] = ("unreadable", FindingLevel.Bad, Words.Unreadable, Words.CheckRightsAndDisk),
        [FindingKind.Damaged] = ("damaged", FindingLevel.Bad, Words.Damaged, Words.FetchThemAgainOrSetThem),
        [FindingKind.Unsupported] = ("unsupported", FindingLevel.Bad, Words.UnsupportedFormat, Words.SaveThemAsPNGOrJPEG),
        [FindingKind.Table] = ("table", FindingLevel.Bad, Words.DamagedTable, Words.MendOrMoveOutOfFolder),
        [FindingKind.Captions] = ("captions", FindingLevel.Look, Words.NotReadAsCaptions, Words.OnlyWhatReadsCaptionsNeedsThem),
        [FindingKind.Pair] = ("pair", FindingLevel.Bad, Words.PairsDoNotFit, Words.TheyAreReplacedByOthers),
        [FindingKind.WrongExtension] = ("wrong_extension", FindingLevel.Look, Words.WrongExtension,
            Words.ReadByContentSoTrainingWorks),
        [FindingKind.TooSmall] = ("too_small", FindingLevel.Look, Words.TooSmall, Words.TheyWouldBeEnlargedAndBlurred),
        [FindingKind.OddAspect] = ("odd_aspect", FindingLevel.Look, Words.OddProportions, Words.CuttingMiddleSquareLosesMost),
        [FindingKind.Blank] = ("blank", FindingLevel.Look, Words.Blank, Words.OneEvenColourTeachesNothing),
        [FindingKind.GreyAmongColour] = ("grey_among_colour", FindingLevel.Look, Words.GreyAmongColour,
            Words.ModelLearnsThemAsStyle),
        [FindingKind.ColourAmongGrey] = ("colour_among_grey", FindingLevel.Look, Words.ColourAmongGrey,
            Words.TheyTurnWholeSetIntoColour),
        [FindingKind.GreyInColour] = ("grey_in_colour", FindingLevel.Look, Words.GreyStoredInColour,
            Words.NoPictureHasColourYetThey),
        [FindingKind.Animated] = ("animated", FindingLevel.Look, Words.Animated, Words.OnlyFirstPictureOfEachFile),
        [FindingKind.Duplicate] = ("duplicate", FindingLevel.Look, Words.Duplicates, Words.CopiesWeighMoreThanOtherPictures),
        [FindingKind.NearDuplicate] = ("near_duplicate", FindingLevel.Look, Words.NearDuplicates, Words.SamePictureResizedOrSavedAgain),
        [FindingKind.Transparent] = ("transparent", FindingLevel.Note, Words.Transparent, Words.ComposedOnBlack),
        [FindingKind.OpaqueAlpha] = ("opaque_alpha", FindingLevel.Note, Words.AlphaNeverUsed, Words.NothingToDo),
        [FindingKind.Deep] = ("deep", FindingLevel.Note, Text.Same("16 bits"), Words.ConvertedToBits),
        [FindingKind.Ink] = ("ink", FindingLevel.Note, Text.Same("CMYK"), Words.ConvertedToRGBWithoutColourProfile),
        [FindingKind.Rotated] = ("rotated", FindingLevel.Note, Words.EXIFRotation, Words.TurnedUprightAsEXIFSays),
    };

    /// <summary>Its name in JSON, such as <c>near_duplicate</c>; never changes.</summary>
    /// <param name="kind">The kind.</param>
    public static string Key(this FindingKind kind) => About[kind].Key;

    /// <summary>How much it matters.</summary>
    /// <param name="kind">The kind.</param>
    public static FindingLevel Level(this FindingKind kind) => About[kind].Level;

    /// <summary>What people call it, after a count.</summary>
    /// <param name="kind">The kind.</param>
    public static Text Title(this FindingKind kind) => About[kind].Title;

    /// <summary>What to do about it.</summary>
    /// <param name="kind">The kind.</param>
    public static Text Advice(this FindingKind kind) => About[kind].Advice;
}
