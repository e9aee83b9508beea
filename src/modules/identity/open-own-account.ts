import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import type { Language } from "#kit/refusal.ts"
import { claimAccount } from "./claim-account.ts"
import { createAccount } from "./create-account.ts"
import { customerCreated } from "./events.ts"

export interface OwnAccountWish {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly country: string
  /** Theirs: until they say otherwise their account is rung up there, too. */
  readonly phone: string | null
}

/** The first account of somebody who is here for the first time. */
export async function openOwnAccount(ctx: Context, wish: OwnAccountWish): Promise<void> {
  const { personId, ...account } = wish
  const accountId = await createAccount(ctx, account)
  await claimAccount(ctx, { accountId, personId })
  await announce(ctx, customerCreated, { personId, accountId })
}
