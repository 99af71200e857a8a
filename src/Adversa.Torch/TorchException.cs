namespace Adversa.Torch;

/// <summary>libtorch refused a call: its text, and the operation's name.</summary>
public sealed class TorchException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="operation">The operator or function that failed, such as <c>aten::conv2d</c>.</param>
    /// <param name="text">What libtorch said.</param>
    public TorchException(string operation, string text) : base($"{operation}: {text}") => Operation = operation;

    /// <summary>The operator or function that failed.</summary>
    public string Operation { get; }
}

/// <summary>A tensor has another shape than its user expects.</summary>
public sealed class ShapeException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was expected, what came, what to do.</param>
    public ShapeException(string message) : base(message) { }
}
