/** What a pump gives at its full output, from a measured jar: the pump is straight between its least and its most. */
export function fullFlowLPerMin(litres: number, seconds: number, outputPct: number): number | null {
  if (!(litres > 0) || !(seconds > 0) || !(outputPct > 0) || outputPct > 100) return null;
  return ((litres / seconds) * 60 * 100) / outputPct;
}

/** Several jars: their mean, and how far they lie apart, in percent of it. More than 5 % is a nozzle to look at. */
export function mean(flows: number[]): { flow: number; spreadPct: number } | null {
  if (flows.length === 0) return null;
  const flow = flows.reduce((sum, f) => sum + f, 0) / flows.length;
  return { flow, spreadPct: ((Math.max(...flows) - Math.min(...flows)) / flow) * 100 };
}
