namespace Adversa.DataTools.Preparing;

/// <summary>Turns the bytes of a file into pixels, one picture after another. Between the two calls the caller may do something else.</summary>
internal interface IPictureDecoder : IDisposable
{
    /// <summary>Hands over a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">How messages name it.</param>
    void Send(byte[] file, string name);

    /// <summary>Waits for the pixels of the file that was sent.</summary>
    /// <param name="destination">Receives <c>[H, W, C]</c> bytes.</param>
    /// <exception cref="AdversaException">ADV3004 or ADV3020: the picture is bad; or it brought the decoder down.</exception>
    void Receive(Span<byte> destination);
}
