using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Mavlink.Sniffing;
using DroneFarm.Tests.Mavlink.Frames;

namespace DroneFarm.Tests.Mavlink.Sniffing;

/// <summary>The table of what flows on a link.</summary>
public sealed class Traffic
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TrafficTable table = new();

    [Fact]
    public void Rates_are_counted_by_sender_and_message()
    {
        for (var i = 0; i < 100; i++)
        {
            See(Samples.Frame(new Attitude { Roll = 1 }, (byte)i), i * 0.1);
            if (i % 10 == 0) See(Samples.Frame(new Heartbeat { MavlinkVersion = 3 }, 0, systemId: 2), i * 0.1);
        }

        var report = table.Report(default, At(10));
        report.Messages.Select(m => (m.SystemId, m.Name, m.Count)).ShouldBe([((byte)1, "ATTITUDE", 100), ((byte)2, "HEARTBEAT", 10)]);
        report.Messages[0].RateHz.ShouldBe(10, tolerance: 0.3);
        report.Messages[1].RateHz.ShouldBe(1, tolerance: 0.3);
    }

    [Fact]
    public void A_message_that_stopped_has_no_rate_any_more()
    {
        See(Samples.Heartbeat(), 0);
        table.Report(default, At(4)).Messages.Single().RateHz.ShouldBe(0.25);
        table.Report(default, At(9)).Messages.Single().RateHz.ShouldBe(0);
    }

    [Fact]
    public void The_report_as_JSON_names_everything()
    {
        See(Samples.Heartbeat(1), 0);
        See(Samples.Heartbeat(3), 1);
        table.Report(new ParserCounts(2, 1, 0, 21), At(2)).ToJson().Replace('"', '\'').ShouldBe(
            "{'good':2,'badCrc':1,'unknownId':0,'junkBytes':21,'senders':[{'systemId':1,'componentId':1,'received':2,'lost':1,'lossShare':0.333333}],"
            + "'messages':[{'systemId':1,'componentId':1,'messageId':0,'name':'HEARTBEAT','count':2,'rateHz':1,'last':'2026-06-01T12:00:01+00:00'}]}");
    }

    private static DateTimeOffset At(double s) => Noon.AddSeconds(s);

    private void See(byte[] bytes, double s)
    {
        var scanner = new FrameScanner(bytes);
        while (scanner.TryNext(out var frame)) table.Add(in frame, At(s));
    }
}
