using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Adversa.Data;

// What a checkpoint keeps of it: nothing while all is well, so that a sound run's state is what it always was.
internal sealed partial class BadSampleLedger
{
    private const string KnownKey = "bad_samples", RowKey = "bad_row", GoneKey = "bad_gone", DataKey = "bad_data";

    /// <summary>Adds the bad samples of one batch, or none of them when they end the run: that batch is not used, and a resumed run meets it again.</summary>
    /// <inheritdoc cref="Add"/>
    public void AddOrForget(List<(int At, long Index, AdversaException Error)> bad, int size)
    {
        var (read, row, gone, listed) = (_read, _row, _gone, _listed.Count);
        List<long> fresh = [.. bad.Select(sample => sample.Index).Where(index => !_known.Contains(index))];
        try
        {
            Add(bad, size);
        }
        catch
        {
            (_read, _row, _gone) = (read, row, gone);
            _listed.RemoveRange(listed, _listed.Count - listed);
            _known.ExceptWith(fresh);
            throw;
        }
    }

    /// <summary>Visits the known bad samples, if there are any. They are forgotten when the data has changed since: it may have been repaired.</summary>
    /// <param name="visitor">Saves or restores.</param>
    /// <param name="read">Samples read up to the visited position.</param>
    public void VisitState(IStateVisitor visitor, long read)
    {
        _read = read;
        var known = MemoryMarshal.AsBytes<long>(_known.Order().ToArray()).ToArray();
        var (before, identity) = (known, Identity());
        var data = identity;
        if (visitor.Has(KnownKey, whenSaving: known.Length > 0))
        {
            visitor.Visit(KnownKey, ref known);
            visitor.Visit(RowKey, ref _row);
            visitor.Visit(GoneKey, ref _gone);
            visitor.Visit(DataKey, ref data);
        }
        else (known, _row, _gone) = ([], 0, 0);

        if (data != identity) (known, _row, _gone) = ([], 0, 0);
        if (!known.AsSpan().SequenceEqual(before)) Restore(known);
    }

    private void Restore(byte[] known)
    {
        _known.Clear();
        _listed.Clear();
        for (var at = 0; at + sizeof(long) <= known.Length; at += sizeof(long))
        {
            var index = BinaryPrimitives.ReadInt64LittleEndian(known.AsSpan(at));
            if (index < 0 || index >= source.Count || !_known.Add(index) || _listed.Count >= MostListed) continue;
            _listed.Add(new(source.NameOf(index), Words.CouldNotBeReadBeforeRun));
        }
    }

    private long Identity() => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(source.Fingerprint)));
}
