import { recordAudit } from "#audit"
import { getPerson } from "#identity"
import { actorId, type Context } from "#kit/context.ts"
import { erasureAsked, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { GRACE_DAYS } from "./erasure.ts"
import { privacyRefusals } from "./errors.ts"
import { findOpenErasure } from "./find-open-erasure.ts"
import { listObstacles } from "./list-obstacles.ts"
import { type PrivacyDoors, undoToken } from "./means.ts"
import { erasures } from "./tables.ts"
import { describeErasure, type ErasureView } from "./views.ts"

/** A wish, not yet a deed: it is told by mail at once, with a link that takes it back, and waits some days. */
export async function requestErasure(
  ctx: Context,
  { keyring, holders }: PrivacyDoors,
  { personId, reason }: { readonly personId: string; readonly reason?: string },
): Promise<ErasureView> {
  const person = await getPerson(ctx, personId)
  if (person.erasedAt) privacyRefusals.refuse("privacy.person_erased", { personId })
  if (await findOpenErasure(ctx, personId)) privacyRefusals.refuse("privacy.erasure_under_way", { personId })
  const obstacles = await listObstacles(ctx, holders, personId)
  if (obstacles.length > 0) {
    const names = obstacles.map(({ name }) => name).join(", ")
    privacyRefusals.refuse("privacy.erasure_held", { names: names.slice(0, 300) })
  }
  const settings = await getSettings(ctx)
  const now = ctx.clock.now()
  // Whole calendar days of the shop: whoever asks late in the evening has as long as everybody else.
  const dueAt = now.toZonedDateTimeISO(settings.timeZone).add({ days: GRACE_DAYS })
  const [row] = await ctx.db
    .insert(erasures)
    .values({
      id: ctx.newId("era"),
      personId,
      state: "waiting",
      askedBy: actorId(ctx.actor),
      reason: reason ?? null,
      createdAt: now,
      dueAt: dueAt.toInstant(),
      obstacles: [],
      counts: {},
    })
    .onConflictDoNothing()
    .returning()
  if (!row) return privacyRefusals.refuse("privacy.erasure_under_way", { personId })
  const token = undoToken(keyring, ctx.tenant, row.id)
  await sendMessage(ctx, {
    template: erasureAsked,
    to: { name: person.name, address: person.email },
    language: person.language,
    key: `erasure-asked:${row.id}`,
    data: {
      name: person.name,
      shop: settings.name,
      on: dueAt.toPlainDate().toString(),
      link: linkTo(settings, person.language, `/erasure-undo?token=${encodeURIComponent(token)}`),
    },
  })
  await recordAudit(ctx, {
    act: "privacy.erasure-asked",
    subjectId: personId,
    reason: reason ?? null,
    after: { erasureId: row.id, dueAt: row.dueAt.toString() },
  })
  return describeErasure(row)
}
