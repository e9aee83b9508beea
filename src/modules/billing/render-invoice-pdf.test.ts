import { describe, expect, test } from "vitest"
import { findMissingLetters } from "#kit/testing/pdf-streams.ts"
import type { InvoiceContent } from "./invoice.ts"
import { planPaper } from "./plan-paper.ts"
import { renderInvoicePdf } from "./render-invoice-pdf.ts"

const content: InvoiceContent = {
  kind: "invoice",
  corrects: null,
  number: "INV-2026-000001",
  issuedOn: "2026-03-02",
  currency: "KRW",
  language: "ko",
  seller: {
    name: "호스트웰 데모 주식회사",
    representative: "김데모",
    addressLines: ["서울특별시 중구 데모로 1"],
    country: "KR",
    registrationNumber: "110111-0000000",
    taxId: "000-00-00000",
    email: "billing@demo.invalid",
    phone: "02-000-0000",
  },
  buyer: {
    name: "뷁뷁 상사",
    personName: "홍길동",
    addressLines: ["부산광역시 해운대구 센텀로 1"],
    country: "KR",
    taxId: "111-11-11111",
    email: "buyer@demo.invalid",
  },
  taxIncluded: true,
  taxLabel: { en: "VAT", ko: "부가세" },
  lines: [line("VPS S · web.example.com (1개월)")],
  taxes: [{ percent: "10", netMinor: "10000", taxMinor: "1000" }],
  netMinor: "10000",
  taxMinor: "1000",
  totalMinor: "11000",
  requestNumber: "PR-2026-000001",
  payment: { paidOn: "2026-03-02", gateway: "sandbox-card", attemptId: "pay_1" },
}

function line(words: string): InvoiceContent["lines"][number] {
  return {
    words,
    periodStart: null,
    periodEnd: null,
    netMinor: "10000",
    taxMinor: "1000",
    grossMinor: "11000",
    taxPercent: "10",
    reason: { planId: null, priceId: null, quantity: "1", unitMinor: "11000", cycle: null, rule: "price" },
  }
}

function render(changes: Partial<InvoiceContent> = {}, language?: "en" | "ko"): File {
  return renderInvoicePdf(
    { number: content.number, content: JSON.stringify({ ...content, ...changes }) },
    language,
  )
}

async function bytesOf(file: File): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer())
}

test("printing again gives the same bytes; another document gives others", async () => {
  const first = await bytesOf(render())
  expect(first.subarray(0, 5).toString()).toBe("%PDF-")
  await bytesOf(render({ totalMinor: "12000" }))
  expect((await bytesOf(render())).equals(first)).toBe(true)
  expect((await bytesOf(render({ totalMinor: "12000" }))).equals(first)).toBe(false)
})

test("the font is inside the file, Korean included, with no letter missing", async () => {
  const pdf = await bytesOf(render())
  expect(pdf.toString("latin1")).toMatch(/\/BaseFont\s*\/[A-Z]{6}\+Pretendard/)
  // The table that leads from glyphs back to letters names every Korean one that was printed.
  expect(findMissingLetters(pdf, "뷁뷁 상사")).toEqual([])
  expect(findMissingLetters(pdf, "뷁쀍")).toEqual(["쀍"])
})

describe("the paper looks as the shop did on its day", () => {
  const brand = { accent: "#0b6b3a", logo: "0123456789abcdef" }
  // One pixel: what it shows is of no matter here.
  const logo = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  )
  const print = (picture?: Uint8Array) => {
    const text = JSON.stringify({ ...content, brand })
    return bytesOf(renderInvoicePdf({ number: content.number, content: text }, "ko", picture))
  }

  test("its logo is inside, the same bytes each time", async () => {
    const [plain, first] = [await print(), await print(logo)]
    expect(first.equals(await print(logo))).toBe(true)
    expect(first.equals(plain)).toBe(false)
    expect(plain.equals(await print())).toBe(true)
  })

  test("a picture that is none keeps nobody from their invoice", async () => {
    const spoilt = await print(logo.subarray(0, 20))
    expect(spoilt.equals(await print())).toBe(true)
  })

  test("its colour is kept where it can be read on white, and nothing is changed for a shop without one", () => {
    const accentOf = (accent: string | null) =>
      planPaper({ ...content, brand: { accent, logo: null } }, "en").accent
    expect(accentOf("#0b6b3a")).toBe("#0b6b3a")
    expect(accentOf("#ffe27a")).toBe("#000000")
    expect([accentOf(null), planPaper(content, "en").accent]).toEqual(["#000000", "#000000"])
  })
})

