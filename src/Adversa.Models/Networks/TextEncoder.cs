using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a sentence to a code: a vector for each word, a recurrent layer that reads them, its state behind the last word, a dense layer.</summary>
public sealed class TextEncoder : Module
{
    private readonly Embedding _words;
    private readonly Gru _reader;
    private readonly Linear _code;

    /// <summary>Creates the network.</summary>
    /// <param name="vocabulary">V, how many words there are.</param>
    /// <param name="wordSize">Numbers of a word's vector, and of the reader's state.</param>
    /// <param name="codeSize">T, numbers of a code.</param>
    /// <param name="init">Draws the weights.</param>
    public TextEncoder(int vocabulary, int wordSize, int codeSize, Generator init)
    {
        _words = Child("words", new Embedding(vocabulary, wordSize, init));
        _reader = Child("reader", new Gru(wordSize, wordSize, init));
        _code = Child("code", new Linear(wordSize, codeSize, init));
    }

    /// <param name="x">Words by number, int64 <c>[N, L]</c>; 0 behind the end of a sentence.</param>
    /// <returns><c>[N, T]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var states = _reader.Forward(_words.Forward(x));                                              // [N, L, H]
        var last = Ops.Clamp(Ops.Ne(x, 0).To(DType.Int64).Sum([1]) - 1, 0, x.Size(1) - 1);            // [N]
        var index = Ops.Expand(last.Reshape(-1, 1, 1), [x.Size(0), 1, states.Size(2)]);
        return _code.Forward(Ops.Gather(states, 1, index).Reshape(x.Size(0), -1));
    }
}
