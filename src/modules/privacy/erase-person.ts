import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { closeDoors, getPerson } from "#identity"
import type { Context } from "#kit/context.ts"
import type { PersonalTable } from "#kit/personal-data/define.ts"
import { eraseTable } from "#kit/personal-data/erase-table.ts"
import { defineWork, GiveUp, type Work, type WorkKind } from "#kit/work/define.ts"
import { erasureBegins, findMessageState, sendMessage } from "#notifications"
import { getSettings } from "#tenancy"
import { describeMeaning } from "./describe-meaning.ts"
import { loadSubject } from "./load-subject.ts"
import type { PrivacyDoors } from "./means.ts"
import { erasures } from "./tables.ts"
import { type ErasureInput, erasePersonHead } from "./work-heads.ts"

/** The farewell gets an hour to leave the house; after that its address goes, whether it left or not. */
const FAREWELL_SECONDS = 3_600

/** Tables hold at most so many rounds of 5,000 rows about one person; more is a fault, and a person looks. */
const MOST_ROUNDS = 200

/**
 * Farewell, doors, then table by table in the holders' own order, each in a step of its own: after a crash it goes on
 * where it was. The person's row comes last, for the other steps look for what stands in it.
 */
export function erasePersonWork(doors: PrivacyDoors): WorkKind<ErasureInput> {
  return defineWork({
    ...erasePersonHead,
    run: async (work, { erasureId }) => {
      const messageId = await work.record("say-farewell", (ctx) => sayFarewell(ctx, doors, erasureId))
      await work.poll("let-it-go", { everySeconds: 60, atMostSeconds: 2 * FAREWELL_SECONDS }, (call) =>
        call.transact((ctx) => hasLeft(ctx, { messageId, erasureId })),
      )
      await work.record("close-doors", async (ctx) => {
        await closeDoors(ctx, await loadSubject(ctx, doors.holders, await personOf(ctx, erasureId)))
      })
      const counts: Record<string, number> = {}
      for (const table of doors.holders.flatMap(({ tables }) => tables)) {
        const rows = await eraseStep(work, doors, { erasureId, table })
        if (rows > 0) counts[nameOf(table)] = rows
      }
      await work.record("finish", (ctx) => finish(ctx, erasureId, counts), { isLast: true })
    },
  })
}

async function eraseStep(
  work: Work,
  { holders }: PrivacyDoors,
  { erasureId, table }: { readonly erasureId: string; readonly table: PersonalTable },
): Promise<number> {
  if (table.erasure.kind === "kept") return 0
  let rows = 0
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const done = await work.record(`erase ${nameOf(table)}${round === 1 ? "" : ` ${round}`}`, async (ctx) => {
      const subject = await loadSubject(ctx, holders, await personOf(ctx, erasureId))
      return { ...(await eraseTable(ctx, subject, table)) }
    })
    rows += done.rows
    if (!done.isUnfinished) return rows
  }
  throw new GiveUp(`${table.table} still holds rows after ${rows}.`)
}

function nameOf({ table, part }: PersonalTable): string {
  return part === undefined ? table : `${table} (${part})`
}

async function sayFarewell(ctx: Context, { holders }: PrivacyDoors, erasureId: string): Promise<string> {
  const person = await getPerson(ctx, await personOf(ctx, erasureId))
  const settings = await getSettings(ctx)
  const meaning = await describeMeaning(ctx, holders, person.language)
  const { messageId } = await sendMessage(ctx, {
    template: erasureBegins,
    to: { name: person.name, address: person.email },
    language: person.language,
    key: `erasure-begins:${erasureId}`,
    data: {
      name: person.name,
      shop: settings.name,
      stays: meaning.stays.map(({ what, until }) => ({
        what,
        until: Temporal.Instant.from(until ?? ctx.clock.now().toString())
          .toZonedDateTimeISO(settings.timeZone)
          .toPlainDate()
          .toString(),
      })),
    },
  })
  return messageId
}

async function hasLeft(
  ctx: Context,
  { messageId, erasureId }: { readonly messageId: string; readonly erasureId: string },
): Promise<string | undefined> {
  const message = await findMessageState(ctx, messageId)
  if (!message || message.state === "sent" || message.state === "failed") return message?.state ?? "gone"
  const isLate =
    Temporal.Instant.compare(message.createdAt.add({ seconds: FAREWELL_SECONDS }), ctx.clock.now()) <= 0
  if (isLate) ctx.log.warn({ erasureId, messageId }, "a farewell did not leave in its hour")
  return isLate ? "late" : undefined
}

async function finish(
  ctx: Context,
  erasureId: string,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  const personId = await personOf(ctx, erasureId)
  await ctx.db
    .update(erasures)
    .set({ state: "done", doneAt: ctx.clock.now(), counts })
    .where(eq(erasures.id, erasureId))
  await recordAudit(ctx, {
    act: "privacy.erased",
    subjectId: personId,
    after: { erasureId, rows: counts },
  })
}

async function personOf(ctx: Context, erasureId: string): Promise<string> {
  const [row] = await ctx.db
    .select({ personId: erasures.personId, state: erasures.state })
    .from(erasures)
    .where(eq(erasures.id, erasureId))
    .limit(1)
  if (!row) throw new GiveUp(`The erasure ${erasureId} is gone.`)
  if (row.state !== "erasing") throw new GiveUp(`The erasure ${erasureId} is ${row.state}, not under way.`)
  return row.personId
}
