import type { Context } from "#kit/context.ts"
import type { Money } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import type { Attempt } from "./attempt.ts"
import { readAttempt } from "./attempt-rows.ts"
import { attempts } from "./tables.ts"

export interface AttemptWish {
  readonly reference: string
  readonly accountId: string
  readonly amount: Money
  /** The tax in it, as its paper will say; absent where only a part of the paper is paid by this. */
  readonly taxMinor?: bigint | undefined
  readonly description: string
  readonly language: Language
}

/** Writes the intent to settle a reference. Undefined: somebody else was faster, for there is one live attempt at a time. */
export async function writeAttempt(
  ctx: Context,
  wanted: AttemptWish,
  by: {
    readonly endpointId: string
    readonly gateway: string
    readonly methodId?: string
    readonly asksToKeep?: boolean
  },
): Promise<Attempt | undefined> {
  const written = await ctx.db
    .insert(attempts)
    .values({
      id: ctx.newId("pay"),
      reference: wanted.reference,
      accountId: wanted.accountId,
      ...by,
      amountMinor: wanted.amount.minor,
      currency: wanted.amount.currency,
      taxMinor: wanted.taxMinor ?? null,
      description: wanted.description,
      language: wanted.language,
      state: "created",
      createdAt: ctx.clock.now(),
    })
    // The index lets one live attempt per reference in.
    .onConflictDoNothing()
    .returning()
  return written[0] && readAttempt(written[0])
}
