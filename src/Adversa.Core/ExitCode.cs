namespace Adversa;

/// <summary>How a command ends; scripts may rely on these numbers.</summary>
public enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>A bug of ours.</summary>
    Internal = 1,

    /// <summary>Usage or configuration.</summary>
    Usage = 2,

    /// <summary>A file from outside is refused, or too few samples are left.</summary>
    Data = 3,

    /// <summary>A checkpoint is damaged, or none is usable.</summary>
    Checkpoint = 4,

    /// <summary>Disk, memory, device, or a limit.</summary>
    Resource = 5,

    /// <summary>NaN or infinity in a loss or a weight.</summary>
    Diverged = 6,

    /// <summary>The run is locked by another process.</summary>
    Locked = 7,

    /// <summary>A peer of a distributed run was lost.</summary>
    PeerLost = 8,

    /// <summary>A quality gate was not met.</summary>
    GateMissed = 9,

    /// <summary>Stopped by SIGUSR1 with a checkpoint saved: requeue me.</summary>
    Requeue = 85,

    /// <summary>Stopped by SIGINT with a checkpoint saved.</summary>
    Interrupted = 130,

    /// <summary>Stopped by SIGTERM or SIGHUP with a checkpoint saved.</summary>
    Terminated = 143,
}
