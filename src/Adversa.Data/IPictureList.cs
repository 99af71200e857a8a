using Adversa.Formats.Trees;
using Adversa.Imaging.Codecs;

namespace Adversa.Data;

/// <summary>A source whose samples are picture files: what <c>data prepare</c> can take apart, decode elsewhere and put together again.</summary>
public interface IPictureList : ISampleSource
{
    /// <summary>Where the files are.</summary>
    IFileTree Tree { get; }

    /// <summary>The file of each sample, in the source's order.</summary>
    IReadOnlyList<TreeFile> Pictures { get; }

    /// <summary>The sizes of the pictures that were looked at when the source was opened, upright.</summary>
    IReadOnlyList<PictureSize> Sizes { get; }

    /// <summary>What each picture becomes.</summary>
    PictureTarget Target { get; }

    /// <summary>What listing the files found.</summary>
    ScanReport Report { get; }
}
