namespace DroneFarm.FirmwareSim.Body;

/// <summary>The liquid on board. It leaves only through the pump and comes back only by the owner's hand.</summary>
internal sealed class Tank(double capacityL, double startL)
{
    public double CapacityL { get; } = capacityL;

    public double LevelL { get; private set; } = Math.Clamp(startL, 0, capacityL);

    /// <summary>All that ever left the nozzles.</summary>
    public double EmittedL { get; private set; }

    /// <returns>What really came out: nothing from an empty tank.</returns>
    public double Emit(double wantedL)
    {
        var emittedL = Math.Min(wantedL, LevelL);
        LevelL -= emittedL;
        EmittedL += emittedL;
        return emittedL;
    }

    public void FillTo(double levelL) => LevelL = Math.Clamp(levelL, 0, CapacityL);
}
