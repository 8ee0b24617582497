using DroneFarm.FirmwareSim.Autopilot.Legs;
using DroneFarm.FirmwareSim.Body;

namespace DroneFarm.FirmwareSim.Autopilot.Modes;

/// <summary>GUIDED: stands where it is until told where to go.</summary>
internal sealed class GuidedMode(Copter copter) : Mode(copter)
{
    private readonly Takeoff takeoff = new(copter);
    private PathFollower path = new(copter.PathLimits());

    public override FlightMode Id => FlightMode.Guided;

    public override bool AllowsArming => true;

    public override void Enter()
    {
        base.Enter();
        takeoff.End();
        path = new PathFollower(Copter.PathLimits());
        path.StartAt(Copter.StoppingPlace());
    }

    /// <returns>False unless armed on the ground.</returns>
    public bool TakeOff(double heightM)
    {
        if (!Copter.Armed || !Copter.Landed || heightM <= 0) return false;
        Copter.AutoArmed = true;
        takeoff.Begin(Copter.Home.UpM + heightM);
        return true;
    }

    public bool GoTo(Position3 place)
    {
        if (Copter.Landed) return false;
        takeoff.End();
        if (!path.Reached) path.StartAt(Copter.StoppingPlace());
        path.GoTo(place);
        Copter.Control.FaceAlong(place.Horizontal - path.Present!.From.Horizontal);
        return true;
    }

    public override bool SetSpeed(double speedMps)
    {
        path.ChangeSpeed(speedMps);
        return true;
    }

    public override bool Pause(bool hold)
    {
        path.Paused = hold;
        return true;
    }

    public override Thrust Step(double dtS)
    {
        if (takeoff.Active)
        {
            if (!takeoff.Step(dtS)) return Copter.IdleOnGround();
            if (takeoff.Done)
            {
                takeoff.End();
                path.StartAt(Copter.Control.WantedPlace);
            }

            return Copter.Steer(dtS);
        }

        if (Copter.Landed) return Copter.IdleOnGround();
        Copter.Control.Follow(path.Step(dtS, Copter.Airframe.Place, Copter.Airframe.VelocityMps));
        return Copter.Steer(dtS);
    }
}
