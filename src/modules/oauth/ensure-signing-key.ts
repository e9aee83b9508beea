import type { KeyObject } from "node:crypto"
import { desc, lte, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { addSigningKey } from "./add-signing-key.ts"
import { KEY_LIFE_DAYS, KEY_OVERLAP_HOURS, readPrivateKey } from "./signing-key.ts"
import { signingKeys } from "./tables.ts"

/** The key that signs now; the first is made when it is needed, and each one's successor in time to be known. */
export async function ensureSigningKey(
  ctx: Context,
  keyring: Keyring,
): Promise<{ id: string; privateKey: KeyObject }> {
  const known = await findSigningKey(ctx)
  if (known && !known.isOld) return open(ctx, keyring, known)
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`oauth.signing-keys ${ctx.tenant}`}))`)
  // Another process may have made it while this one waited.
  const seen = await findSigningKey(ctx)
  if (!seen || seen.isOld) await addSigningKey(ctx, keyring, { leadHours: seen ? KEY_OVERLAP_HOURS : 0 })
  const signing = seen ?? (await findSigningKey(ctx))
  if (!signing) throw new Error("A signing key that was just made is missing.")
  return open(ctx, keyring, signing)
}

interface Found {
  readonly id: string
  readonly privateSealed: string
  readonly isOld: boolean
}

/** Old: it has signed long enough, and nobody is there yet to take over. */
async function findSigningKey(ctx: Context): Promise<Found | undefined> {
  const [row] = await ctx.db
    .select({
      id: signingKeys.id,
      privateSealed: signingKeys.privateSealed,
      isOld: sql<boolean>`${signingKeys.publishedUntil} is null
        and ${signingKeys.signsFrom} < now() - make_interval(days => ${KEY_LIFE_DAYS})`,
    })
    .from(signingKeys)
    .where(lte(signingKeys.signsFrom, sql`now()`))
    .orderBy(desc(signingKeys.signsFrom), desc(signingKeys.id))
    .limit(1)
  return row
}

function open(ctx: Context, keyring: Keyring, { id, privateSealed }: Found) {
  const place = { tenant: ctx.tenant, table: "oauth.signing_keys", column: "private_sealed", row: id }
  return { id, privateKey: readPrivateKey(keyring.open(place, privateSealed)) }
}
