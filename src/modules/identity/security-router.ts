import type { RegistrationResponseJSON } from "@simplewebauthn/server"
import { renderSVG } from "uqr"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import { acceptTexts } from "./accept-texts.ts"
import { addPasskey } from "./add-passkey.ts"
import { beginPasskeyRegistration } from "./begin-passkey-registration.ts"
import { beginSecondFactor } from "./begin-second-factor.ts"
import { confirmSecondFactor } from "./confirm-second-factor.ts"
import type { identityContract } from "./contract.ts"
import { endSession } from "./end-session.ts"
import { endSessions } from "./end-sessions.ts"
import { getConsents } from "./get-consents.ts"
import { getSecurity } from "./get-security.ts"
import { requireProvedSession, requireSession } from "./proof.ts"
import { removePasskey } from "./remove-passkey.ts"
import { removeSecondFactor } from "./remove-second-factor.ts"
import { replaceRecoveryCodes } from "./replace-recovery-codes.ts"
import { saveConsents } from "./save-consents.ts"
import type { SignInMeans } from "./sign-in-router.ts"

const own = permit("identity.self.manage")
const done = { done: true } as const

/** Each line asks for the person's own session, and where it changes how they come in, for a fresh proof. */
export function answerSecurity({
  keyring,
}: Pick<SignInMeans, "keyring">): Answers<(typeof identityContract)["security"]> {
  return {
    get: answer(own, (ctx) => getSecurity(ctx, requireSession(ctx))),
    endSession: answer(own, async (ctx, { id }) => {
      await endSession(ctx, { personId: requireSession(ctx).personId, id })
      return done
    }),
    endOtherSessions: answer(own, async (ctx) => {
      const { personId, id } = requireSession(ctx)
      return { ended: await endSessions(ctx, { personId, keep: id }) }
    }),
    beginSecondFactor: answer(own, async (ctx) => {
      const begun = await beginSecondFactor(ctx, keyring, requireProvedSession(ctx).personId)
      return { ...begun, picture: renderSVG(begun.address, { border: 2 }) }
    }),
    confirmSecondFactor: answer(own, (ctx, { code }) => {
      const { personId, id } = requireProvedSession(ctx)
      return confirmSecondFactor(ctx, keyring, { personId, code, keep: id })
    }),
    removeSecondFactor: answer(own, async (ctx) => {
      await removeSecondFactor(ctx, requireProvedSession(ctx).personId)
      return done
    }),
    replaceRecoveryCodes: answer(own, async (ctx) => ({
      recoveryCodes: await replaceRecoveryCodes(ctx, requireProvedSession(ctx).personId),
    })),
    beginPasskey: answer(own, async (ctx) => ({
      ...(await beginPasskeyRegistration(ctx, requireProvedSession(ctx).personId)),
    })),
    addPasskey: answer(own, async (ctx, { name, response }) => {
      const { personId, id: sessionId } = requireProvedSession(ctx)
      const made = response as unknown as RegistrationResponseJSON
      await addPasskey(ctx, { personId, sessionId, name, response: made })
      return done
    }),
    removePasskey: answer(own, async (ctx, { id }) => {
      await removePasskey(ctx, { personId: requireProvedSession(ctx).personId, id })
      return done
    }),
  }
}

export function answerConsents(): Answers<(typeof identityContract)["consents"]> {
  return {
    get: answer(own, (ctx) => getConsents(ctx, requireSession(ctx).personId)),
    save: answer(own, (ctx, input) => saveConsents(ctx, requireSession(ctx).personId, input)),
    accept: answer(own, async (ctx) => {
      await acceptTexts(ctx, requireSession(ctx).personId)
      return done
    }),
  }
}
