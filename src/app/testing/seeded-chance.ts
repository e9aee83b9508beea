import { randomFillSync } from "node:crypto"
import type { Clock } from "#kit/clock.ts"
import { createIds, type NewId } from "#kit/id.ts"
import { createOutside, type Outside } from "#kit/outside/outside.ts"
import { createSeededRandom } from "#kit/work/seeded-random.ts"

/** Of a UUIDv7: behind the milliseconds. */
const SORTED_FROM = 6
const SORTED_TO = 11

/** What a seed decides besides the turns: ids, and how calls outside pause and tire. Sown anew for each seed. */
export interface SeededChance {
  readonly newId: NewId
  readonly outside: Outside
  sow(seed: number): Promise<void>
}

/**
 * Calls pause for no real time, and a host's rest is measured by the company's clock: else whether a breaker is
 * open would be the machine's mood. Each seed begins with hosts that never failed.
 */
export function createSeededChance(clock: Clock): SeededChance {
  let random = createSeededRandom(0)
  const open = () =>
    createOutside({
      userAgent: "Hostwell",
      random: () => random.next(),
      monotonic: () => clock.now().epochMilliseconds,
      pause: () => Promise.resolve(),
    })
  let outside = open()
  return {
    newId: createIds(clock, (bytes) => {
      // What ids of one moment are sorted by is the seed's; their ends differ, so that a seed can be played again.
      randomFillSync(bytes)
      random.fill(bytes.subarray(SORTED_FROM, SORTED_TO))
    }),
    outside: {
      host: (config) => ({
        name: config.name,
        call: (call) => outside.host(config).call(call),
        state: () => outside.host(config).state(),
      }),
      states: () => outside.states(),
      close: () => outside.close(),
    },
    sow: async (seed) => {
      random = createSeededRandom(seed)
      const used = outside
      outside = open()
      await used.close()
    },
  }
}
