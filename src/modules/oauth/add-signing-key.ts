import { isNull, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { KEY_OVERLAP_HOURS, makeSigningKey } from "./signing-key.ts"
import { signingKeys } from "./tables.ts"

/** The one before stays published until nobody can hold a token of it that is still good. */
export async function addSigningKey(
  ctx: Context,
  keyring: Keyring,
  wish: { readonly leadHours: number },
): Promise<void> {
  const id = ctx.newId("sgk")
  const { publicJwk, privateJwk } = await makeSigningKey()
  // Cut, not rounded as the column would: a key that signs from now on must not begin in half a millisecond.
  const from = sql`date_trunc('milliseconds', now()) + make_interval(hours => ${wish.leadHours})`
  await ctx.db
    .update(signingKeys)
    .set({ publishedUntil: sql`${from} + make_interval(hours => ${KEY_OVERLAP_HOURS})` })
    .where(isNull(signingKeys.publishedUntil))
  const place = { tenant: ctx.tenant, table: "oauth.signing_keys", column: "private_sealed", row: id }
  await ctx.db.insert(signingKeys).values({
    id,
    publicJwk,
    privateSealed: keyring.seal(place, privateJwk),
    signsFrom: from as never,
    createdAt: sql`now()` as never,
  })
}
