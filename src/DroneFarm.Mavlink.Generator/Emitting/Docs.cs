namespace DroneFarm.Mavlink.Generator.Emitting;

/// <summary>The first line of a docstring: our words, the standard name, what took its place.</summary>
internal static class Docs
{
    public static string Of(string? words, string name, string? superseded) =>
        (words is null ? "" : words.TrimEnd('.') + ". ") + name + (superseded is null ? "." : $", superseded by {superseded}.");
}
