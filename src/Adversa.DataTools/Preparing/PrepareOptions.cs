using Adversa.Data;

namespace Adversa.DataTools.Preparing;

/// <summary>How a set is packed.</summary>
/// <param name="Workers">Pictures decoded at once, 1 or more; the bytes of the result do not depend on it.</param>
/// <param name="MostBad">Largest share of bad pictures, 0 to 1; more of them are refused.</param>
/// <param name="Replace">Whether another file of that name is replaced.</param>
/// <param name="Decoder">Program and arguments of a process that calls <see cref="DecoderServer.Run"/>; null decodes in this process, where a codec that crashes ends everything.</param>
public sealed record PrepareOptions(int Workers = 1, double MostBad = 0.1, bool Replace = false, IReadOnlyList<string>? Decoder = null);

/// <summary>How far a packing is.</summary>
/// <param name="Done">Pictures looked at.</param>
/// <param name="Total">Pictures in all.</param>
/// <param name="Bad">Of those looked at, the bad ones.</param>
public readonly record struct PrepareProgress(long Done, long Total, long Bad);

/// <summary>What came of a packing.</summary>
/// <param name="Report">Samples, bad pictures with reasons, skipped entries.</param>
/// <param name="Schema">What one sample is.</param>
/// <param name="Resumed">Pictures that an earlier packing, cut off, had done already.</param>
/// <param name="WasThere">Whether the same set was packed already and nothing was done.</param>
public sealed record PrepareReport(ScanReport Report, SampleSchema Schema, long Resumed, bool WasThere);
