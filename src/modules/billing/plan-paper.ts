import { formatMoney, money } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { contrastOf } from "#kit/theme.ts"
import { readRate, sayTax } from "#tax"
import { percentOf } from "#tenancy"
import type { ContentLine, InvoiceContent } from "./invoice.ts"
import { type PaperWords, paperWords } from "./paper-words.ts"
import { lastDayOf } from "./period.ts"

/** What the template prints: finished texts only. The template decides nothing. */
export interface Paper {
  readonly title: string
  readonly number: string
  readonly language: Language
  readonly seller: { readonly name: string; readonly lines: readonly string[]; readonly footer: string }
  readonly buyer: { readonly lines: readonly string[] }
  readonly words: { readonly seller: string; readonly buyer: string; readonly columns: readonly string[] }
  readonly facts: readonly LabelledText[]
  readonly lines: readonly PaperLine[]
  readonly totals: readonly LabelledText[]
  readonly total: LabelledText
  readonly notes: readonly string[]
  /** "#rrggbb", of headings and rules. */
  readonly accent: string
}

interface LabelledText {
  readonly label: string
  readonly value: string
}

interface PaperLine {
  readonly words: string
  readonly detail: string
  readonly quantity: string
  readonly unit: string
  readonly net: string
  readonly tax: string
  readonly gross: string
}

/** Pure: the same document in the same language is the same paper, to the byte. */
export function planPaper(content: InvoiceContent, language: Language): Paper {
  const words = paperWords[language]
  const say = (minor: string) => formatMoney(money(BigInt(minor), content.currency), words.locale)
  const { seller } = content
  return {
    title: titleOf(content, words),
    number: content.number,
    language,
    seller: {
      name: seller.name,
      lines: [
        seller.name,
        `${words.representative}: ${seller.representative}`,
        ...seller.addressLines,
        countryName(seller.country, words),
        ...(seller.registrationNumber === seller.taxId
          ? []
          : [`${words.registrationNumber}: ${seller.registrationNumber}`]),
        `${words.taxId}: ${seller.taxId}`,
      ],
      footer: [seller.name, seller.email, seller.phone].filter((part) => part !== "").join(" · "),
    },
    buyer: { lines: buyerLines(content, words) },
    words: {
      seller: words.seller,
      buyer: words.buyer,
      columns: [
        words.description,
        words.quantity,
        unitWords(content, language, words),
        words.net,
        content.taxLabel[language],
        words.total,
      ],
    },
    facts: factsOf(content, words),
    lines: content.lines.map((line) => paperLine(line, words, say)),
    totals: [
      { label: words.net, value: say(content.netMinor) },
      ...content.taxes.map((group) => ({
        label: taxLabel(content.taxLabel[language], group.percent, say(group.netMinor), words),
        value: say(group.taxMinor),
      })),
    ],
    total: { label: words.grandTotal, value: say(content.totalMinor) },
    notes: notesOf(content, language, words, say),
    accent: accentOf(content),
  }
}

/** Paper is white, whatever the shop's pages are: a colour that can't be read on it is left to them. */
function accentOf({ brand }: InvoiceContent): string {
  const accent = brand?.accent ?? INK
  return contrastOf(accent, "#ffffff") >= READABLE ? accent : INK
}

const INK = "#000000"
/** WCAG 2.2, 1.4.3. */
const READABLE = 4.5

/** Whose tax a unit price holds, where it is not the one that is charged. */
function unitWords({ taxIncluded, tax }: InvoiceContent, language: Language, words: PaperWords): string {
  if (!taxIncluded) return words.unit
  if (!tax?.insideLabel) return words.unitWithTax
  return words.unitHolding
    .replace("{label}", tax.insideLabel[language])
    .replace("{percent}", percentOf(readRate(tax.inside ?? "0/1")))
}

/** A business books a statement, a consumer keeps a receipt. A Korean tax invoice comes from the tax office only. */
function titleOf(content: InvoiceContent, words: PaperWords): string {
  if (content.kind === "credit_note") return words.titleOfCredit
  if (content.kind === "quote") return words.titleOfQuote
  if (content.kind === "request") return words.titleOfRequest
  return content.buyer.taxId ? words.titleForBusiness : words.titleForConsumer
}

function buyerLines({ buyer }: InvoiceContent, words: PaperWords): string[] {
  return [
    buyer.name,
    ...(buyer.personName === buyer.name ? [] : [buyer.personName]),
    ...buyer.addressLines,
    countryName(buyer.country, words),
    ...(buyer.taxId ? [`${words.taxId}: ${buyer.taxId}`] : []),
    buyer.email,
  ]
}

