import { within } from "#kit/context.ts"
import { createRateLimit, type RateLimit } from "#kit/rate-limit.ts"
import { requestRefusals } from "#kit/serve/errors.ts"
import { permit } from "#kit/serve/permit.ts"
import type { CallScope } from "#kit/serve/scope.ts"
import { type Answers, answer, answerAfter, serve } from "#kit/serve/serve.ts"
import { notificationsContract } from "./contract.ts"
import { getTemplate } from "./get-template.ts"
import { listMemberPreferences } from "./list-member-preferences.ts"
import { listOwnPreferences } from "./list-own-preferences.ts"
import { listTemplates } from "./list-templates.ts"
import { previewWords } from "./preview-words.ts"
import { getMessage, listMessages } from "./queries.ts"
import { resendMessage } from "./resend-message.ts"
import { restoreWording } from "./restore-wording.ts"
import { savePreference } from "./save-preference.ts"
import { saveWording } from "./save-wording.ts"
import { sendTrial } from "./send-trial.ts"

/** Enough for an afternoon of writing, too little to bother a mail server. */
const TRIALS = { limit: 10, windowSeconds: 600 }

export function createNotificationsRouter() {
  return serve(notificationsContract, {
    preferences: {
      own: answer(permit("notifications.preferences.manage"), async (ctx) => ({
        items: await listOwnPreferences(ctx, within(ctx.actor)),
      })),
      save: answer(permit("notifications.preferences.manage"), (ctx, wish) =>
        savePreference(ctx, within(ctx.actor), wish),
      ),
      ofAccount: answer(permit("notifications.preferences.read"), async (ctx, { accountId }) => ({
        items: await listMemberPreferences(ctx, within(ctx.actor), accountId),
      })),
    },
    templates: answerTemplates(createRateLimit(TRIALS)),
    messages: {
      list: answer(permit("notifications.messages.read"), (ctx, filter) =>
        listMessages(ctx, within(ctx.actor), filter),
      ),
      get: answer(permit("notifications.messages.read"), (ctx, { id }) =>
        getMessage(ctx, within(ctx.actor), id),
      ),
      resend: answer(permit("notifications.messages.resend"), (ctx, { id }) => resendMessage(ctx, id)),
    },
  })
}

function answerTemplates(trials: RateLimit): Answers<(typeof notificationsContract)["templates"]> {
  return {
    list: answer(permit("notifications.templates.read"), async (ctx) => ({
      items: await listTemplates(ctx, within(ctx.actor)),
    })),
    get: answer(permit("notifications.templates.read"), (ctx, { id }) =>
      getTemplate(ctx, within(ctx.actor), id),
    ),
    save: answer(permit("notifications.templates.write"), (ctx, input) => saveWording(ctx, input)),
    restore: answer(permit("notifications.templates.write"), (ctx, input) => restoreWording(ctx, input)),
    preview: answer(permit("notifications.templates.read"), (ctx, input) => previewWords(ctx, input)),
    send: answerAfter(
      permit("notifications.templates.write"),
      async (scope) => countTrial(trials, scope),
      (ctx, input) => sendTrial(ctx, input),
    ),
  }
}

function countTrial(trials: RateLimit, { tenant, actor }: CallScope): void {
  const who = actor.kind === "staff" ? actor.personId : actor.kind
  const { allowed, resetSeconds: seconds } = trials.take(`${tenant} ${who}`)
  if (allowed) return
  requestRefusals.refuse("request.too_many", { seconds }, { retryAfterSeconds: seconds })
}
