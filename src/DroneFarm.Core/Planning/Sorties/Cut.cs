namespace DroneFarm.Core.Planning.Sorties;

/// <summary>One sortie of a cut route.</summary>
/// <param name="First">Its first piece.</param>
/// <param name="End">The piece after its last.</param>
internal readonly record struct Cut(int First, int End, Stop From, Stop To);
