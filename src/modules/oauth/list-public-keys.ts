import { desc, gt, isNull, or, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { ensureSigningKey } from "./ensure-signing-key.ts"
import { SIGNING_ALGORITHM } from "./signing-key.ts"
import { signingKeys } from "./tables.ts"

/** The JWKS: the one that signs, the next one, and those whose tokens may still be about. */
export async function listPublicKeys(
  ctx: Context,
  keyring: Keyring,
): Promise<{ keys: Readonly<Record<string, unknown>>[] }> {
  await ensureSigningKey(ctx, keyring)
  const rows = await ctx.db
    .select({ id: signingKeys.id, publicJwk: signingKeys.publicJwk })
    .from(signingKeys)
    .where(or(isNull(signingKeys.publishedUntil), gt(signingKeys.publishedUntil, sql`now()`)))
    .orderBy(desc(signingKeys.signsFrom))
    .limit(10)
  return {
    keys: rows.map(({ id, publicJwk }) => ({ ...publicJwk, kid: id, use: "sig", alg: SIGNING_ALGORITHM })),
  }
}
