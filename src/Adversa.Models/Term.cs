using Adversa.Torch;

namespace Adversa.Models;

/// <summary>What a system adds to a player's loss beside the game's: a class term, an L1 distance, a cycle.</summary>
/// <param name="Name">In the log: <c>loss_g.NAME</c>.</param>
/// <param name="Weight">What it is multiplied by.</param>
/// <param name="Of">The turn, the generator's samples as the networks have them, <c>[N, ...]</c>, and what the discriminator says (null while there is no game), to a scalar.</param>
public sealed record Term(string Name, double Weight, Func<TurnContext, Tensor, Scores, Tensor> Of);
