namespace DroneFarm.Core.Planning;

/// <summary>How far the planner is. Reported from one thread at a time, with counts that never fall.</summary>
public readonly record struct PlanProgress(int FieldsDone, int FieldsTotal);
