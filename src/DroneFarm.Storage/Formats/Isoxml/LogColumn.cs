namespace DroneFarm.Storage.Formats.Isoxml;

/// <summary>A column of a <see cref="TimeLog"/>.</summary>
/// <param name="Ddi">What is measured: a data dictionary identifier of ISO 11783-11, which also fixes the unit.</param>
/// <param name="DeviceElement">Which part of the machine says so.</param>
public sealed record LogColumn(int Ddi, string DeviceElement);
