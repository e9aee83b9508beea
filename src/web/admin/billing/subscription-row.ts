import type { z } from "zod"
import type { subscriptionShape } from "#billing/contract"
import type { CsvRow } from "../../csv.ts"
import { sum } from "../export-rows.ts"

type Listed = Pick<
  z.infer<typeof subscriptionShape>,
  | "id"
  | "words"
  | "parts"
  | "accountId"
  | "accountName"
  | "state"
  | "cycle"
  | "quantity"
  | "price"
  | "anchorOn"
  | "lastDay"
  | "nextRequestOn"
  | "collection"
  | "cancelAtEnd"
  | "purchaseOrder"
  | "memo"
  | "createdAt"
  | "endedAt"
>

/** One subscription in a spreadsheet, with what was chosen beside its plan. */
export function subscriptionRow(one: Listed): CsvRow {
  return {
    id: one.id,
    what: one.words.en,
    options: one.parts
      .filter(({ optionId }) => optionId !== null)
      .map(({ words }) => words.en)
      .join("; "),
    accountId: one.accountId,
    accountName: one.accountName,
    state: one.state,
    cycle: one.cycle,
    quantity: one.quantity,
    ...sum("price", one.price),
    startedOn: one.anchorOn,
    lastDay: one.lastDay,
    nextRequestOn: one.nextRequestOn,
    collection: one.collection,
    endsThen: one.cancelAtEnd ? "yes" : "no",
    purchaseOrder: one.purchaseOrder,
    memo: one.memo,
    createdAt: one.createdAt,
    endedAt: one.endedAt,
  }
}
