using DroneFarm.Mavlink;

namespace DroneFarm.Tests.Mavlink.Telemetry;

/// <summary>Gaps in the sequence numbers are an estimate of what was lost.</summary>
public sealed class Losses
{
    private readonly LossMeter meter = new();

    [Fact]
    public void A_stream_without_gaps_has_no_loss_across_the_wrap()
    {
        See(253, 254, 255, 0, 1);
        meter.Of(1, 1).ShouldBe(new Loss(Received: 5, Lost: 0));
    }

    [Fact]
    public void A_gap_counts_what_is_missing()
    {
        See(1, 2, 5, 6);
        meter.Of(1, 1).ShouldBe(new Loss(Received: 4, Lost: 2));
        meter.Of(1, 1).Share.ShouldBe(2 / 6.0);
    }

    [Fact]
    public void A_frame_that_comes_late_is_not_lost_after_all()
    {
        See(1, 3, 2, 4);
        meter.Of(1, 1).ShouldBe(new Loss(Received: 4, Lost: 0));
    }

    [Fact]
    public void A_frame_that_comes_twice_in_a_row_counts_once()
    {
        See(1, 2, 2, 3);
        meter.Of(1, 1).ShouldBe(new Loss(Received: 3, Lost: 0));
    }

    [Fact]
    public void Senders_are_counted_apart()
    {
        See(1, 2);
        meter.Add(systemId: 1, componentId: 154, sequence: 90);
        meter.Of(1, 154).ShouldBe(new Loss(1, 0));
        meter.Senders.ShouldBe([((byte)1, (byte)1), ((byte)1, (byte)154)]);
        meter.Of(9, 9).ShouldBe(default);
    }

    private void See(params byte[] sequence)
    {
        foreach (var number in sequence) meter.Add(1, 1, number);
    }
}
