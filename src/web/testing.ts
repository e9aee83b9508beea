import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import type { PageServices, Shop } from "./api-context.ts"
import { createPageHandler, type PageBuild } from "./server.ts"
import type { PageMemory } from "./visitor-pages.ts"

/** The pages as they are shipped. */
export async function loadBuild(): Promise<PageBuild> {
  const server = resolve(import.meta.dirname, "../../build/server/index.js")
  if (!existsSync(server)) throw new Error("The pages are not built. Run: npx react-router build")
  return (await import(pathToFileURL(server).href)) as PageBuild
}

export const emptyShop: Shop = {
  name: "Shop",
  defaultLanguage: "en",
  currencies: ["EUR"],
  defaultCurrency: "EUR",
  timeZone: "UTC",
  taxIncluded: true,
  tax: { label: { en: "VAT", ko: "부가세" }, percent: "19" },
  seller: {
    legalName: "Shop",
    representative: "Someone",
    addressLines: [],
    country: "DE",
    registrationNumber: "1",
    taxId: "2",
    mailOrderNumber: null,
    email: "shop@shop.test",
    phone: "+49 1",
  },
  isDemo: false,
  brand: { theme: null, logo: null, favicon: null },
}

const emptyText = {
  slug: "terms",
  language: "en",
  title: "Terms",
  summary: "",
  html: "<p>None yet.</p>",
  headings: [],
  version: "2026-11-01",
  publishedOn: "2026-11-01",
  updatedOn: "2026-11-01",
  isTemplate: true,
  isCurrent: true,
  coming: null,
  versions: [],
}

export interface EmptyShopWish {
  readonly reports?: unknown[]
  readonly memory?: PageMemory
  /** Then it has the pages that only show ourselves. */
  readonly isSandbox?: boolean
}

/** A visitor without a cart in a shop that sells nothing yet: enough for every page that needs no more. */
export function emptyShopHandler(
  build: PageBuild,
  shop: Partial<Shop> = {},
  { reports = [], memory, isSandbox = false }: EmptyShopWish = {},
) {
  const visitor = {
    api: {
      catalog: { products: { list: () => Promise.resolve({ items: [] }) } },
      content: {
        legal: { get: () => Promise.resolve(emptyText) },
        about: { get: () => Promise.resolve(emptyText) },
        news: { list: () => Promise.resolve({ items: [], next: null }) },
        guides: { list: () => Promise.resolve({ items: [] }) },
      },
    },
    newKey: () => "key",
    me: {
      person: null,
      role: "visitor",
      accounts: [],
      permissions: [],
      secondFactor: null,
      barredBy: null,
      impersonation: null,
    },
    now: "2026-11-21T00:00:00Z",
    closure: null,
    isSandbox,
    tour: async () => null,
    shop: { ...emptyShop, ...shop },
  }
  return createPageHandler({
    build: () => Promise.resolve(build),
    mode: "production",
    ...(memory ? { memory } : {}),
    report: (error) => void reports.push(error),
    provide: (_request, page) => Promise.resolve({ ...visitor, ...page } as unknown as PageServices),
  })
}
