/** Weather as somebody measures it beside the field; what was not measured is left out. */
export interface Measured {
  windMps?: number;
  temperatureC?: number;
  humidityPct?: number;
}

export const isMeasured = (m: Measured): boolean => Object.values(m).some((value) => value !== undefined);
