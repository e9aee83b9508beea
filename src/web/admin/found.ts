import type { ApiClient } from "../api-context.ts"
import type { Language } from "../i18n/languages.ts"
import type { IconName } from "../ui/icon.tsx"

/** What the command palette finds, in the order in which it shows it, each with its sign. */
export const foundIcons = {
  page: "next",
  customer: "customer",
  order: "order",
  request: "card",
  invoice: "invoice",
  creditNote: "invoice",
  quote: "tag",
  subscription: "calendar",
  service: "service",
  operation: "operation",
  product: "tag",
  coupon: "bookmark",
  staff: "staff",
  view: "bookmark",
} as const satisfies Record<string, IconName>

export type FoundKind = keyof typeof foundIcons

export interface Found {
  readonly kind: FoundKind
  /** Of a thing that is known by one. */
  readonly id?: string
  readonly to: string
  readonly label: string
  readonly about: string
}

export interface Finder {
  readonly api: ApiClient
  readonly language: Language
  readonly may: (permission: string) => boolean
}
