namespace DroneFarm.Cli.Shell;

/// <summary>Input that cannot be used: carries the one line that names the file and the place in it. Caught once, where the verb ends.</summary>
internal sealed class BadInputException(string line) : Exception(line);
