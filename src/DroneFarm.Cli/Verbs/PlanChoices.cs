using System.CommandLine;
using System.Globalization;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Cli.Verbs;

/// <summary>What a user may decide that the planner else decides field by field: direction, edge passes, prices.</summary>
internal sealed class PlanChoices
{
    private readonly Screen screen;
    private readonly Option<double?> direction, missedPrice, doubledPrice;
    private readonly Option<string?> line, acrossWind, edgePass;
    private readonly Option<bool> alongRows, together;

    public PlanChoices(Screen screen)
    {
        this.screen = screen;
        direction = Number("--direction", "cli.option.direction", "DEG");
        line = new Option<string?>("--ab") { Description = screen.Text("cli.option.ab"), HelpName = "LON,LAT,LON,LAT" };
        alongRows = new Option<bool>("--along-rows") { Description = screen.Text("cli.option.along-rows") };
        acrossWind = new Option<string?>("--across-wind") { Description = screen.Text("cli.option.across-wind"), HelpName = "DEG", Arity = ArgumentArity.ZeroOrOne };
        together = new Option<bool>("--adjacent-together") { Description = screen.Text("cli.option.adjacent-together") };
        edgePass = new Option<string?>("--edge-pass") { Description = screen.Text("cli.option.edge-pass"), HelpName = "always|never|where-it-pays" };
        missedPrice = Number("--missed-price", "cli.option.missed-price", "S", Say(CoverPrices.Usual.MissedSPerM2));
        doubledPrice = Number("--doubled-price", "cli.option.doubled-price", "S", Say(CoverPrices.Usual.DoubledSPerM2));
    }

    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { direction, line, alongRows, acrossWind, together, edgePass, missedPrice, doubledPrice }) verb.Add(option);
    }

    /// <param name="frame">Of the farm: what is straight between two places depends on it.</param>
    /// <param name="wind">The job's, which <c>--across-wind</c> means where it gives no number.</param>
    /// <exception cref="BadInputException">A value cannot be used, or two of them decide the same thing.</exception>
    public PlanOptions Read(ParseResult parsed, LocalFrame frame, PlannedWind? wind)
    {
        var plain = new PlanOptions();
        return plain with
        {
            Direction = DirectionOf(parsed, frame, wind),
            AdjacentTogether = parsed.GetValue(together),
            AlongRows = parsed.GetValue(alongRows),
            EdgePass = EdgePassOf(parsed.GetValue(edgePass)),
            MissedPriceSPerM2 = PriceOf(parsed, missedPrice) ?? plain.MissedPriceSPerM2,
            DoubledPriceSPerM2 = PriceOf(parsed, doubledPrice) ?? plain.DoubledPriceSPerM2,
        };
    }

    private Heading? DirectionOf(ParseResult parsed, LocalFrame frame, PlannedWind? wind)
    {
        var given = new[] { parsed.GetValue(direction) is not null, parsed.GetValue(line) is not null, parsed.GetResult(acrossWind) is not null };
        if (given.Count(g => g) > 1) throw new BadInputException(screen.Text("cli.bad-directions"));
        if (Degrees(parsed, direction) is { } degrees) return Heading.FromDegrees(degrees);
        if (parsed.GetResult(acrossWind) is not null) return Heading.FromDegrees(WindFromDeg(parsed.GetValue(acrossWind), wind) + 90);
        return parsed.GetValue(line) is { } ab ? LineOf(ab, frame) : null;
    }

    private double WindFromDeg(string? given, PlannedWind? wind)
    {
        if (given is null) return wind?.FromDeg ?? throw new BadInputException(screen.Text("cli.no-wind"));
        var isNumber = double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= 360;
        return isNumber ? degrees : throw new BadInputException(screen.Text("cli.bad-degrees", acrossWind.Name));
    }

    private Heading LineOf(string text, LocalFrame frame)
    {
        var numbers = text.Split(',').Select(t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : double.NaN).ToList();
        if (numbers is not [var lonA, var latA, var lonB, var latB]) throw new BadInputException(screen.Text("cli.bad-ab", text));
        GeoPoint a = new(LatitudeDeg: latA, LongitudeDeg: lonA), b = new(LatitudeDeg: latB, LongitudeDeg: lonB);
        if (!a.IsValid || !b.IsValid || a == b) throw new BadInputException(screen.Text("cli.bad-ab", text));
        return (frame.ToLocal(b) - frame.ToLocal(a)).Heading;
    }

    private EdgePassChoice EdgePassOf(string? text) => text switch
    {
        null or "where-it-pays" => EdgePassChoice.WhereItPays,
        "always" => EdgePassChoice.Always,
        "never" => EdgePassChoice.Never,
        _ => throw new BadInputException(screen.Text("cli.bad-edge-pass", text)),
    };

    private double? Degrees(ParseResult parsed, Option<double?> option) =>
        parsed.GetValue(option) is not { } degrees ? null
        : double.IsFinite(degrees) && Math.Abs(degrees) <= 360 ? degrees : throw new BadInputException(screen.Text("cli.bad-degrees", option.Name));

    private double? PriceOf(ParseResult parsed, Option<double?> option) =>
        parsed.GetValue(option) is not { } price ? null
        : price is >= 0 and <= 1000 ? price : throw new BadInputException(screen.Text("cli.bad-price", option.Name));

    private Option<double?> Number(string name, string key, string unit, params string[] args) => new(name) { Description = screen.Text(key, args), HelpName = unit };

    private static string Say(double value) => value.ToString(CultureInfo.InvariantCulture);
}