describe("what a customer wrote is data, never source", () => {
  const attacks = [
    '#panic("owned")',
    '#read("/etc/passwd")',
    '"#eval("1+1")',
    "*bold* _it_ `raw` $x^2$ <label> @ref = heading",
    "\\u{41} // comment /* block",
    ']#import "x.typ": *[',
    "{{7*7}} ${7*7} <%= 7*7 %>",
    "\u0000\u0007\u202e",
  ]
  test.each(attacks)("%s", async (attack) => {
    const paper = planPaper({ ...content, lines: [line(attack)] }, "en")
    expect(paper.lines[0]?.words).toBe(attack)
    const pdf = await bytesOf(
      render({ lines: [line(attack)], buyer: { ...content.buyer, name: attack, addressLines: [attack] } }),
    )
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-")
  })
})

describe("titles and facts the law asks for", () => {
  test("a Korean business gets a statement, a consumer a receipt, never a tax invoice", () => {
    expect(planPaper(content, "ko").title).toBe("거래명세서")
    const consumer = { ...content, buyer: { ...content.buyer, taxId: null } }
    expect(planPaper(consumer, "ko").title).toBe("영수증")
    expect(JSON.stringify([planPaper(content, "ko"), planPaper(consumer, "ko")])).not.toContain("세금계산서")
  })

  test("a request says what, by when and where, and that it is no invoice", async () => {
    const asks = {
      leftMinor: "10000",
      fromCreditMinor: "1000",
      payUrl: "https://shop.example/portal/requests/prq_1",
    }
    const request = {
      ...content,
      kind: "request",
      number: "PR-2026-000001",
      requestNumber: null,
      payment: null,
    } as const
    const paper = (language: "en" | "ko") => planPaper({ ...request, dueOn: "2026-03-09", asks }, language)
    expect([paper("en").title, paper("ko").title]).toEqual(["Payment request", "청구서"])
    expect(paper("en").facts).toEqual([
      { label: "Payment request", value: "PR-2026-000001" },
      { label: "Date", value: "2026-03-02" },
      { label: "Due by", value: "2026-03-09" },
    ])
    expect(paper("ko").facts.map(({ label }) => label)).toEqual(["청구서 번호", "청구일", "결제 기한"])
    expect(paper("en").notes).toEqual([
      "Of this, ₩1,000 is paid from account credit. ₩10,000 is left to pay.",
      "Please pay it by 2026-03-09.",
      "Pay here: https://shop.example/portal/requests/prq_1",
      "This is a request for payment. It is not an invoice and no tax document: the invoice is issued when it is paid.",
    ])
    expect(paper("ko").notes.at(-1)).toContain("증빙하는 서류가 아닙니다")
    expect(JSON.stringify(paper("ko"))).not.toContain("세금계산서")
    // Without credit it says nothing of it.
    expect(planPaper({ ...request, asks: { ...asks, fromCreditMinor: "0" } }, "en").notes).toHaveLength(3)
    const pdf = await bytesOf(render({ ...request, dueOn: "2026-03-09", asks }))
    expect(pdf.equals(await bytesOf(render({ ...request, dueOn: "2026-03-09", asks })))).toBe(true)
    expect(findMissingLetters(pdf, "청구서")).toEqual([])
  })

  test("both parties with their tax numbers, number, dates, and the tax table", () => {
    const paper = planPaper(content, "en")
    expect(paper.title).toBe("Invoice")
    expect(paper.seller.lines).toContain("VAT / tax no.: 000-00-00000")
    expect(paper.buyer.lines).toContain("VAT / tax no.: 111-11-11111")
    expect(paper.facts.map((fact) => fact.value)).toEqual([
      "INV-2026-000001",
      "2026-03-02",
      "2026-03-02",
      "PR-2026-000001",
    ])
    expect(paper.totals).toEqual([
      { label: "Net", value: "₩10,000" },
      { label: "VAT 10% of ₩10,000", value: "₩1,000" },
    ])
    expect(paper.total.value).toBe("₩11,000")
  })
})
