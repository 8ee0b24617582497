namespace DroneFarm.Station.Access;

/// <summary>One browser at the station.</summary>
/// <param name="Id">Random; its cookie carries it under a seal.</param>
/// <param name="Until">From then on its pass phrase is asked again.</param>
public sealed record Session(string Id, Role Role, DateTimeOffset Until)
{
    public bool May(Role role) => Role >= role;
}
