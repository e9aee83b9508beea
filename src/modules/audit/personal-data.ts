import { sql } from "drizzle-orm"
import { defineHolder, isOneOf, type PersonalTable } from "#kit/personal-data/define.ts"

const about: PersonalTable["rows"] = ({ personId, accountIds }) =>
  sql`(${isOneOf("actor_id", [personId])} or ${isOneOf("subject_id", [personId, ...accountIds])}
    or ${isOneOf("account_id", accountIds)})`

export const auditPersonalData = defineHolder({
  module: "audit",
  tables: [
    {
      table: "audit.entries",
      title: { en: "What was done, and by whom", ko: "감사 기록" },
      rows: about,
      // Which of our people it was is theirs; that somebody did it is said by its kind.
      leftOut: ["impersonator_id", "request_id", "actor_id"],
      erasure: {
        kind: "redacted",
        by: async (ctx, { personId, accountIds, texts }) => {
          const done = await ctx.db.execute<{ count: string }>(sql`
            select audit.forget(array[${personId}], ${sql.param([...accountIds])}::text[],
              ${sql.param([...texts])}::text[]) as count`)
          return Number(done.rows[0]?.count ?? 0)
        },
      },
    },
  ],
})
