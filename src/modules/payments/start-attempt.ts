import { type Context, type Reach } from "#kit/context.ts"
import { isSame, type Money } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { startWork } from "#kit/work/start-work.ts"
import { type AttemptView, describeAttempt } from "./describe-attempt.ts"
import { paymentRefusals } from "./errors.ts"
import { findEndpoint, findLiveAttempt, getAttempt } from "./queries.ts"
import { attempts } from "./tables.ts"
import { openCheckoutWork } from "./work-kinds.ts"

export interface NewAttempt {
  readonly reference: string
  readonly accountId: string
  readonly amount: Money
  readonly gateway: string
  readonly description: string
  readonly language: Language
}

/** The caller has already looked whether the payer may pay this; here the attempt belongs to the house. */
const wholeHouse: Reach = { kind: "all" }

/** Starts to settle a reference, or hands back the attempt that is doing it: there is one at a time. */
export async function startAttempt(ctx: Context, wanted: NewAttempt): Promise<AttemptView> {
  const live = await findLiveAttempt(ctx, wholeHouse, wanted.reference)
  if (live) return describeAttempt(checkSame(live, wanted), ctx.language)
  const endpoint = await findEndpoint(ctx, wholeHouse, { gateway: wanted.gateway })
  if (endpoint?.state !== "enabled") {
    return paymentRefusals.refuse("payments.gateway_missing", { gateway: wanted.gateway })
  }

  const id = ctx.newId("pay")
  const written = await ctx.db
    .insert(attempts)
    .values({
      id,
      reference: wanted.reference,
      accountId: wanted.accountId,
      endpointId: endpoint.id,
      gateway: wanted.gateway,
      amountMinor: wanted.amount.minor,
      currency: wanted.amount.currency,
      description: wanted.description,
      language: wanted.language,
      state: "created",
      createdAt: ctx.clock.now(),
    })
    // Somebody else's click was faster: the index lets one live attempt per reference in.
    .onConflictDoNothing()
    .returning({ id: attempts.id })
  if (written.length === 0) return startAttempt(ctx, wanted)
  await startWork(ctx, openCheckoutWork, { attemptId: id }, { key: `open-checkout:${id}` })
  return describeAttempt(await getAttempt(ctx, wholeHouse, id), ctx.language)
}

function checkSame<Live extends { readonly amount: Money }>(live: Live, wanted: NewAttempt): Live {
  if (isSame(live.amount, wanted.amount)) return live
  return paymentRefusals.refuse("payments.other_amount_running", { reference: wanted.reference })
}
