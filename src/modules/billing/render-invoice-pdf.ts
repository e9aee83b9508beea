import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import type { Language } from "#kit/refusal.ts"
import type { InvoiceContent } from "./invoice.ts"
import { planPaper } from "./plan-paper.ts"

/**
 * The paper of an issued invoice, made from its own stored content: whatever has changed since, the bytes are
 * the same; the logo is the one of that day, by the name in the content. Ten milliseconds of computing, so it runs in the process that asks for it.
 */
export function renderInvoicePdf(
  invoice: { readonly number: string; readonly content: string },
  language?: Language,
  logo?: Uint8Array,
): File {
  const content = JSON.parse(invoice.content) as InvoiceContent
  const paper = planPaper(content, language ?? content.language)
  const bytes = printer().print({ document: JSON.stringify(paper), stamp: stampOf(content), logo })
  return new File([new Uint8Array(bytes)], `${invoice.number}.pdf`, { type: "application/pdf" })
}

interface Printer {
  print(sheet: Sheet): Buffer
}

interface Sheet {
  readonly document: string
  readonly stamp: number
  readonly logo?: Uint8Array | undefined
}

/** One compiler per process, warm after the first page: loading the fonts costs ten times a page. */
let warm: Printer | undefined

function printer(): Printer {
  warm ??= createPrinter()
  return warm
}

/** Pages of the last ten prints stay in its memory: enough for the template, and no leak. */
const CACHE_AGE = 10

function createPrinter(): Printer {
  const template = readFileSync(new URL("./documents/invoice.typ", import.meta.url), "utf8")
  const fonts = dirname(createRequire(import.meta.url).resolve("pretendard/package.json"))
  const readFont = (weight: string) =>
    readFileSync(join(fonts, "dist/public/static", `Pretendard-${weight}.otf`))
  const compiler = NodeCompiler.create({
    workspace: ROOT,
    fontArgs: [{ fontBlobs: [readFont("Regular"), readFont("Bold")] }],
  })
  const write = ({ document, stamp, logo }: Sheet): Buffer => {
    if (logo) compiler.mapShadow(ROOT + LOGO_PLACE, Buffer.from(logo))
    try {
      // The document goes in as data: sys.inputs is text, and the template reads it as JSON.
      const inputs = { document, ...(logo ? { logo: LOGO_PLACE } : {}) }
      return compiler.pdf({ mainFileContent: template, inputs }, { creationTimestamp: stamp })
    } finally {
      if (logo) compiler.unmapShadow(ROOT + LOGO_PLACE)
      compiler.evictCache(CACHE_AGE)
    }
  }
  return {
    print: (sheet) => {
      try {
        return write(sheet)
      } catch (error) {
        // A picture that begins like one and is none keeps nobody from their invoice.
        if (!sheet.logo) throw error
        return write({ document: sheet.document, stamp: sheet.stamp })
      }
    },
  }
}

/** A folder that isn't there: the template can read nothing but what is put into the compiler's memory. */
const ROOT = "/hostwell-paper"
const LOGO_PLACE = "/logo"

/** The file's own date is the document's day, never the moment of printing. */
function stampOf(content: InvoiceContent): number {
  const midnight = Temporal.PlainDate.from(content.issuedOn).toZonedDateTime("UTC")
  return Math.floor(midnight.epochMilliseconds / 1_000)
}
