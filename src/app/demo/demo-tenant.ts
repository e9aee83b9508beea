import type { TenantSettings } from "#tenancy"

export const DEMO_TENANT = "ten_demo"

/** The sign-ins that `npm start` prints. Demo data only: production refuses to start with them. */
export const demoPeople = {
  operator: { email: "operator@demo.example", password: "operate-the-demo", name: "Demo Operator" },
  english: { email: "customer@demo.example", password: "customer-of-the-demo", name: "Demo Customer" },
  korean: { email: "gogaek@demo.example", password: "gogaek-of-the-demo", name: "데모 고객" },
} as const

/** For the sandbox's own start page. */
export function listDemoSignIns() {
  return (["operator", "english", "korean"] as const).map((who) => {
    const { email, password } = demoPeople[who]
    return { who, email, password }
  })
}

export const demoSettings: TenantSettings = {
  name: "Demo Hosting",
  defaultLanguage: "en",
  currencies: ["KRW", "USD"],
  defaultCurrency: "KRW",
  timeZone: "Asia/Seoul",
  publicUrl: "http://localhost:3000",
  taxIncluded: true,
  taxRate: { numerator: 10n, denominator: 100n },
  taxLabel: { en: "VAT", ko: "부가세" },
  seller: {
    legalName: "데모호스팅 주식회사 (Demo Hosting Co., Ltd.)",
    representative: "홍길동 (demo)",
    addressLines: ["Demo data: 1 Example-ro, Jung-gu", "Seoul 00000", "Republic of Korea"],
    country: "KR",
    registrationNumber: "000-00-00000",
    taxId: "000-00-00000",
    mailOrderNumber: "2026-Demo-00000",
    email: "hello@demo.example",
    phone: "+82 2-0000-0000",
  },
  legalEntityId: "demo-hosting-kr",
  isDemo: true,
}
