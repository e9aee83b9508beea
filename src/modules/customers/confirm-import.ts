import { eq, sql } from "drizzle-orm"
import { recordAudit } from "#audit"
import { createAccounts } from "#identity"
import { type Context, within } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { customerRefusals } from "./errors.ts"
import { getImport, type ImportView } from "./get-import.ts"
import { markKnown } from "./mark-known.ts"
import type { PlannedRow } from "./planned-row.ts"
import { accountTags, fieldValues, imports, tags } from "./tables.ts"
import { keyOfName, MOST_TAGS } from "./tag.ts"
import { inviteImportedHead, startable } from "./work-heads.ts"

/** As many rows as one statement takes comfortably. */
const BATCH = 500

/** Makes the customers of the good rows, in sets. A confirmed file stays as it is, however often it is confirmed. */
export async function confirmImport(
  ctx: Context,
  wish: { readonly id: string; readonly sendsInvitations: boolean },
): Promise<ImportView> {
  const reach = within(ctx.actor)
  // One import at a time in a shop: two of the same file must see each other's customers.
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`customers.import ${ctx.tenant}`}))`)
  const { state, fileName } = await getImport(ctx, reach, wish.id)
  if (state === "confirmed") return getImport(ctx, reach, wish.id)
  if (wish.sendsInvitations && !ctx.actor.permissions.has("identity.members.write")) {
    customerRefusals.refuse("customers.may_not_invite", {}, { field: "sendsInvitations" })
  }
  const [found] = await ctx.db
    .select({ rows: imports.rows })
    .from(imports)
    .where(eq(imports.id, wish.id))
    .limit(1)
  const rows = await markKnown(ctx, found?.rows ?? [])
  const fresh = rows.filter((row) => row.standing === "fresh")
  const ids = await createAccounts(ctx, fresh)
  const made = fresh.map((row, index) => ({ ...row, accountId: ids[index] ?? "" }))
  await wearTags(ctx, made)
  await keepFields(ctx, made)
  const byLine = new Map(made.map((row) => [row.line, row]))
  const confirmedAt = ctx.clock.now()
  await ctx.db
    .update(imports)
    .set({
      state: "confirmed",
      rows: rows.map((row) => byLine.get(row.line) ?? row),
      sendsInvitations: wish.sendsInvitations,
      createdCount: made.length,
      confirmedAt,
    })
    .where(eq(imports.id, wish.id))
  if (wish.sendsInvitations && made.length > 0) {
    await startWork(ctx, startable(inviteImportedHead), { importId: wish.id }, { key: wish.id })
  }
  await recordAudit(ctx, {
    act: "customers.imported",
    subjectId: wish.id,
    after: { fileName, created: made.length, sendsInvitations: wish.sendsInvitations },
  })
  return getImport(ctx, reach, wish.id)
}

type MadeRow = PlannedRow & { readonly accountId: string }

async function wearTags(ctx: Context, made: readonly MadeRow[]): Promise<void> {
  const names = new Map(made.flatMap((row) => row.tags).map((name) => [keyOfName(name), name]))
  if (names.size === 0) return
  const known = await ctx.db.select({ id: tags.id, nameKey: tags.nameKey }).from(tags).limit(MOST_TAGS)
  const missing = [...names].filter(([nameKey]) => !known.some((tag) => tag.nameKey === nameKey))
  if (known.length + missing.length > MOST_TAGS) {
    customerRefusals.refuse("customers.too_many_tags", { limit: MOST_TAGS })
  }
  const fresh = missing.map(([nameKey, name]) => ({
    id: ctx.newId("tag"),
    name,
    nameKey,
    color: "grey" as const,
    createdAt: ctx.clock.now(),
  }))
  if (fresh.length > 0) await ctx.db.insert(tags).values(fresh)
  const ids = new Map([...known, ...fresh].map((tag) => [tag.nameKey, tag.id]))
  const worn = made.flatMap(({ accountId, tags: ofRow }) =>
    ofRow.map((name) => ({ id: ctx.newId("tgd"), accountId, tagId: ids.get(keyOfName(name)) ?? "" })),
  )
  for (const part of cut(worn)) await ctx.db.insert(accountTags).values(part).onConflictDoNothing()
}

async function keepFields(ctx: Context, made: readonly MadeRow[]): Promise<void> {
  const values = made.flatMap(({ accountId, fields }) =>
    Object.entries(fields).map(([fieldId, value]) => ({ id: ctx.newId("fva"), accountId, fieldId, value })),
  )
  for (const part of cut(values)) await ctx.db.insert(fieldValues).values(part)
}

function cut<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) =>
    rows.slice(index * BATCH, (index + 1) * BATCH),
  )
}
