namespace DroneFarm.Core.Coverage;

public enum FlawKind
{
    Gap,
    Overlap,
    OffTarget,
}
