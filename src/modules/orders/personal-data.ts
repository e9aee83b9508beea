import { and, inArray, sql } from "drizzle-orm"
import { defineHolder, isOneOf, type PersonalTable } from "#kit/personal-data/define.ts"
import { orderRows } from "./tables.ts"

const own: PersonalTable["rows"] = ({ accountIds }) => isOneOf("account_id", accountIds)
const ofOrders: PersonalTable["rows"] = (subject) =>
  sql`order_id in (select id from orders.orders where ${own(subject)})`
const hostname = sql`id || '.erased.invalid'`

export const ordersPersonalData = defineHolder({
  module: "orders",
  tables: [
    {
      table: "orders.cart_items",
      title: { en: "Lines of carts", ko: "장바구니 항목" },
      rows: (subject) => sql`cart_id in (select id from orders.carts where ${ofOrders(subject)})`,
      erasure: { kind: "deleted" },
    },
    {
      table: "orders.carts",
      title: { en: "Carts", ko: "장바구니" },
      rows: ofOrders,
      leftOut: ["token_hash"],
      erasure: { kind: "deleted" },
    },
    {
      table: "orders.order_services",
      title: { en: "Services of orders", ko: "주문한 서비스" },
      rows: ofOrders,
      erasure: { kind: "kept", rule: "contracts", because: "ids only" },
    },
    {
      table: "orders.order_items",
      title: { en: "Lines of orders", ko: "주문 항목" },
      rows: ofOrders,
      erasure: { kind: "blanked", set: { hostname } },
    },
    {
      table: "orders.plan_changes",
      title: { en: "Changes of plans", ko: "플랜 변경 내역" },
      rows: own,
      isWorkedOn: true,
      erasure: { kind: "kept", rule: "contracts", because: "ids and amounts only" },
    },
    {
      table: "orders.stay_answers",
      title: { en: "Answers to offers to stay", ko: "해지 시 제안에 대한 응답" },
      rows: (subject) => sql`id in (select id from billing.subscriptions where ${own(subject)})`,
      erasure: { kind: "kept", rule: "contracts", because: "ids only" },
    },
    {
      table: "orders.orders",
      title: { en: "Orders", ko: "주문" },
      rows: own,
      isWorkedOn: true,
      // What was agreed stays, for the contract's years; the name stands on the invoice, which is kept locked.
      erasure: { kind: "blanked", set: { account_name: "", reject_reason: null } },
    },
  ],
  listObstacles: async (ctx, { accountIds }) => {
    const open = await ctx.db
      .select({ id: orderRows.id, name: orderRows.number })
      .from(orderRows)
      .where(
        and(
          inArray(orderRows.accountId, [...accountIds]),
          sql`${orderRows.state} in ('awaiting_payment', 'awaiting_approval', 'paid')`,
        ),
      )
      .limit(20)
    return open.map((one) => ({ kind: "order", ...one }))
  },
})
