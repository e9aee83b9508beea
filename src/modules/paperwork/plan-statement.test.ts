import { expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { planStatement } from "./plan-statement.ts"

const won = (minor: bigint) => money(minor, "KRW")
const move = (key: string, reference: string, minor: bigint) => ({
  key,
  reference,
  postedOn: Temporal.PlainDate.from("2026-03-02"),
  amount: won(minor),
})

test("opening and every move give the closing: an invoice, its payment, a part credited and sent back", () => {
  const moves = [
    move("invoice:inv_1", "inv_1", 11_000n),
    move("payment:pay_1", "pay_1", -11_000n),
    move("credit:crn_1", "crn_1", -1_000n),
    move("refund:rfd_1", "rfd_1", 1_000n),
    move("write-off:inv_2", "inv_2", -500n),
  ]
  const numbers = new Map([
    ["inv_1", "INV-2026-000001"],
    ["crn_1", "CN-2026-000001"],
  ])
  const { lines, closing } = planStatement(won(500n), moves, numbers)
  expect(closing).toEqual(won(0n))
  expect(lines.map(({ kind, number, balance }) => [kind, number, balance.minor])).toEqual([
    ["invoice", "INV-2026-000001", 11_500n],
    ["payment", null, 500n],
    ["credit_note", "CN-2026-000001", -500n],
    ["refund", null, 500n],
    ["written_off", null, 0n],
  ])
})
