using Adversa.Models;
using Adversa.Torch;

namespace Adversa.Training.Loop;

/// <summary>Looks whether losses are finite. On the processor before each update. On a GPU a look would wait for all that was asked of it, so there a mark is kept beside the losses and read now and then:
/// the weights may be spoiled by then, and the newest checkpoint, which is never saved with a NaN in it, is what is left.</summary>
internal sealed class FiniteGuard : IDisposable
{
    private const int LookEvery = 50;            // losses of one player
    private readonly Dictionary<Player, (Tensor Mark, int Since)> _marks = [];

    /// <summary>Takes in a loss.</summary>
    /// <param name="player">Whose.</param>
    /// <param name="total">The loss, one number.</param>
    /// <param name="look">Whether values are read now anyway.</param>
    /// <returns>False once a loss of the player is known to be NaN or infinite.</returns>
    internal bool IsFinite(Player player, Tensor total, bool look)
    {
        if (total.Device.IsCpu) return double.IsFinite(total.Item());
        var (mark, since) = _marks.GetValueOrDefault(player);
        var spoiled = total.Detach() * 0;                       // 0, or NaN where the loss is NaN or infinite
        var next = TensorScope.Detach(mark is null ? spoiled : mark + spoiled);
        mark?.Dispose();
        look |= ++since >= (total.Device.IsCuda ? LookEvery : 1);
        _marks[player] = (next, look ? 0 : since);
        return !look || double.IsFinite(next.Item());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (mark, _) in _marks.Values) mark.Dispose();
    }
}
