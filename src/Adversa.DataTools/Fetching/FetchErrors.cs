namespace Adversa.DataTools.Fetching;

/// <summary>Says why a data set could not be downloaded, and the way out.</summary>
internal static class FetchErrors
{
    /// <param name="download">The data set.</param>
    /// <param name="folder">Where its files belong.</param>
    /// <param name="missing">The files that are not here.</param>
    /// <param name="failures">What each mirror came to.</param>
    internal static AdversaException Of(Download download, string folder, IReadOnlyList<DownloadFile> missing, IReadOnlyList<Failure> failures)
    {
        var wrong = failures.Any(failure => failure.End == TransferEnd.Wrong);
        var offline = failures.All(failure => failure.End == TransferEnd.Unreachable);
        var again = $"{ShellWords.Me} data get {download.Name}";
        if (folder != Path.GetFullPath(Downloads.FolderFor(download))) again += $" --to {ShellWords.Quote(folder)}";
        var tried = Text.Join("; ", failures.Select(failure => Words.MirrorSaid(failure.Url.Authority, failure.Reason)));
        var files = string.Join(", ", missing.Select(file => file.Name));
        var from = missing[0].Mirrors[0][..^missing[0].Name.Length];
        var why = wrong ? Words.OtherThanPublished : offline ? Words.NoMirrorReached : Words.NoMirrorGaveIt;
        return DataError.Of(wrong ? DataError.WrongDownload : DataError.Offline,
            Words.CouldNotBeDownloaded(missing.Count, download.Name, why, tried, files, from, folder, again));
    }
}
