namespace DroneFarm.Cli.Jobs;

/// <summary>Our plan beside the usual practice, over the same fields.</summary>
internal sealed record PlanComparison(FlightFigures Plan, FlightFigures Usual)
{
    public static PlanComparison Of((FlightFigures Plan, FlightFigures Usual) figures) => new(figures.Plan, figures.Usual);
}
