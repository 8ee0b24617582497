namespace DroneFarm.Flight.Exchanges.Files;

/// <summary>The end of a <see cref="FileRead"/> or <see cref="FileWrite"/>.</summary>
/// <param name="Error">The vehicle's word when it refused.</param>
/// <param name="Content">What was read, or written and found equal by its checksum; empty otherwise.</param>
public sealed record FileResult(TransferOutcome Outcome, FileError Error, ReadOnlyMemory<byte> Content);
