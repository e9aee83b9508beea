import type { InvoiceContent } from "#billing/testing"

/** The paper of a plainly invented sale; each number is another paper. Odd ones are in Korean. */
export function samplePaper(number: number, lines: number): InvoiceContent {
  return {
    kind: "invoice",
    corrects: null,
    number: `INV-2026-${String(number).padStart(6, "0")}`,
    issuedOn: "2026-03-02",
    currency: "KRW",
    language: number % 2 === 1 ? "ko" : "en",
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
      name: `데모 상사 ${number}`,
      personName: "홍길동",
      addressLines: ["부산광역시 해운대구 데모로 2"],
      country: "KR",
      taxId: "111-11-11111",
      email: `buyer-${number}@demo.invalid`,
    },
    taxIncluded: true,
    taxLabel: { en: "VAT", ko: "부가세" },
    lines: Array.from({ length: lines }, (_, index) => sampleLine(number * lines + index)),
    taxes: [{ percent: "10", netMinor: String(10_000 * lines), taxMinor: String(1_000 * lines) }],
    netMinor: String(10_000 * lines),
    taxMinor: String(1_000 * lines),
    totalMinor: String(11_000 * lines),
    requestNumber: `PR-2026-${String(number).padStart(6, "0")}`,
    payment: { paidOn: "2026-03-02", gateway: "sandbox-card", attemptId: "pay_1" },
  }
}

function sampleLine(number: number): InvoiceContent["lines"][number] {
  return {
    words: `VPS S · web-${number}.example.com`,
    periodStart: "2026-03-02",
    periodEnd: "2026-04-02",
    netMinor: "10000",
    taxMinor: "1000",
    grossMinor: "11000",
    taxPercent: "10",
    reason: { planId: null, priceId: null, quantity: "1", unitMinor: "11000", cycle: null, rule: "price" },
  }
}
