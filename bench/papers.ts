// papers: invoices as PDF, beside a bare loop of the same compiler over the same template; long ones; a hundred thousand's memory (B4).
import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { planPaper, renderInvoicePdf } from "#billing/testing"
import { readOptions } from "./parts/options.ts"
import { comparePairs } from "./parts/pairs.ts"
import type { PaperRun } from "./parts/paper-run.ts"
import { samplePaper } from "./parts/paper-samples.ts"
import { reportComparisons } from "./parts/report.ts"

const LINES = 8
const options = readOptions()
const { isShort } = options
const AT_ONCE = isShort ? 2 : 150
const LONG = isShort ? 1 : 5

const contents = Array.from({ length: AT_ONCE }, (_, number) => samplePaper(number, LINES))
const invoices = contents.map((content) => ({ number: content.number, content: JSON.stringify(content) }))
const documents = contents.map((content) => JSON.stringify(planPaper(content, content.language)))
const bare = openBareLoop()

const comparisons = [
  await comparePairs({
    name: `invoices of ${LINES} lines, printed from what is stored / the same papers in a bare loop`,
    unit: "papers/s",
    isShort,
    target: { atLeast: 0.9 },
    reference: async () => rate(AT_ONCE, () => documents.forEach(bare)),
    subject: async () => rate(AT_ONCE, () => invoices.forEach((invoice) => renderInvoicePdf(invoice))),
  }),
  await comparePairs({
    name: "an invoice of 500 lines / one of 5",
    unit: "ms",
    isShort,
    target: { atMost: 20, isGoal: true },
    reference: async () => 1_000 / printed(LONG * 4, 5),
    subject: async () => 1_000 / printed(LONG, isShort ? 20 : 500),
  }),
]
const differing = await countDiffering()
const run = runApart(isShort ? 20 : options.papers)
reportComparisons("papers", comparisons, options, { run, differing })
tell(run)
if (differing > 0) process.exitCode = 1

/** What somebody would write who only wants PDFs: finished documents, one compiler, its cache kept small. */
function openBareLoop(): (document: string) => void {
  const fonts = dirname(createRequire(import.meta.url).resolve("pretendard/package.json"))
  const fontBlobs = ["Regular", "Bold"].map((weight) =>
    readFileSync(join(fonts, "dist/public/static", `Pretendard-${weight}.otf`)),
  )
  const compiler = NodeCompiler.create({ workspace: "/bare-loop", fontArgs: [{ fontBlobs }] })
  const place = new URL("../src/modules/billing/documents/invoice.typ", import.meta.url)
  const mainFileContent = readFileSync(place, "utf8")
  return (document) => {
    compiler.pdf({ mainFileContent, inputs: { document } }, { creationTimestamp: 1_772_409_600 })
    compiler.evictCache(10)
  }
}

/** So many a second. */
function rate(count: number, act: () => void): number {
  const startedMs = performance.now()
  act()
  return (count * 1_000) / (performance.now() - startedMs)
}

function printed(count: number, lines: number): number {
  const long = Array.from({ length: count }, (_, number) => ({
    number: String(number),
    content: JSON.stringify(samplePaper(number, lines)),
  }))
  return rate(count, () => long.forEach((invoice) => renderInvoicePdf(invoice)))
}

/** Printed again, after all the others: papers whose bytes are not the same. */
async function countDiffering(): Promise<number> {
  const print = async () =>
    Promise.all(invoices.map(async (invoice) => Buffer.from(await renderInvoicePdf(invoice).arrayBuffer())))
  const [first, again] = [await print(), await print()]
  return first.filter((paper, index) => !again[index]?.equals(paper)).length
}

/** In a program of its own, for what it holds is nobody else's. */
function runApart(papers: number): PaperRun {
  const program = new URL("./parts/paper-run.ts", import.meta.url).pathname
  const words = execFileSync(process.execPath, [program, "--papers", String(papers)], { encoding: "utf8" })
  return JSON.parse(words) as PaperRun
}

function tell({ firstMs, memoryMb, bytes }: PaperRun): void {
  console.log(
    `\nPrinted again, ${differing} of ${AT_ONCE} had other bytes. A program's first paper took ${firstMs.toFixed(0)} ms; ` +
      `one has ${(bytes / 1_000).toFixed(0)} kB. Memory after each tenth of ${options.papers.toLocaleString("en")}: ` +
      `${memoryMb.map((one) => one.toFixed(0)).join(", ")} MB.`,
  )
}
