import type { NewProduct } from "#catalog"
import type { Language } from "#kit/refusal.ts"
import type { TenantSettings } from "#tenancy"
import { demoHeldProduct, demoProduct } from "./demo-catalog.ts"
import { type DemoPage, demoPages } from "./demo-content.ts"

export const DEMO_TENANT = "ten_demo"
export const SECOND_DEMO_TENANT = "ten_demo_narae"

/** Browsers find every name below localhost on this machine. */
export const SECOND_DEMO_HOST = "narae.localhost"

/** The sign-ins that `npm start` prints. Demo data only: production refuses to start with them. */
export const demoPeople = {
  operator: { email: "operator@demo.example", password: "operate-the-demo", name: "Demo Operator" },
  english: { email: "customer@demo.example", password: "customer-of-the-demo", name: "Demo Customer" },
  korean: { email: "gogaek@demo.example", password: "gogaek-of-the-demo", name: "데모 고객" },
} as const

/** Of the second shop: other people, who are nobody in the first. */
export const secondDemoPeople = {
  operator: { email: "operator@narae.example", password: "operate-narae-demo", name: "나래 데모 운영자" },
  customer: { email: "gogaek@narae.example", password: "gogaek-of-narae-demo", name: "나래 데모 고객" },
} as const

/** Counted from the shop's first day: after its past whoever tries it still has a year. */
export const SECOND_FACTOR_AFTER_DAYS = 3 * 365

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
    representative: "Hong Gil-dong (demo)",
    addressLines: ["Demo data: 1 Example-ro, Jung-gu", "Seoul 00000", "Republic of Korea"],
    country: "KR",
    registrationNumber: "000-00-00000",
    taxId: "000-00-00000",
    mailOrderNumber: "2026-Demo-00000",
    email: "hello@demo.example",
    phone: "+82 2 0000 0000",
    translations: {
      en: {
        legalName: "데모호스팅 주식회사 (Demo Hosting Co., Ltd.)",
        representative: "Hong Gil-dong (demo)",
        addressLines: ["Demo data: 1 Example-ro, Jung-gu", "Seoul 00000", "Republic of Korea"],
        phone: "+82 2 0000 0000",
      },
      ko: {
        legalName: "데모호스팅 주식회사",
        representative: "홍길동(데모)",
        addressLines: ["데모 데이터: 서울특별시 중구 예시로 1", "(우) 00000"],
        phone: "02-0000-0000",
      },
    },
  },
  legalEntityId: "demo-hosting-kr",
  isDemo: true,
}

export const secondDemoSettings: TenantSettings = {
  ...demoSettings,
  name: "나래클라우드 (데모)",
  defaultLanguage: "ko",
  currencies: ["KRW"],
  publicUrl: `http://${SECOND_DEMO_HOST}:3000`,
  seller: {
    ...demoSettings.seller,
    legalName: "나래클라우드 주식회사 (데모, Narae Cloud)",
    representative: "성춘향(데모)",
    addressLines: ["데모 데이터: 부산광역시 예시로 2", "(우) 00000"],
    registrationNumber: "000-00-00001",
    taxId: "000-00-00001",
    mailOrderNumber: "2026-데모-00001",
    email: "hello@narae.example",
    phone: "051-000-0000",
    translations: {
      en: {
        legalName: "Narae Cloud Co., Ltd. (demo)",
        representative: "Seong Chun-hyang (demo)",
        addressLines: ["Demo data: 2 Example-ro", "Busan 00000", "Republic of Korea"],
        phone: "+82 51-000-0000",
      },
      ko: {
        legalName: "나래클라우드 주식회사(데모)",
        representative: "성춘향(데모)",
        addressLines: ["데모 데이터: 부산광역시 예시로 2", "(우) 00000"],
        phone: "051-000-0000",
      },
    },
  },
  legalEntityId: "demo-narae-kr",
}

interface DemoPerson {
  readonly email: string
  readonly password: string
  readonly name: string
  readonly language: Language
}

export interface DemoShop {
  readonly tenant: string
  readonly slug: string
  readonly hosts: readonly string[]
  readonly settings: TenantSettings
  readonly products: readonly NewProduct[]
  readonly pages: readonly DemoPage[]
  readonly operator: DemoPerson
  readonly customers: readonly (DemoPerson & { readonly country: string; readonly phone: string })[]
}

export const demoShop: DemoShop = {
  tenant: DEMO_TENANT,
  slug: "demo",
  hosts: ["localhost", "127.0.0.1"],
  settings: demoSettings,
  products: [demoProduct, demoHeldProduct],
  pages: demoPages,
  operator: { ...demoPeople.operator, language: "en" },
  customers: [
    { ...demoPeople.english, language: "en", country: "DE", phone: "+493023125999" },
    { ...demoPeople.korean, language: "ko", country: "KR", phone: "+821000009999" },
  ],
}

export const secondDemoShop: DemoShop = {
  tenant: SECOND_DEMO_TENANT,
  slug: "narae",
  hosts: [SECOND_DEMO_HOST],
  settings: secondDemoSettings,
  products: [demoProduct],
  pages: [],
  operator: { ...secondDemoPeople.operator, language: "ko" },
  customers: [{ ...secondDemoPeople.customer, language: "ko", country: "KR", phone: "+821000008888" }],
}
