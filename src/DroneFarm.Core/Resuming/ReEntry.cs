namespace DroneFarm.Core.Resuming;

/// <summary>Where an interrupted job goes on.</summary>
public enum ReEntry
{
    /// <summary>At the breakpoint, a little before it, so that nothing stays dry (断点续喷).</summary>
    AtBreakpoint,

    /// <summary>At the start of the interrupted swath: what was sprayed of it is sprayed twice.</summary>
    SwathStart,

    /// <summary>At the next swath: what is left of the interrupted one stays dry, and the record says so.</summary>
    NextSwath,

    /// <summary>At whatever start is nearest to the refill point, the rest in its order after that.</summary>
    Nearest,
}
