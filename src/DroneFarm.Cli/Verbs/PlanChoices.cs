using System.CommandLine;
using System.Globalization;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Cli.Verbs;

/// <summary>What a user may decide that the planner else decides field by field: direction, edge passes, prices.</summary>
internal sealed class PlanChoices
{
    private readonly Screen screen;
    private readonly Option<double?> direction, acrossWind, missedPrice, doubledPrice;
    private readonly Option<string?> line, edgePass;
    private readonly Option<bool> alongRows;

    public PlanChoices(Screen screen)
    {
        this.screen = screen;
        direction = Number("--direction", "cli.option.direction", "DEG");
        line = new Option<string?>("--ab") { Description = screen.Text("cli.option.ab"), HelpName = "LON,LAT,LON,LAT" };
        alongRows = new Option<bool>("--along-rows") { Description = screen.Text("cli.option.along-rows") };
        acrossWind = Number("--across-wind", "cli.option.across-wind", "DEG");
        edgePass = new Option<string?>("--edge-pass") { Description = screen.Text("cli.option.edge-pass"), HelpName = "always|never|where-it-pays" };
        missedPrice = Number("--missed-price", "cli.option.missed-price", "S");
        doubledPrice = Number("--doubled-price", "cli.option.doubled-price", "S");
    }

    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { direction, line, alongRows, acrossWind, edgePass, missedPrice, doubledPrice }) verb.Add(option);
    }

    /// <param name="frame">Of the farm: what is straight between two places depends on it.</param>
    /// <exception cref="BadInputException">A value cannot be used, or two of them decide the same thing.</exception>
    public PlanOptions Read(ParseResult parsed, LocalFrame frame)
    {
        var plain = new PlanOptions();
        return plain with
        {
            Direction = DirectionOf(parsed, frame),
            AlongRows = parsed.GetValue(alongRows),
            EdgePass = EdgePassOf(parsed.GetValue(edgePass)),
            MissedPriceSPerM2 = PriceOf(parsed, missedPrice) ?? plain.MissedPriceSPerM2,
            DoubledPriceSPerM2 = PriceOf(parsed, doubledPrice) ?? plain.DoubledPriceSPerM2,
        };
    }

    private Heading? DirectionOf(ParseResult parsed, LocalFrame frame)
    {
        var given = new[] { parsed.GetValue(direction) is not null, parsed.GetValue(line) is not null, parsed.GetValue(acrossWind) is not null };
        if (given.Count(g => g) > 1) throw new BadInputException(screen.Text("cli.bad-directions"));
        if (Degrees(parsed, direction) is { } degrees) return Heading.FromDegrees(degrees);
        // The job's own wind, once it has one, becomes what --across-wind means without a number.
        if (Degrees(parsed, acrossWind) is { } windFrom) return Heading.FromDegrees(windFrom + 90);
        return parsed.GetValue(line) is { } ab ? LineOf(ab, frame) : null;
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

    private Option<double?> Number(string name, string key, string unit) => new(name) { Description = screen.Text(key), HelpName = unit };
}
