/** A small generator of numbers that look random and are the same for the same seed (mulberry32). Never for secrets. */
export interface SeededRandom {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number
  happens(chance: number): boolean
  fill(bytes: Uint8Array): void
}

export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const next = () => word() / 2 ** 32
  return {
    next,
    below: (below) => Math.floor(next() * below),
    happens: (chance) => next() < chance,
    fill: (bytes) => {
      for (let index = 0; index < bytes.length; index++) bytes[index] = word() & 255
    },
  }
}
