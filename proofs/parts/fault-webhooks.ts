import { playWebhooks } from "#app/testing/webhook-trial.ts"
import { monotonicMs } from "#kit/clock.ts"
import type { Claim } from "./claim.ts"
import type { ProofGround } from "./proof-ground.ts"

const MOST_SHOWN = 12

/** F3: notices repeated, shuffled, late, early and forged. */
export async function proveWebhooks(ground: ProofGround, webhooks: number): Promise<Claim[]> {
  const beganMs = monotonicMs()
  const found = await playWebhooks({
    ...ground,
    webhooks,
    onProgress: (words) => console.log(`  webhooks: ${words}`),
  })
  for (const words of [...found.astray, ...found.brokenPromises].slice(0, MOST_SHOWN))
    console.log(`  ${words}`)
  const minutes = ((monotonicMs() - beganMs) / 60_000).toFixed(1)
  return [
    {
      holds: found.lost === 0 && found.webhooks >= webhooks,
      words: `F3: ${found.webhooks} webhooks of ${found.attempts} payments in ${found.sendings} shuffled sendings over three days, ${found.early} before our commit: ${found.lost} lost (${minutes} min)`,
    },
    {
      holds: found.believed === 0 && found.forged > 0,
      words: `F3: ${found.forged} forged or truncated: ${found.believed} stored, applied or answered with anything but 4xx`,
    },
    {
      holds: found.astray.length === 0 && found.settledTwice === 0,
      words: `F3: ${found.astray.length} payments stand elsewhere than in-order notices would have put them, ${found.settledTwice} settled twice`,
    },
    { holds: found.brokenPromises.length === 0, words: "F3: every promise holds afterwards" },
  ]
}
