/** From which age on a value is grey: what nobody should act on any more, seconds. Positions come ten times a second, batteries and wind once or twice. */
export const staleAfterS = { place: 1.5, flow: 1.5, mode: 3, satellites: 3, battery: 4, wind: 4 } as const;
