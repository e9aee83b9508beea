import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import type { PersonalDataHolder } from "#kit/personal-data/define.ts"
import type { Language } from "#kit/refusal.ts"
import { getRetentions, getSettings, retentionIds } from "#tenancy"
import type { meaningShape } from "./contract.ts"

/** What an erasure now would mean: what goes, and what the law keeps until when. Read off the holders themselves. */
export async function describeMeaning(
  ctx: Context,
  holders: readonly PersonalDataHolder[],
  language: Language,
): Promise<z.infer<typeof meaningShape>> {
  const tables = holders.flatMap((holder) => holder.tables)
  const goes = tables.filter(({ erasure, withheld }) => erasure.kind !== "kept" && withheld === undefined)
  const kept = new Set(tables.flatMap(({ erasure }) => (erasure.kind === "kept" ? (erasure.rule ?? []) : [])))
  const { timeZone } = await getSettings(ctx)
  const now = ctx.clock.now().toZonedDateTimeISO(timeZone)
  const retentionOf = await getRetentions(ctx)
  const stays = retentionIds
    .filter((id) => kept.has(id))
    .map(retentionOf)
    .map(({ rule, keep }) => ({
      what: rule.what[language],
      basis: rule.basis[language],
      until: now.add(keep).toInstant().toString(),
    }))
  return {
    goes: [...new Set(goes.map(({ title }) => title[language]))],
    stays,
  }
}
