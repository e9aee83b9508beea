import { expect, test } from "vitest"
import { subscriptionRow } from "./subscription-row.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })
const part = (optionId: string | null, words: string) => ({
  optionId,
  words: { en: words, ko: words },
  quantity: 1,
  amount: won("0"),
})

const one = {
  id: "sub_1",
  words: { en: "Start · web0.example.com", ko: "Start · web0.example.com" },
  parts: [part(null, "Start"), part("memory", "Extra memory 4 GB"), part("backups", "Backups: Daily")],
  accountId: "acc_1",
  accountName: "Example",
  state: "active",
  cycle: "monthly",
  quantity: 1,
  price: won("28600"),
  anchorOn: "2026-03-02",
  lastDay: "2026-04-01",
  nextRequestOn: null,
  collection: "manual",
  cancelAtEnd: false,
  purchaseOrder: null,
  memo: null,
  createdAt: "2026-03-02T00:00:00Z",
  endedAt: null,
} as const

test("a subscription's row names what was chosen beside its plan; of a plan alone the field is empty", () => {
  expect(subscriptionRow({ ...one, parts: [...one.parts] })).toMatchObject({
    what: "Start · web0.example.com",
    options: "Extra memory 4 GB; Backups: Daily",
    price: "28600",
    currency: "KRW",
  })
  expect(subscriptionRow({ ...one, parts: [] })["options"]).toBe("")
})
