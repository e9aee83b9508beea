import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type DataSubject, defineHolder, isOneOf, type PersonalTable } from "#kit/personal-data/define.ts"
import { startWork } from "#kit/work/start-work.ts"
import { exports } from "./tables.ts"
import { removeExportHead, startable } from "./work-heads.ts"

const own: PersonalTable["rows"] = ({ personId }) => isOneOf("person_id", [personId])

/** What this module itself holds: that somebody asked, and what came of it. */
export const privacyPersonalData = defineHolder({
  module: "privacy",
  tables: [
    {
      table: "privacy.exports",
      title: { en: "Copies of your data", ko: "개인정보 사본 요청" },
      rows: own,
      leftOut: ["sealed_key", "asked_by"],
      erasure: { kind: "redacted", by: dropExports },
    },
    {
      table: "privacy.erasures",
      title: { en: "Your wishes to be forgotten", ko: "탈퇴 신청" },
      rows: own,
      leftOut: ["asked_by"],
      erasure: {
        kind: "kept",
        rule: "advertising-consent",
        because: "the proof that it was asked for and done: ids, times and numbers of rows",
      },
    },
  ],
})

/** The key goes with the row, so that what is left of the file opens for nobody; the file goes right after. */
async function dropExports(ctx: Context, { personId }: DataSubject): Promise<number> {
  const gone = await ctx.db
    .delete(exports)
    .where(eq(exports.personId, personId))
    .returning({ id: exports.id })
  for (const { id } of gone) {
    await startWork(ctx, startable(removeExportHead), { exportId: id }, { key: id })
  }
  return gone.length
}
