import { sql } from "drizzle-orm"
import { defineHolder } from "#kit/personal-data/define.ts"

export const noticesPersonalData = defineHolder({
  module: "notices",
  tables: [
    {
      table: "notices.reads",
      title: { en: "Notices you have opened", ko: "열람한 공지" },
      rows: ({ personId }) => sql`person_id = ${personId}`,
      erasure: { kind: "deleted" },
    },
  ],
})