function factsOf(content: InvoiceContent, words: PaperWords): LabelledText[] {
  const [number, day] = namesOf(content, words)
  const facts = [
    { label: number, value: content.number },
    { label: day, value: content.issuedOn },
  ]
  if (content.validUntil) facts.push({ label: words.validUntil, value: content.validUntil })
  if (content.replaces) {
    const label = content.kind === "quote" ? words.replaces : words.replacesInvoice
    facts.push({ label, value: content.replaces })
  }
  if (content.corrects) {
    facts.push({ label: words.corrects, value: `${content.corrects.number} (${content.corrects.issuedOn})` })
  }
  if (content.dueOn) facts.push({ label: words.dueOn, value: content.dueOn })
  if (content.payment) facts.push({ label: words.paidOn, value: content.payment.paidOn })
  if (content.requestNumber) facts.push({ label: words.requestNumber, value: content.requestNumber })
  if (content.purchaseOrder) facts.push({ label: words.purchaseOrder, value: content.purchaseOrder })
  return facts
}

/** What its number and its day are called. */
function namesOf({ kind }: InvoiceContent, words: PaperWords): readonly [string, string] {
  if (kind === "quote") return [words.quoteNumber, words.quotedOn]
  if (kind === "request") return [words.requestNumber, words.requestedOn]
  return [words.number, words.issuedOn]
}

function paperLine(line: ContentLine, words: PaperWords, say: (minor: string) => string): PaperLine {
  // People read the last usable day, not the first unpaid one.
  const last = line.periodEnd && lastDayOf(Temporal.PlainDate.from(line.periodEnd))
  const period = line.periodStart && last ? `${line.periodStart} – ${last}` : ""
  return {
    words: line.words,
    detail: [period, `${words.rate} ${line.taxPercent}%`].filter((part) => part !== "").join(" · "),
    quantity: line.reason.quantity,
    unit: say(line.reason.unitMinor),
    net: say(line.netMinor),
    tax: say(line.taxMinor),
    gross: say(line.grossMinor),
  }
}

function taxLabel(label: string, percent: string, base: string, words: PaperWords): string {
  return words.taxOf.replace("{label}", label).replace("{percent}", percent).replace("{base}", base)
}

/** Why this tax and no other: nothing of what is charged where the seller is at home. */
function taxNotes({ tax, seller }: InvoiceContent, language: Language): string[] {
  const isAtHome = tax?.ground === "registered" && tax.place?.country === seller.country
  const note = tax && !isAtHome ? sayTax(tax, language) : ""
  return note === "" ? [] : [note]
}

function notesOf(
  content: InvoiceContent,
  language: Language,
  words: PaperWords,
  say: (minor: string) => string,
): string[] {
  const fromCredit = content.payment?.fromCreditMinor
  const tax = taxNotes(content, language)
  if (content.corrects) {
    const note = content.corrects.isWhole ? words.creditNote : words.partialCreditNote
    return [note.replace("{cause}", words.causes[content.corrects.cause]), ...tax]
  }
  const own = content.note ? content.note.split("\n") : []
  if (content.kind === "quote") {
    return [...own, words.quoteNote.replace("{date}", content.validUntil ?? ""), ...tax]
  }
  if (content.kind === "request") {
    return [...own, ...askingNotes(content, words, say), ...tax, words.requestNote]
  }
  const hasPeriods = content.lines.every((line) => line.periodStart !== null)
  return [
    ...own,
    ...tax,
    ...(content.dueOn ? [words.dueNote.replace("{date}", content.dueOn)] : []),
    ...(content.payment ? [words.paidNote.replace("{date}", content.payment.paidOn)] : []),
    ...(fromCredit ? [words.creditUsedNote.replace("{amount}", say(fromCredit))] : []),
    ...(hasPeriods ? [] : [words.supplyNote]),
    ...(words.evidenceNote && content.payment && content.seller.country === "KR" ? [words.evidenceNote] : []),
  ]
}

function askingNotes(
  { asks, dueOn }: InvoiceContent,
  words: PaperWords,
  say: (minor: string) => string,
): string[] {
  if (!asks) return []
  const left = words.leftNote.replace("{credit}", say(asks.fromCreditMinor))
  return [
    ...(asks.fromCreditMinor === "0" ? [] : [left.replace("{left}", say(asks.leftMinor))]),
    words.dueNote.replace("{date}", dueOn ?? ""),
    `${words.payAt}: ${asks.payUrl}`,
  ]
}

function countryName(code: string, words: PaperWords): string {
  return new Intl.DisplayNames([words.locale], { type: "region" }).of(code) ?? code
}
