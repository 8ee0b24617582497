using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.States;

namespace DroneFarm.Tests.Flight.Operations;

public sealed class FlightTableTests
{
    private static readonly FlightPhase[] Phases = Enum.GetValues<FlightPhase>();

    [Fact]
    public void What_is_over_stays_over_whatever_happens()
    {
        foreach (var cause in Enum.GetValues<FlightCause>())
        {
            FlightTable.Next(FlightPhase.Done, cause, FlightPhase.Done).ShouldBeNull();
            FlightTable.Next(FlightPhase.Stopped, cause, FlightPhase.Stopped).ShouldBeNull();
        }
    }

    [Fact]
    public void The_pilot_and_a_failsafe_are_believed_in_every_phase_in_the_air_and_nothing_we_order_takes_it_back()
    {
        foreach (var phase in Phases.Where(FlightTable.IsInAir))
        {
            (FlightTable.Next(phase, FlightCause.PilotTook, phase) ?? phase).ShouldBe(FlightPhase.PilotHasIt);
            (FlightTable.Next(phase, FlightCause.FailsafeActed, phase) ?? phase).ShouldBe(FlightPhase.OnItsOwn);
        }

        foreach (var order in new[] { FlightCause.PauseAsked, FlightCause.GoOnAsked, FlightCause.ReturnAsked, FlightCause.RanDry, FlightCause.BatteryLow })
        {
            FlightTable.Next(FlightPhase.PilotHasIt, order, FlightPhase.PilotHasIt).ShouldBeNull();
            FlightTable.Next(FlightPhase.OnItsOwn, order, FlightPhase.OnItsOwn).ShouldBeNull();
        }
    }

    [Fact]
    public void Every_phase_is_reached_and_every_one_leads_to_an_end()
    {
        var causes = Enum.GetValues<FlightCause>();
        IEnumerable<FlightPhase> From(FlightPhase phase) => causes.Select(c => FlightTable.Next(phase, c, FlightPhase.Spraying)).OfType<FlightPhase>();
        var reached = new HashSet<FlightPhase> { FlightPhase.Waiting };
        for (var grown = true; grown;)
        {
            var before = reached.Count;
            reached.UnionWith(reached.ToList().SelectMany(From));
            grown = reached.Count > before;
        }

        reached.ShouldBe(Phases, ignoreOrder: true);
        foreach (var phase in Phases.Where(p => !FlightTable.IsOver(p) && p != FlightPhase.MakingSafe)) From(phase).ShouldContain(FlightPhase.MakingSafe);
        From(FlightPhase.MakingSafe).ShouldBe([FlightPhase.Stopped]);
    }

    [Fact]
    public void A_lost_link_gives_back_the_phase_it_took()
    {
        var now = new DateTimeOffset(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);
        var why = Core.Text.Phrase.Of("flight.link-lost");
        var paused = new FlightStatus(FlightPhase.Paused, null, why, now, FlightPhase.Paused);
        var lost = paused.After(FlightCause.LinkLost, why, now);
        lost.Phase.ShouldBe(FlightPhase.LinkLost);
        lost.After(FlightCause.LinkBack, why, now).Phase.ShouldBe(FlightPhase.Paused);
        paused.After(FlightCause.SwathBegun, why, now).ShouldBe(paused);
    }
}
