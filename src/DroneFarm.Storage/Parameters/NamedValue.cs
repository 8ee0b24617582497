namespace DroneFarm.Storage.Parameters;

/// <summary>One parameter in a file.</summary>
public readonly record struct NamedValue(string Name, float Value);
