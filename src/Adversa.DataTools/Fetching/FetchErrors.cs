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
        var tried = string.Join("; ", failures.Select(failure => $"{failure.Url.Authority}: {failure.Reason.English}"));
        var probado = string.Join("; ", failures.Select(failure => $"{failure.Url.Authority}: {failure.Reason.Spanish}"));
        var files = string.Join(", ", missing.Select(file => file.Name));
        var from = missing[0].Mirrors[0][..^missing[0].Name.Length];
        return DataError.Of(wrong ? DataError.WrongDownload : DataError.Offline,
            $"{download.Name} could not be downloaded: {(wrong ? "what came is not what was published" : offline ? "no mirror could be reached" : "no mirror gave it")} ({tried}). "
                + $"Try again later, or fetch {files} from {from} on another machine, put {(missing.Count == 1 ? "it" : "them")} into {folder}, and repeat {again}, which verifies what it finds.",
            $"No se pudo descargar {download.Name}: {(wrong ? "lo recibido no es lo publicado" : offline ? "no se alcanzó ningún espejo" : "ningún espejo lo dio")} ({probado}). "
                + $"Inténtelo más tarde, o traiga {files} de {from} con otra máquina, póngalo en {folder} y repita {again}, que verifica lo que encuentra.");
    }
}
