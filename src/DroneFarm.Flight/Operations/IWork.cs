using DroneFarm.Core.Resuming;
using DroneFarm.Core.Text;

namespace DroneFarm.Flight.Operations;

/// <summary>Where a vehicle's flight gets its sorties from: a plan of its own, or a job shared by several.</summary>
public interface IWork
{
    /// <summary>Whether others work at the same job, so that more may come when nothing is left here.</summary>
    bool IsShared { get; }

    /// <summary>Sorties of this vehicle that are not flown yet.</summary>
    int Left { get; }

    /// <summary>Metres of flight of the sorties still to begin.</summary>
    double LeftM { get; }

    /// <summary>The next sortie; null when there is none left for this vehicle.</summary>
    Assignment? Next();

    /// <summary>Where there is none now: waits until another vehicle leaves some, or all is done; then null.</summary>
    Task<Assignment?> LaterAsync(CancellationToken cancel);

    /// <summary>Waits until the sortie may take off: its slot, and others far enough. Null when it may; otherwise why it will not.</summary>
    Task<Phrase?> ClearAsync(Assignment sortie, CancellationToken cancel);

    /// <summary>The sortie's vehicle is on the ground again, or given up.</summary>
    void Ended(Assignment sortie, SortieResult result);

    /// <summary>Plans what is left anew. Null when there is work again; otherwise why not: nothing is left, or the new plan fails its check.</summary>
    Task<Phrase?> ReplanAsync(ReEntry entry, CancellationToken cancel);
}
