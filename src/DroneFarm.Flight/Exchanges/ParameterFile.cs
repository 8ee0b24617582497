using DroneFarm.Flight.Exchanges.Files;
using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Exchanges;

/// <summary>Reads all parameters as one file by MAVFTP, some ten times fewer bytes than one by one; where the vehicle does not offer it, one by one after all.</summary>
/// <remarks>
/// <code>
/// Reading the file --whole and of the right kind--> Done   --refused, damaged or silent--> Listing --> its result
/// </code>
/// </remarks>
public sealed class ParameterFile(Pace? pace = null) : Exchange<ParameterListResult>
{
    private const string Name = "@PARAM/param.pck";

    private readonly FileRead file = new(Name, pace);
    private readonly ParameterList list = new(pace);
    private bool listing;

    public override string Topic => "files";

    protected override ParameterListResult Aborted(AbortReason reason) => new(TransferOutcome.Cancelled, [], 0);

    protected override void OnStart(DateTimeOffset now)
    {
        file.Start(Peer, now);
        Follow(now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        Step.On(packet, now);
        Follow(now);
    }

    protected override void OnTick(DateTimeOffset now)
    {
        Step.Tick(now);
        Follow(now);
    }

    private Exchange Step => listing ? list : file;

    private void Follow(DateTimeOffset now)
    {
        Due = Step.Due;
        if (!Step.IsDone) return;
        if (listing)
        {
            Finish(list.Result);
            return;
        }

        if (file.Result.Outcome == TransferOutcome.Done && PackedParameters.Read(file.Result.Content.Span) is { } values)
        {
            Finish(new ParameterListResult(TransferOutcome.Done, values, 0));
            return;
        }

        listing = true;
        list.Start(Peer, now);
        Due = list.Due;
    }
}
