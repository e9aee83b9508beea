import { randomInt } from "node:crypto"
import { createServer } from "node:net"

/** Below those that the system gives to connections on their way out: one of them could take it before it is used. */
const FIRST = 20_000
const LAST = 32_000
const MOST_TRIES = 50

/** A port nobody listens on right now, for programs that must know their own address before they begin. */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const port = randomInt(FIRST, LAST)
    if (await isFree(port)) return port
  }
  throw new Error(`No free port between ${FIRST} and ${LAST}.`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once("error", () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
}
