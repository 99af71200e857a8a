using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>Who moves: a network with its own optimizer.</summary>
/// <param name="Name">Short and stable: <c>g</c>, <c>d</c>, <c>classifier</c>. The prefix of its weights and losses.</param>
/// <param name="Network">What its turns change.</param>
/// <param name="Optimizer">How it moves.</param>
public sealed record Player(string Name, Module Network, OptimizerOptions Optimizer);
