import { expect, test } from "vitest"
import { keepTransferWords, sayTransferWords } from "./transfer-words.ts"

test("what the books keep in English is said in Korean, with its facts and with what somebody wrote", () => {
  const invoice = keepTransferWords("invoice", { number: "PR-2026-000074" })
  expect(invoice).toBe("Invoice for PR-2026-000074")
  expect(sayTransferWords(invoice, "en")).toBe(invoice)
  expect(sayTransferWords(invoice, "ko")).toBe("PR-2026-000074 청구분 거래명세서 발행")
  const held = keepTransferWords("dispute_held", { dispute: "dis_1" })
  expect(sayTransferWords(held, "ko")).toBe("카드 이의 제기로 지급 보류(dis_1)")
  const given = keepTransferWords("credit_given", {}, "sorry: a day (or two) down")
  expect(given).toBe("Credit given: sorry: a day (or two) down")
  expect(sayTransferWords(given, "ko")).toBe("예치금·적립금 지급: sorry: a day (or two) down")
})

test("what nobody of ours wrote stays as it is", () => {
  expect(sayTransferWords("Opening balance", "ko")).toBe("Opening balance")
})
