namespace Adversa.Models.Losses;

/// <summary>Keeps two losses in a fixed ratio: a proportional controller of the weight k that the discriminator gives to fakes.</summary>
/// <remarks>Berthelot, Schumm, Metz, 2017, "BEGAN: Boundary Equilibrium Generative Adversarial Networks", sections 3.3 and 3.4 (arXiv:1703.10717).
/// k is a number and no tensor: no gradient passes through it.</remarks>
/// <param name="gamma">γ, the wanted ratio E L(x̃) / E L(x), in [0, 1]: low gives likeness, high gives variety.</param>
/// <param name="gain">λ_k, by how much k follows the error; 0 or more.</param>
public sealed class Equilibrium(double gamma, double gain)
{
    private double _k;
    private double _onReal;
    private double _onFake;

    /// <summary>k, in [0, 1]; 0 at first, so that the discriminator learns to reconstruct before it learns to tell.</summary>
    public double K => _k;

    /// <summary>The newest L(x).</summary>
    public double OnReal
    {
        get => _onReal;
        set => _onReal = value;
    }

    /// <summary>The newest L(x̃) of the generator's turn.</summary>
    public double OnFake
    {
        get => _onFake;
        set => _onFake = value;
    }

    // M = L(x) + |γ L(x) - L(x̃)|
    /// <summary>The measure of convergence: falls while both players get better.</summary>
    public double Measure => _onReal + Math.Abs(gamma * _onReal - _onFake);

    // k <- clip(k + λ_k (γ L(x) - L(x̃)), 0, 1)
    /// <summary>Moves k, once a round.</summary>
    public void Update() => _k = Math.Clamp(_k + gain * (gamma * _onReal - _onFake), 0, 1);

    /// <summary>Visits what is kept between updates.</summary>
    /// <param name="visitor">Saves or restores.</param>
    public void VisitState(IStateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit("k", ref _k);
        visitor.Visit("on_real", ref _onReal);
        visitor.Visit("on_fake", ref _onFake);
    }
}
