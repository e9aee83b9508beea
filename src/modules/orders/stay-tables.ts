import { sql } from "drizzle-orm"
import { check, index, text } from "drizzle-orm/pg-core"
import { type StayKind, stayKinds } from "#billing/contract"
import { instant, oneOf } from "#kit/columns.ts"
import { tenantTable } from "#kit/tenant-table.ts"
import { stayPolicies, stayStates } from "./stay-contract.ts"
import { orders } from "./tables.ts"

/** What this shop offers whoever cancels. One row; without it nothing. */
export const stayPolicyRows = tenantTable(
  orders,
  "stay_policies",
  { offer: text("offer").$type<(typeof stayPolicies)[number]>().notNull() },
  (table) => [
    check("stay_policies_one", sql`${table.id} = 'policy'`),
    oneOf("stay_policies_offer", table.offer, stayPolicies),
  ],
)

/** What became of the offer, by the subscription's id: the last answer counts. */
export const stayAnswers = tenantTable(
  orders,
  "stay_answers",
  {
    kind: text("kind").$type<StayKind>().notNull(),
    state: text("state").$type<(typeof stayStates)[number]>().notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (table) => [
    index().on(table.tenantId, table.answeredAt),
    oneOf("stay_answers_kind", table.kind, stayKinds),
    oneOf("stay_answers_state", table.state, stayStates),
  ],
)
