namespace Adversa.Models.Networks;

/// <summary>The plan of progressive growing: which levels are trained after how many images, and how far the newest one is faded in.</summary>
/// <remarks>Karras et al., 2017, "Progressive Growing of GANs for Improved Quality, Stability, and Variation", section 2 and appendix A (arXiv:1710.10196): the first
/// level is trained alone for a while; then each level above is faded in and trained for a while. Level l has pictures of root·2^l pixels a side.</remarks>
/// <param name="Root">Side at level 0 in pixels; 1 or more.</param>
/// <param name="First">The level of the first pictures; 0 or more.</param>
/// <param name="Last">The level of the final pictures; <paramref name="First"/> or more.</param>
/// <param name="FadeImages">Images over which a level is faded in; 1 or more.</param>
/// <param name="StableImages">Images for which a level is trained once it is in; 0 or more.</param>
public sealed record Growth(int Root, int First, int Last, long FadeImages, long StableImages)
{
    /// <summary>Images after which the last level is fully in and was trained as long as the others.</summary>
    public long Total => StableImages + (Last - First) * (FadeImages + StableImages);

    /// <summary>Side of the pictures at a level, in pixels.</summary>
    public int Side(int level) => Root << level;

    /// <summary>Where the growth stands.</summary>
    /// <param name="images">Images shown; 0 or more.</param>
    public GrowthPoint At(long images)
    {
        var since = images - StableImages;                     // since the second level began
        if (First == Last || since < 0) return new(First, 1, images);
        var stage = Math.Min(since / (FadeImages + StableImages), Last - First - 1);
        since -= stage * (FadeImages + StableImages);
        return new(First + 1 + (int)stage, Math.Min(1, since / (double)FadeImages), since);
    }
}

/// <summary>A moment of growth.</summary>
/// <param name="Level">The newest level that takes part.</param>
/// <param name="Alpha">α, its weight in [0, 1]; the level below has the rest. 1 where it stands alone.</param>
/// <param name="Images">Images shown since it came.</param>
public readonly record struct GrowthPoint(int Level, double Alpha, long Images);
