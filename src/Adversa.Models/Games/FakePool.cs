using Adversa.Torch;

namespace Adversa.Models.Games;

/// <summary>Past fakes: the discriminator sees an old one in place of every second new one, so that the players do not chase each other in circles.</summary>
/// <remarks>Shrivastava et al., 2016, section 2.3 (arXiv:1612.07828), with the rule of Zhu et al., 2017 (arXiv:1703.10593): a new fake is shown, or with probability ½ it takes the place of one of the
/// pool by lot, which is shown. Until the pool is full every fake is kept and shown. What comes out is a copy: no player can change what the other remembers.</remarks>
/// <param name="capacity">Fakes that are kept, 50 in the paper; 1 or more.</param>
/// <param name="field">One fake.</param>
public sealed class FakePool(int capacity, Field field) : IDisposable
{
    private readonly Tensor _kept = Tensor.Zeros(field.BatchShape(capacity));
    private long _count;

    /// <summary>Fakes that are kept now.</summary>
    public int Count => (int)_count;

    /// <summary>Takes in new fakes and gives back as many, of which some are old.</summary>
    /// <param name="fakes"><c>[N, ...]</c>, without gradient.</param>
    /// <param name="noise">Draws the lots.</param>
    /// <returns><c>[N, ...]</c>.</returns>
    public Tensor Exchange(Tensor fakes, Generator noise)
    {
        ArgumentNullException.ThrowIfNull(fakes);
        using var recording = Autograd.NoGrad();
        var shown = new Tensor[fakes.Size(0)];
        var lots = Tensor.Rand([shown.Length, 2], noise).ToArray<float>();
        for (var i = 0; i < shown.Length; i++)
        {
            var fake = fakes.Narrow(0, i, 1);
            if (_count < capacity) Keep(_count++, fake);
            else if (lots[2 * i] < 0.5)
            {
                var place = Math.Min(capacity - 1, (long)(lots[2 * i + 1] * capacity));
                shown[i] = _kept.Narrow(0, place, 1).Clone();
                Keep(place, fake);
            }

            shown[i] ??= fake;
        }

        return Tensor.Cat(shown);
    }

    /// <summary>Visits what is kept between updates.</summary>
    /// <param name="visitor">Saves or restores.</param>
    public void VisitState(ITensorStateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit("pool_count", ref _count);
        visitor.Visit("pool", _kept);
    }

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();

    private void Keep(long place, Tensor fake) => _kept.Narrow(0, place, 1).CopyInPlace(fake);
}
