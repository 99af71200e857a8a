using System.Security.Cryptography;
using System.Text;

namespace Adversa.Data;

/// <summary>Looks once at every file of a folder: which are sound pictures, which are bad, and a hash over all of them.</summary>
internal sealed class FolderScan
{
    private const double MostBad = 0.1;

    private static readonly string[] PictureEndings = [".png", ".jpg", ".jpeg", ".jpe"];

    private FolderScan(List<(string, PictureHeader)> pictures, ScanReport report, string fingerprint) =>
        (Pictures, Report, Fingerprint) = (pictures, report, fingerprint);

    /// <summary>The sound pictures in byte order of their names, relative to the folder.</summary>
    public IReadOnlyList<(string Name, PictureHeader Header)> Pictures { get; }

    /// <summary>The counts and reasons.</summary>
    public ScanReport Report { get; }

    /// <summary>SHA-256 over names and contents of the sound pictures.</summary>
    public string Fingerprint { get; }

    /// <summary>Scans.</summary>
    /// <param name="root">The folder.</param>
    /// <exception cref="AdversaException">ADV3005: more than a tenth is bad; ADV3006: no picture at all.</exception>
    public static FolderScan Of(string root)
    {
        var (files, skipped, bad) = FolderWalk.Files(root);
        var pictures = new List<(string, PictureHeader)>(files.Count);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Select(f => f.Name))
        {
            try
            {
                var bytes = FileBytes.Read(Path.Join(root, file), PictureFile.MostBytes);
                if (PictureHeader.Read(bytes, file) is not { } header)
                {
                    if (!IsNamedPicture(file)) skipped++;
                    else bad.Add(new(file, new($"{file} is neither PNG nor JPEG, whatever its name says.", $"{file} no es PNG ni JPEG, diga lo que diga su nombre.")));
                    continue;
                }

                pictures.Add((file, header));
                hash.AppendData(Encoding.UTF8.GetBytes($"{file}\0{bytes.Length}\0"));
                hash.AppendData(SHA256.HashData(bytes));
            }
            catch (AdversaException e) when (e.Exit == ExitCode.Data)
            {
                bad.Add(new(file, e.Text));
            }
        }

        var report = new ScanReport(pictures.Count, bad, skipped);
        Check(root, report);
        return new(pictures, report, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static bool IsNamedPicture(string file) => PictureEndings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static void Check(string root, ScanReport report)
    {
        var first = report.Bad.Count > 0 ? report.Bad[0].Reason : default;
        if (report.Samples == 0) throw DataError.Of(DataError.Empty,
            $"{root} holds no PNG or JPEG picture that can be read ({report}). {first.English}".TrimEnd(),
            $"{root} no contiene ninguna imagen PNG o JPEG legible ({report}). {first.Spanish}".TrimEnd());
        if (report.Bad.Count > MostBad * (report.Samples + report.Bad.Count)) throw DataError.Of(DataError.TooManyBad,
            $"{root}: {report}; more than 10 % of the pictures are bad. The first: {first.English}",
            $"{root}: {report}; más del 10 % de las imágenes están dañadas. La primera: {first.Spanish}");
    }
}
