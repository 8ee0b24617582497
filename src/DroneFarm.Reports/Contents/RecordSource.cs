using DroneFarm.Core.Coverage;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Records;

namespace DroneFarm.Reports.Contents;

/// <summary>All that a printed record is made from.</summary>
internal sealed record RecordSource(SprayRecord Record, Plan Plan, AsApplied Applied, FlightLog Log);
