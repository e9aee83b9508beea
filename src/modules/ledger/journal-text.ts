import { currencies, currencyCodes, money, toDecimal } from "#kit/money.ts"
import { readAccountName } from "./account-role.ts"
import type { journalFormats } from "./contract.ts"
import type { JournalTransfer } from "./queries.ts"

export type JournalFormat = (typeof journalFormats)[number]

/** What stands above the first entry: which currencies there are and how many digits they have. */
export function writeJournalHead(format: JournalFormat): string {
  if (format === "beancount") {
    return currencyCodes.map((code) => `1970-01-01 commodity ${code}\n`).join("")
  }
  // hledger wants the decimal mark shown even where no digit follows it.
  return currencyCodes.map((code) => `commodity 1000.${"0".repeat(currencies[code])} ${code}\n`).join("")
}

/** Plain-text accounting of one transfer, as hledger or beancount reads it. Pure: same books, same text. */
export function writeJournalEntry(transfer: JournalTransfer, format: JournalFormat): string {
  const lines = transfer.postings.map(
    ({ account, minor }) =>
      `  ${accountName(account, format)}  ${toDecimal(money(minor, transfer.currency))} ${transfer.currency}\n`,
  )
  return `\n${writeTitle(transfer, format)}${lines.join("")}`
}

/** beancount wants every account opened before it is used; `opened` remembers which ones were. hledger doesn't. */
export function writeOpenings(transfer: JournalTransfer, format: JournalFormat, opened: Set<string>): string {
  if (format === "hledger") return ""
  const fresh = new Set(
    transfer.postings.map(({ account }) => account).filter((account) => !opened.has(account)),
  )
  return [...fresh]
    .map((account) => {
      opened.add(account)
      return `${transfer.postedOn} open ${accountName(account, "beancount")}\n`
    })
    .join("")
}

const topNames = { asset: "Assets", liability: "Liabilities", income: "Income", expense: "Expenses" } as const

function accountName(name: string, format: JournalFormat): string {
  const parts = [topNames[readAccountName(name).kind], ...name.split(":")]
  if (format === "hledger") return parts.join(":").toLowerCase()
  // beancount: each part begins with a capital and holds letters, digits and hyphens only.
  return parts
    .map((part) => part.replaceAll("_", "-"))
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(":")
}

function writeTitle(transfer: JournalTransfer, format: JournalFormat): string {
  const words = plain(transfer.words)
  if (format === "hledger") {
    return `${transfer.postedOn} * ${words}\n  ; key: ${plain(transfer.key)}\n  ; reference: ${plain(transfer.reference)}\n`
  }
  return `${transfer.postedOn} * "${words}"\n  key: "${plain(transfer.key)}"\n  reference: "${plain(transfer.reference)}"\n`
}

/** A line break, a quotation mark, a semicolon or a bar in somebody's text must not become syntax. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}";|\\]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
}
