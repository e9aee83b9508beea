import type { RateLimit } from "#kit/rate-limit.ts"
import type { Keyring } from "#kit/secrets.ts"
import { permitEveryone } from "#kit/serve/permit.ts"
import { type Answers, answerAfter } from "#kit/serve/serve.ts"
import type { AccessGate } from "./access-gate.ts"
import { type BreachCheck, refuseBreached } from "./breach-check.ts"
import { confirmSignUp } from "./confirm-sign-up.ts"
import type { identityContract } from "./contract.ts"
import { countLetter } from "./count-letter.ts"
import { identityRefusals } from "./errors.ts"
import { findAskedPassword } from "./find-asked-password.ts"
import { findPolicy } from "./find-policy.ts"
import { hashPassword, verifyPassword } from "./password.ts"
import { requestLink } from "./request-link.ts"
import { requestSignUp } from "./request-sign-up.ts"
import { resetPassword } from "./reset-password.ts"

/** What signing up and in needs besides the database. */
export interface SignInMeans {
  readonly keyring: Keyring
  readonly breaches: BreachCheck
  /** Proves what a zero-trust proxy says of staff. */
  readonly access: AccessGate
  /** Of mails that one network address may set off; absent where limits are off. */
  readonly letters?: RateLimit
}

const beforeSignIn = permitEveryone("whoever has no session yet has to begin somewhere")
const byItsLink = permitEveryone("the link in the mail is the proof, and works once")

export function answerSignUps(means: SignInMeans): Answers<(typeof identityContract)["signUps"]> {
  return {
    request: answerAfter(
      beforeSignIn,
      async (scope, input) => {
        countLetter(means, scope)
        await refuseBreached(means.breaches, input.password, "password")
        return hashPassword(input.password)
      },
      (ctx, input, passwordHash) => requestSignUp(ctx, { ...input, passwordHash }),
    ),
    confirm: answerAfter(
      byItsLink,
      async (scope, { token, password = "" }) => {
        countLetter(means, scope)
        const asked = await scope.transact((ctx) => findAskedPassword(ctx, means.keyring, token))
        if (asked === undefined || (await verifyPassword(password, asked))) return
        identityRefusals.refuse("identity.password_wrong", {}, { field: "password" })
      },
      (ctx, { token }) => confirmSignUp(ctx, means.keyring, token),
    ),
  }
}

export function answerPasswords(means: SignInMeans): Answers<(typeof identityContract)["passwords"]> {
  return {
    forget: answerAfter(
      beforeSignIn,
      async (scope) => countLetter(means, scope),
      async (ctx, { email, language }) => {
        await requestLink(ctx, { kind: "reset-password", email, language })
        return { sentTo: email.trim().toLowerCase() }
      },
    ),
    reset: answerAfter(
      byItsLink,
      async (scope, input) => {
        countLetter(means, scope)
        await refuseBreached(means.breaches, input.password, "password")
        return hashPassword(input.password)
      },
      (ctx, { token }, passwordHash) => resetPassword(ctx, means.keyring, { token, passwordHash }),
    ),
  }
}

export function answerSignInLinks(means: SignInMeans): Answers<(typeof identityContract)["signInLinks"]> {
  return {
    request: answerAfter(
      beforeSignIn,
      async (scope) => countLetter(means, scope),
      async (ctx, { email, language }) => {
        const { allowsMagicLinks } = await findPolicy(ctx)
        if (!allowsMagicLinks) identityRefusals.refuse("identity.links_off")
        await requestLink(ctx, { kind: "sign-in", email, language })
        return { sentTo: email.trim().toLowerCase() }
      },
    ),
  }
}
