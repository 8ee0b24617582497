namespace DroneFarm.Storage.Formats;

/// <summary>What a file says about itself, and where it says so.</summary>
/// <param name="Offset">Of its first byte, for messages.</param>
internal sealed record Said(string Text, long Offset);
