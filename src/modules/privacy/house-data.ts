import { sql } from "drizzle-orm"
import { type DataSubject, defineHolder, isOneOf } from "#kit/personal-data/define.ts"

/** Operations that were about something of theirs. */
const operations = ({ workIds }: DataSubject) =>
  sql`(select operation_id from work.operation_subjects where ${isOneOf("subject", workIds)})`

/** What the house itself writes down about its work: quotes of what the outside said may name people. */
export const houseData = defineHolder({
  module: "house",
  tables: [
    {
      table: "work.calls",
      title: { en: "Calls to outside systems about you", ko: "외부 시스템 호출 내역" },
      rows: (subject) => sql`operation_id in ${operations(subject)}`,
      withheld: "our own machinery; what it brought about stands under services and payments",
      erasure: { kind: "blanked", set: { request: null, answer: null } },
    },
    {
      table: "work.steps",
      title: { en: "Steps of work about you", ko: "작업 단계" },
      rows: (subject) => sql`operation_id in ${operations(subject)} and why is not null`,
      withheld: "our own machinery",
      erasure: { kind: "blanked", set: { why: null } },
    },
    {
      table: "work.operations",
      title: { en: "Work about you", ko: "작업 내역" },
      rows: (subject) => sql`id in ${operations(subject)} and state in ('done', 'undone', 'closed')`,
      withheld: "our own machinery",
      erasure: { kind: "blanked", set: { why: null } },
    },
    {
      table: "events.events",
      title: { en: "What happened", ko: "발생한 일" },
      rows: ({ personId, accountIds }) =>
        sql`name = 'identity.acted' and (data->>'actorId' = ${personId} or data->>'subjectId' = ${personId}
          or data->>'accountId' = any(${sql.param([...accountIds])}::text[]))`,
      withheld: "the audit says the same",
      erasure: {
        kind: "blanked",
        set: { data: sql`data || '{"before":null,"after":null,"reason":null}'::jsonb` },
      },
    },
    {
      table: "events.deliveries",
      title: { en: "Troubles while telling of it", ko: "처리 오류 기록" },
      rows: ({ texts }) => sql`error is not null and exists (
        select from unnest(${sql.param([...texts])}::text[]) as one where position(one in error) > 0)`,
      withheld: "our own machinery",
      erasure: { kind: "blanked", set: { error: "[erased]" } },
    },
    {
      table: "idempotency.answered_requests",
      title: { en: "Answers kept for repeated requests", ko: "중복 요청 방지용 응답" },
      rows: ({ personId }) => sql`starts_with(id, ${`${personId}|`})`,
      withheld: "sealed copies of answers, gone within a day",
      erasure: { kind: "deleted" },
    },
  ],
  listObstacles: async (ctx, { workIds }) => {
    // A mail on its way is no reason to wait; what asks a gateway or a panel is.
    const open = await ctx.db.execute<{ id: string; name: string }>(sql`
      select id, name from work.operations
      where id in (select operation_id from work.operation_subjects where ${isOneOf("subject", workIds)})
        and state not in ('done', 'undone', 'closed') and name not like 'notifications.%'
        and name not like 'privacy.%'
      order by id limit 20`)
    return open.rows.map((one) => ({ kind: "operation", ...one }))
  },
})
