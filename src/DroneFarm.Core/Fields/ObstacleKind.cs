namespace DroneFarm.Core.Fields;

/// <summary>What an <see cref="Obstacle"/> is.</summary>
public enum ObstacleKind
{
    Other,
    Pole,
    PowerLine,
    Pylon,
    Tree,
    Building,
}
