import { Refusal } from "#kit/refusal.ts"
import { arrive } from "./arrive.ts"
import { identityRefusals } from "./errors.ts"
import { type FoundPassword, findPassword } from "./find-password.ts"
import { giveBackTurn } from "./give-back-turn.ts"
import { addressGuard, doorGuard } from "./guard.ts"
import { isPasswordPoolFull, NOBODYS_HASH, verifyPassword } from "./password.ts"
import { cookiesOf } from "./sign-in-cookies.ts"
import { actAt, type CameIn, type SignInDeps, type SignInSite } from "./sign-in-house.ts"
import { type Turn, takeTurn } from "./take-turn.ts"

export interface Credentials {
  readonly email: string
  readonly password: string
  readonly isRemembered?: boolean
}

/**
 * Two short transactions with the hash between them: one counts the try, the other lets in. An address that
 * nobody has goes the same way, with the same statements and a hash of the same cost.
 */
export async function signInByPassword(
  deps: SignInDeps,
  site: SignInSite,
  credentials: Credentials,
): Promise<CameIn> {
  if (isPasswordPoolFull()) identityRefusals.refuse("identity.sign_in_busy", {}, { retryAfterSeconds: 2 })
  const email = credentials.email.trim().toLowerCase()
  const device = cookiesOf(deps, site).device(email)
  // A browser that has been in before has a door of its own: a stranger's guesses don't lock its owner out.
  const door = device ? `door ${email} ${device}` : `door ${email}`
  const address = `address ${site.address}`
  const { counted, written } = countTry(deps, site, [
    { subject: door, kind: doorGuard },
    { subject: address, kind: addressGuard },
  ])
  // Side by side: whoever has to wait learns nothing from what was looked up.
  const [found] = await Promise.all([
    deps.database.read(site.tenant, (db) => findPassword(db, email)),
    counted,
  ])
  const giveBack = () => actAt(deps, site, ({ db }) => giveBackTurn(db, [door, address]))
  const isRight = await unlessBusy(() => isPasswordOf(found, credentials.password), giveBack)
  await written
  // A wrong word, an unknown address and an address that is none: all one to whoever asks.
  if (!found || !isRight) return identityRefusals.refuse("identity.sign_in_failed")
  return arrive(deps, site, {
    personId: found.personId,
    email,
    way: "password",
    isRemembered: credentials.isRemembered ?? true,
    tries: { door, address },
  })
}

/** Counted, or refused, before it is tried; the hash begins while that is written for good, and its outcome waits for it. */
function countTry(deps: SignInDeps, site: SignInSite, turns: readonly [Turn, Turn]) {
  const { promise: counted, resolve, reject } = Promise.withResolvers<void>()
  const written = actAt(deps, site, async ({ db }) => {
    await takeTurn(db, turns)
    resolve()
  })
  written.catch(reject)
  return { counted, written }
}

/** The hash is computed for nobody's as well: how long it takes tells nothing. */
async function isPasswordOf(found: FoundPassword | undefined, password: string): Promise<boolean> {
  const isRight = await verifyPassword(password, found?.hash ?? NOBODYS_HASH)
  return found !== undefined && isRight
}

async function unlessBusy<Result>(run: () => Promise<Result>, undo: () => Promise<void>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Refusal && error.declaration === identityRefusals.declarations.sign_in_busy)
      await undo()
    throw error
  }
}
