namespace DroneFarm.FirmwareSim.Autopilot.Missions;

/// <summary>Who carries out what the mission says: AUTO.</summary>
internal interface IMissionPilot
{
    /// <summary>Begins a navigation item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="after">The navigation item that follows without a stop, if there is one.</param>
    void Fly(in StoredItem item, StoredItem? after);

    bool HasFlown(in StoredItem item);

    /// <summary>Does a DO_ item, at once.</summary>
    void Do(in StoredItem item);

    /// <summary>Whether a CONDITION_ item holds back the DO_ items behind it.</summary>
    bool IsTurning { get; }

    /// <summary>Nothing is left to fly.</summary>
    void EndOfMission();
}
