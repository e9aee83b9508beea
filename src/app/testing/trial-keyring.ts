import { createKeyring } from "#kit/secrets.ts"

/** The same for every process of a trial: what one sealed, the other must open. */
export function trialKeyring() {
  return createKeyring({ current: "k1", keys: { k1: new Uint8Array(32).fill(7) } })
}
