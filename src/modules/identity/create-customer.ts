import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { type AccountWish, createAccount } from "./create-account.ts"
import { createPerson } from "./create-person.ts"
import { customerCreated } from "./events.ts"
import { members } from "./tables.ts"

export interface CustomerWish extends Omit<AccountWish, "phone"> {
  /** Theirs, and at first their account's. */
  readonly phone?: string | null
  /** From `hashPassword`, made before the transaction was opened. */
  readonly passwordHash: string
  readonly isEmailVerified?: boolean
}

/** A person with a password and an account that person owns. A known e-mail address is refused. */
export async function createCustomer(
  ctx: Context,
  wish: CustomerWish,
): Promise<{ personId: string; accountId: string }> {
  const personId = await createPerson(ctx, wish)
  const accountId = await createAccount(ctx, wish)
  const createdAt = ctx.clock.now()
  await ctx.db.insert(members).values({ id: ctx.newId("mem"), personId, accountId, role: "owner", createdAt })
  await announce(ctx, customerCreated, { personId, accountId })
  return { personId, accountId }
}
