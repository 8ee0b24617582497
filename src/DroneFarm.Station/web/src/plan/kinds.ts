/** The words of our files (missions/README.md). */
export const zoneKinds = ['fish-pond', 'house', 'neighbour-crop', 'water', 'bees', 'other'];
export const obstacleKinds = ['pole', 'power-line', 'pylon', 'tree', 'building', 'other'];
