namespace Adversa;

/// <summary>Elementary functions from + - * / alone: the same bits on every machine, which no platform's libm promises.</summary>
public static class Deterministic
{
    /// <summary>The natural logarithm of a positive, finite, normal number; relative error below 1e-15.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L);       // [1, 2)
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }

        var s = (m - 1) / (m + 1);                          // ln m = 2 (s + s^3/3 + s^5/5 + ...), |s| < 0.172
        var s2 = s * s;
        var sum = 0.0;
        for (var k = 21; k >= 1; k -= 2) sum = sum * s2 + 1.0 / k;
        return exponent * 0.6931471805599453 + 2 * s * sum;
    }

    /// <summary>Sine and cosine of an angle given in turns (1 is a full circle); absolute error below 1e-15.</summary>
    public static (double Sin, double Cos) SinCosTurns(double turns)
    {
        turns -= Math.Floor(turns);                         // [0, 1)
        var quarter = (int)(turns * 4 + 0.5);               // nearest quarter turn
        var x = (turns - quarter * 0.25) * 6.283185307179586;   // [-pi/4, pi/4]
        var x2 = x * x;
        double sin = 0, cos = 0;
        for (var k = 17; k >= 1; k -= 2) sin = sin * -x2 / ((k + 1.0) * (k + 2.0)) + 1;
        for (var k = 16; k >= 0; k -= 2) cos = cos * -x2 / ((k + 1.0) * (k + 2.0)) + 1;
        sin *= x;
        return (quarter & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }
}
