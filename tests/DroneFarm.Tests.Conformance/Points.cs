using DroneFarm.Tests.Conformance.Ground;
using DroneFarm.Tests.Conformance.Vehicles;

namespace DroneFarm.Tests.Conformance;

/// <summary>Numbered points of docs/ardupilot.md, held against one kind of vehicle.</summary>
public abstract class Points(Airfield field, VehicleKind kind)
{
    private protected VehicleKind Kind => kind;

    private protected bool IsSitl => kind == VehicleKind.Sitl;

    private protected Task<GroundStation> FreshAsync(params (string Name, double Value)[] parameters) => field.FreshAsync(kind, null, parameters);

    private protected Task<GroundStation> ScriptedAsync(string script, params (string Name, double Value)[] parameters) => field.FreshAsync(kind, script, parameters);

    private protected Task<GroundStation> OnGroundAsync() => field.OnGroundAsync(kind);

    private protected void Note(int point, FormattableString figure) => field.Note(point, kind, FormattableString.Invariant(figure));
}
