using System.CommandLine;
using System.Globalization;
using DroneFarm.Cli.Ground;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;
using Command = System.CommandLine.Command;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm upload PLAN|FILE --link URL</c>: sends a sortie's mission, fence and rally points, reads them back and compares.</summary>
internal static class UploadVerb
{
    public static Command Build(Screen screen)
    {
        var source = new Argument<string>("PLAN|FILE") { Description = screen.Text("cli.arg.upload") };
        var sortie = new Option<int>("--sortie") { Description = screen.Text("cli.option.sortie"), HelpName = "N", DefaultValueFactory = _ => 1 };
        var list = ItemLists.Option(screen);
        var errand = new Errand(screen);
        var verb = new Command("upload", screen.Text("cli.verb.upload")) { source };
        errand.AddTo(verb);
        verb.Options.Add(sortie);
        verb.Options.Add(list);
        verb.SetAction(async parsed =>
        {
            var lists = Read(parsed.GetRequiredValue(source), parsed.GetValue(sortie), ItemLists.Of(parsed.GetRequiredValue(list)), screen);
            return await errand.RunAsync(parsed, (vehicle, cancel) => SendAsync(vehicle, lists, screen, cancel));
        });
        return verb;
    }

    private static IReadOnlyList<(MavMissionType Type, IReadOnlyList<WireItem> Items)> Read(string named, int sortie, MavMissionType type, Screen screen)
    {
        if (!named.EndsWith(".waypoints", StringComparison.OrdinalIgnoreCase) && !named.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)) return OfPlan(named, sortie, screen);
        try
        {
            var (items, wrong) = ItemLines.Read(File.ReadAllLines(named));
            return wrong is { } line
                ? throw new BadInputException(screen.Text("cli.upload.bad-line", named, line.ToString(CultureInfo.InvariantCulture)))
                : [(type, items)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw WriteFault.Reading(named, error, screen);
        }
    }

    private static IReadOnlyList<(MavMissionType Type, IReadOnlyList<WireItem> Items)> OfPlan(string named, int sortie, Screen screen)
    {
        var plan = PlanWork.Read(named, screen);
        var mission = plan.Missions.FirstOrDefault(m => m.SortieNumber == sortie)
            ?? throw new BadInputException(screen.Text("cli.no-such-sortie", named, sortie.ToString(CultureInfo.InvariantCulture)));
        var home = plan.Farm.Frame.ToGeo(plan.Sorties.First(s => s.Number == sortie).From.Place);
        return
        [
            (MavMissionType.Fence, [.. mission.Fence.Select(WireItem.Of)]),
            (MavMissionType.Rally, [.. mission.RallyPoints.Select(WireItem.Of)]),
            (MavMissionType.Mission, [WireItem.HomeSlot(home), .. mission.Items.Select(WireItem.Of)]),
        ];
    }

    private static async Task<int> SendAsync(Vehicle vehicle, IReadOnlyList<(MavMissionType Type, IReadOnlyList<WireItem> Items)> lists, Screen screen, CancellationToken cancel)
    {
        if (vehicle.State.IsArmed)
        {
            screen.Error(screen.Text("cli.upload.armed"));
            return ExitCode.NotGood;
        }

        foreach (var (type, items) in lists)
        {
            var result = await vehicle.RunAsync(new VerifiedUpload(type, items), cancel);
            if (!result.IsVerified)
            {
                screen.Error(Phrasebook.Core.Say(UploadText.Why(result), screen.Language));
                return result.Outcome == VerifiedOutcome.Unreachable ? ExitCode.FlightStopped : ExitCode.NotGood;
            }

            screen.Step("cli.upload.verified." + type.ToString().ToLowerInvariant(), items.Count.ToString(CultureInfo.InvariantCulture));
        }

        return ExitCode.Done;
    }
}
