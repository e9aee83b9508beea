import { type Context, within } from "#kit/context.ts"
import type { Listener } from "#kit/listen.ts"
import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { answer, answerLive, serve } from "#kit/serve/serve.ts"
import { chooseDefaultMethod } from "./choose-default-method.ts"
import { paymentsContract } from "./contract.ts"
import { describeAttempt } from "./describe-attempt.ts"
import { describeFinding } from "./describe-finding.ts"
import { describeMethod, describeSetup } from "./describe-method.ts"
import { getSetup } from "./get-setup.ts"
import { listBankRefunds } from "./list-bank-refunds.ts"
import { listFindings } from "./list-findings.ts"
import { listMethods } from "./list-methods.ts"
import { getAttempt, listAttempts } from "./queries.ts"
import { refreshAttempt } from "./refresh-attempt.ts"
import { refreshSetup } from "./refresh-setup.ts"
import { removeMethod } from "./remove-method.ts"
import { sendBankRefund } from "./send-bank-refund.ts"
import { startSetup } from "./start-setup.ts"
import { watchAttempt } from "./watch-attempt.ts"
import { watchSetup } from "./watch-setup.ts"

const byItsLink = permitEveryone("whoever holds the unguessable id may look: paying needs no session")

export function createPaymentsRouter({ listener }: { readonly listener: Listener }) {
  return serve(paymentsContract, {
    methods: {
      list: answer(permit("payments.methods.read"), async (ctx, input) => {
        const page = await listMethods(ctx, within(ctx.actor), input)
        return { ...page, items: page.items.map((method) => describeMethod(method, ctx.language)) }
      }),
      makeDefault: answer(permit("payments.methods.write"), async (ctx, { id }) =>
        describeMethod(await chooseDefaultMethod(ctx, id), ctx.language),
      ),
      remove: answer(permit("payments.methods.write"), (ctx, { id }) => removeMethod(ctx, id)),
    },
    setups: {
      start: answer(permit("payments.methods.write"), async (ctx, { id: accountId, gateway }) =>
        describeSetup(await startSetup(ctx, { accountId, gateway }), ctx.language),
      ),
      get: answer(permit("payments.methods.read"), async (ctx, { id }) =>
        describeSetup(await getSetup(ctx, within(ctx.actor), id), ctx.language),
      ),
      refresh: answer(permit("payments.methods.write"), async (ctx, { id }) =>
        describeSetup(await refreshSetup(ctx, id), ctx.language),
      ),
      progress: answerLive(permit("payments.methods.read"), async (scope, { id }, { signal }) =>
        watchSetup(listener, scope, { id, reach: within(scope.actor), signal }),
      ),
    },
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
    bankRefunds: {
      list: answer(permit("payments.bank-refunds.read"), (ctx, input) =>
        listBankRefunds(ctx, within(ctx.actor), input),
      ),
      send: answer(permit("payments.bank-refunds.write"), (ctx, input) =>
        sendBankRefund(ctx, within(ctx.actor), input),
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
