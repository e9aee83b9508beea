import type { ApiClient } from "../../api-context.ts"

export type Profile = Awaited<ReturnType<ApiClient["identity"]["profiles"]["get"]>>
type Wish = Parameters<ApiClient["identity"]["profiles"]["save"]>[0]
type Values = Readonly<Record<string, string>>

/** Rows of a list in the form: those there are, and one empty one to add. */
export const addressLineCount = 4
export const mostRows = 10

/** What the form says, as the API takes it. A row whose first field is empty is no row. */
export function readProfile(id: string, values: Values): Wish {
  const text = (name: string) => values[name]?.trim() ?? ""
  const language = (name: string): "en" | "ko" => (text(name) === "ko" ? "ko" : "en")
  const rows = Array.from({ length: mostRows }, (_, index) => index)
  const lines = (name: string) => text(name).split(/\r?\n/).map(trim).filter(Boolean)
  return {
    id,
    kind: text("kind") === "business" ? "business" : "consumer",
    personName: text("personName"),
    company: text("company") || null,
    email: text("email"),
    phone: text("phone") || null,
    language: language("language"),
    country: text("country"),
    addressLines: rows.map((index) => text(`addressLines/${index}`)).filter(Boolean),
    purchaseOrder: text("purchaseOrder") || null,
    taxIds: rows
      .map((index) => ({ country: text(`taxIds/${index}/country`), number: text(`taxIds/${index}/number`) }))
      .filter((one) => one.number !== ""),
    contacts: rows
      .map((index) => ({
        name: text(`contacts/${index}/name`) || text(`contacts/${index}/email`),
        email: text(`contacts/${index}/email`),
        language: language(`contacts/${index}/language`),
        getsInvoices: text(`contacts/${index}/getsInvoices`) !== "no",
      }))
      .filter((one) => one.email !== ""),
    addresses: rows
      .map((index) => ({
        label: text(`addresses/${index}/label`),
        lines: lines(`addresses/${index}/lines`),
        country: text(`addresses/${index}/country`),
      }))
      .filter((one) => one.label !== ""),
  }
}

function trim(line: string): string {
  return line.trim()
}
