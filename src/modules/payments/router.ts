import { type Context, within } from "#kit/context.ts"
import type { Listener } from "#kit/listen.ts"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { answer, answerLive, serve } from "#kit/serve/serve.ts"
import { paymentsContract } from "./contract.ts"
import { describeAttempt } from "./describe-attempt.ts"
import { describeFinding } from "./describe-finding.ts"
import { listFindings } from "./list-findings.ts"
import { getAttempt, listAttempts } from "./queries.ts"
import { refreshAttempt } from "./refresh-attempt.ts"
import { watchAttempt } from "./watch-attempt.ts"

const byItsLink = permitEveryone("whoever holds the unguessable id may look: paying needs no session")

export function createPaymentsRouter({ listener }: { readonly listener: Listener }) {
  return serve(paymentsContract, {
    attempts: {
      list: answer(permit("payments.attempts.read"), async (ctx, input) => {
        const page = await listAttempts(ctx, within(ctx.actor), input)
        return { ...page, items: page.items.map((attempt) => describeAttempt(attempt, ctx.language)) }
      }),
      get: answer(byItsLink, async (ctx: Context, { id }) =>
        describeAttempt(await getAttempt(ctx, { kind: "all" }, id), ctx.language),
      ),
      refresh: answer(byItsLink, (ctx, { id }) => refreshAttempt(ctx, id)),
      progress: answerLive(byItsLink, async (scope, { id }, { signal }) =>
        watchAttempt(listener, scope, id, signal),
      ),
    },
    findings: {
      list: answer(permit("payments.findings.read"), async (ctx, input) => {
        const page = await listFindings(ctx, within(ctx.actor), input)
        return { ...page, items: page.items.map((finding) => describeFinding(finding, ctx.language)) }
      }),
    },
  })
}
