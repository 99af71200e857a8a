using Adversa.Imaging.Codecs;

namespace Adversa.DataTools.Preparing;

/// <summary>Decodes in this process: for programs that have no command line to start decoders with.</summary>
/// <param name="target">What each picture becomes.</param>
internal sealed class LocalDecoder(PictureTarget target) : IPictureDecoder
{
    private readonly PictureTarget _target = target with { Layout = PixelLayout.Interleaved };
    private byte[] _file = [];
    private string _name = "";

    /// <inheritdoc/>
    public void Send(byte[] file, string name) => (_file, _name) = (file, name);

    /// <inheritdoc/>
    public void Receive(Span<byte> destination) => PictureFile.Decode(_file, _name, _target, destination);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
