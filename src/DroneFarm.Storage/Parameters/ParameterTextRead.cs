namespace DroneFarm.Storage.Parameters;

/// <summary>What a file of parameters holds.</summary>
/// <param name="Wrong">The first line that is none, and its number from 1; then there are no values.</param>
public sealed record ParameterTextRead(IReadOnlyList<NamedValue> Values, (int Line, string Text)? Wrong);
