namespace DroneFarm.Tests.Browser;

/// <summary>What measures seconds or frames says nothing on a machine that builds or flies beside it: such tests are asked for by name.</summary>
internal static class Quiet
{
    public static void OrSkip()
    {
        if (Environment.GetEnvironmentVariable("DRONEFARM_QUIET") is null) Assert.Skip("it needs a machine with nothing else to do: set DRONEFARM_QUIET=1 and run tests/DroneFarm.Tests.Browser alone");
    }
}
