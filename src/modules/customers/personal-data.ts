import { inArray, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type DataSubject, defineHolder, isOneOf, type PersonalTable } from "#kit/personal-data/define.ts"
import { startWork } from "#kit/work/start-work.ts"
import { files } from "./tables.ts"
import { deleteFileHead, startable } from "./work-heads.ts"

const own: PersonalTable["rows"] = ({ accountIds }) => isOneOf("account_id", accountIds)
const deleted = { kind: "deleted" } as const

export const customersPersonalData = defineHolder({
  module: "customers",
  tables: [
    {
      table: "customers.notes",
      title: { en: "What staff noted about you", ko: "직원 메모" },
      rows: own,
      // Which of our people wrote it is theirs.
      leftOut: ["author_id"],
      erasure: deleted,
    },
    {
      table: "customers.account_tags",
      title: { en: "Tags", ko: "고객 태그" },
      rows: own,
      erasure: deleted,
    },
    {
      table: "customers.field_values",
      title: { en: "Further facts the shop keeps", ko: "추가 고객 정보" },
      rows: own,
      erasure: deleted,
    },
    {
      table: "customers.files",
      title: { en: "Files kept with you", ko: "보관 중인 파일" },
      rows: own,
      leftOut: ["key", "stored_by"],
      erasure: { kind: "redacted", by: dropFiles },
    },
    {
      table: "customers.imports",
      title: { en: "Files of customers you came from", ko: "고객 가져오기 파일" },
      rows: ({ texts }) => sql`exists (
        select from unnest(${sql.param([...texts])}::text[]) as one where position(one in rows::text) > 0)`,
      withheld: "names other customers as well; what was taken from it stands under your account",
      erasure: {
        kind: "redacted",
        by: async (ctx, { texts }) => {
          const words = sql`${sql.param([...texts])}::text[]`
          const done = await ctx.db.execute(sql`
            update customers.imports set rows = audit.blot(rows, ${words}) where exists (
              select from unnest(${words}) as one where position(one in rows::text) > 0) returning 1`)
          return done.rows.length
        },
      },
    },
    {
      table: "customers.merges",
      title: { en: "Accounts that became one", ko: "계정 통합 내역" },
      rows: ({ accountIds }) =>
        sql`(${isOneOf("from_account_id", accountIds)} or ${isOneOf("into_account_id", accountIds)})`,
      leftOut: ["merged_by"],
      erasure: { kind: "blanked", set: { reason: "" } },
    },
  ],
})

/** The rows go now; the bytes right after, by work that is tried until it is done. */
async function dropFiles(ctx: Context, { accountIds }: DataSubject): Promise<number> {
  const gone = await ctx.db
    .delete(files)
    .where(inArray(files.accountId, [...accountIds]))
    .returning({ fileId: files.id, key: files.key })
  for (const one of gone) await startWork(ctx, startable(deleteFileHead), one, { key: one.fileId })
  return gone.length
}
