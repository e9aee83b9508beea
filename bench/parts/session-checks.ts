import { createActorResolver } from "#identity"
import { machineClock } from "#kit/clock.ts"
import { silentLog } from "#kit/context.ts"
import { openDatabase } from "#kit/db.ts"
import type { Ground } from "./ground.ts"

export interface SessionChecks extends AsyncDisposable {
  /** Microseconds a check takes while its last answer is remembered. */
  remembered(rounds: number): Promise<number>
  /** The same when it has to be asked for. */
  asked(rounds: number): Promise<number>
  /** Statements that the last check sent which asked. */
  statements(): number
}

/** Our own look-up, as the program does it for each request, in this process and for a session it has opened. */
export async function openSessionChecks({ appUrl, cookieSecrets, shop }: Ground): Promise<SessionChecks> {
  const sent: string[] = []
  const database = openDatabase({ url: appUrl, log: silentLog, onStatement: (text) => void sent.push(text) })
  const resolver = createActorResolver({ database, secrets: cookieSecrets, clock: machineClock })
  const headers = new Headers({ cookie: await shop.signIn() })
  const request = { tenant: shop.tenant, isSecure: false, address: "127.0.0.1", headers }
  const check = async () => {
    const { actor } = await resolver.resolve(request)
    if (actor.kind !== "customer") throw new Error(`The session was taken for a ${actor.kind}'s.`)
  }
  const time = async (rounds: number, before: () => void) => {
    await check()
    let sum = 0
    for (let round = 0; round < rounds; round++) {
      before()
      const beganMs = performance.now()
      await check()
      sum += performance.now() - beganMs
    }
    return (sum / rounds) * 1_000
  }
  return {
    remembered: (rounds) => time(rounds, () => {}),
    asked: (rounds) =>
      time(rounds, () => {
        resolver.forgetSession(request)
        sent.length = 0
      }),
    statements: () => sent.length,
    [Symbol.asyncDispose]: () => database.close(),
  }
}
