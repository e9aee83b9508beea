import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import type { Paper } from "./plan-paper.ts"

/** A paper as PDF. The file's own date is the document's day, never the moment of printing. */
export function printPaper(paper: Paper, on: Temporal.PlainDate, logo?: Uint8Array): Uint8Array<ArrayBuffer> {
  const stamp = Math.floor(on.toZonedDateTime("UTC").epochMilliseconds / 1_000)
  return new Uint8Array(printer().print({ document: JSON.stringify(paper), stamp, logo }))
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

/** What the last print didn't use leaves its memory: the template and the fonts stay, and nothing of other papers. */
const CACHE_AGE = 1

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
