/** The only file that rolls dice, for spreading pauses; ids and secrets come from node:crypto. Simulations hand in a seeded one. */
export const chance: () => number = Math.random
