import type { Context } from "#kit/context.ts"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { type Answers, answer, answerAfter } from "#kit/serve/serve.ts"
import { confirmEmailChange } from "./confirm-email-change.ts"
import type { identityContract } from "./contract.ts"
import { countLetter } from "./count-letter.ts"
import { getPerson } from "./get-person.ts"
import { keepEmail } from "./keep-email.ts"
import { requireProvedSession, requireSession } from "./proof.ts"
import { requestEmailChange } from "./request-email-change.ts"
import { savePerson } from "./save-person.ts"
import type { SignInMeans } from "./sign-in-router.ts"

const own = permit("identity.self.manage")

/** Their own, by their own session. Another address is another way in, so it asks who they are first. */
export function answerPerson(means: SignInMeans): Answers<(typeof identityContract)["person"]> {
  return {
    get: answer(own, (ctx) => describe(ctx, requireSession(ctx).personId)),
    save: answer(own, async (ctx, wish) => {
      const { personId } = requireSession(ctx)
      await savePerson(ctx, { ...wish, personId })
      return describe(ctx, personId)
    }),
    changeEmail: answerAfter(
      own,
      async (scope) => countLetter(means, scope),
      (ctx, { email }) => requestEmailChange(ctx, { personId: requireProvedSession(ctx).personId, email }),
    ),
    confirmEmail: answerAfter(
      own,
      async (scope) => countLetter(means, scope),
      (ctx, { token }) => {
        const { personId, id: sessionId } = requireSession(ctx)
        return confirmEmailChange(ctx, means.keyring, { token, personId, sessionId })
      },
    ),
    keepEmail: answerAfter(
      permitEveryone("the link in the mail to the old address is the proof, and works once"),
      async (scope) => countLetter(means, scope),
      (ctx, { token }) => keepEmail(ctx, means.keyring, token),
    ),
  }
}

async function describe(ctx: Context, personId: string) {
  const { name, email, phone, language } = await getPerson(ctx, personId)
  return { name, email, phone, language }
}
