import { identityRefusals } from "./errors.ts"

/** A number that VIES can be asked about, as it has it: without prefix, spaces and dots. */
export interface VatNumber {
  /** As ISO names the country. */
  readonly country: string
  readonly number: string
}

/** How each member state writes them, after the prefix, and one that is written so. */
const forms: Readonly<Record<string, readonly [form: RegExp, example: string]>> = {
  AT: [/^U\d{8}$/, "ATU12345678"],
  BE: [/^[01]\d{9}$/, "BE0123456789"],
  BG: [/^\d{9,10}$/, "BG123456789"],
  HR: [/^\d{11}$/, "HR12345678901"],
  CY: [/^\d{8}[A-Z]$/, "CY12345678X"],
  CZ: [/^\d{8,10}$/, "CZ12345678"],
  DK: [/^\d{8}$/, "DK12345678"],
  EE: [/^\d{9}$/, "EE123456789"],
  FI: [/^\d{8}$/, "FI12345678"],
  FR: [/^[0-9A-HJ-NP-Z]{2}\d{9}$/, "FR12345678901"],
  DE: [/^\d{9}$/, "DE123456789"],
  GR: [/^\d{9}$/, "EL123456789"],
  HU: [/^\d{8}$/, "HU12345678"],
  IE: [/^\d[0-9A-Z+*]\d{5}[A-Z]{1,2}$/, "IE1234567WA"],
  IT: [/^\d{11}$/, "IT12345678901"],
  LV: [/^\d{11}$/, "LV12345678901"],
  LT: [/^(\d{9}|\d{12})$/, "LT123456789"],
  LU: [/^\d{8}$/, "LU12345678"],
  MT: [/^\d{8}$/, "MT12345678"],
  NL: [/^[0-9A-Z+*]{12}$/, "NL123456789B01"],
  PL: [/^\d{10}$/, "PL1234567890"],
  PT: [/^\d{9}$/, "PT123456789"],
  RO: [/^\d{2,10}$/, "RO1234567890"],
  SK: [/^\d{10}$/, "SK1234567890"],
  SI: [/^\d{8}$/, "SI12345678"],
  ES: [/^[0-9A-Z]\d{7}[0-9A-Z]$/, "ESX1234567X"],
  SE: [/^\d{12}$/, "SE123456789012"],
}

/** The members' VAT territory, as ISO names them. */
export const euCountries: ReadonlySet<string> = new Set(Object.keys(forms))

/** "DE 123.456.789" of Germany is 123456789; undefined where it is no VAT number of that country by its form. */
export function readVatNumber(country: string, text: string): VatNumber | undefined {
  const form = forms[country]?.[0]
  const plain = text.toUpperCase().replace(/[^0-9A-Z+*]/g, "")
  const prefix = [vatPrefix(country), country].find((one) => plain.startsWith(one)) ?? ""
  // French numbers may begin with any two letters, also with those of another country: the whole text is tried as well.
  const number = [plain.slice(prefix.length), plain].find((one) => form?.test(one))
  return number === undefined ? undefined : { country, number }
}

/**
 * A tax number as it is kept and printed. In the EU it has to be a VAT number by its form, which is said at its field before
 * anybody is asked; elsewhere it is what it is.
 */
export function planTaxNumber(country: string, text: string, field: string): string {
  const example = forms[country]?.[1]
  if (example === undefined || text.trim() === "") return text.toUpperCase().replaceAll(/\s+/g, "")
  const read = readVatNumber(country, text)
  if (!read) return identityRefusals.refuse("identity.vat_number_wrong", { example }, { field })
  return writeVatNumber(read)
}

/** "EL123456789" */
export function writeVatNumber({ country, number }: VatNumber): string {
  return `${vatPrefix(country)}${number}`
}

/** Greece has a name of its own there. */
export function vatPrefix(country: string): string {
  return country === "GR" ? "EL" : country
}
