namespace DroneFarm.Cli.Shell;

/// <summary>What the program says to the script that called it.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The work was done and its result is bad: a plan that fails its check, a record that is not complete.</summary>
    public const int NotGood = 1;

    /// <summary>The input is wrong: nothing was done.</summary>
    public const int BadInput = 2;

    /// <summary>The vehicle or the link failed, or the flight was stopped.</summary>
    public const int FlightStopped = 3;

    /// <summary>Stopped by Ctrl-C, as shells count it.</summary>
    public const int Cancelled = 130;
}
