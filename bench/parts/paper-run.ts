// A program that prints papers and nothing else: how long the first one took, and what it holds in memory on the way.
import { setImmediate } from "node:timers/promises"
import { parseArgs } from "node:util"
import { renderInvoicePdf } from "#billing/testing"
import { readMemoryMb } from "./memory.ts"
import { samplePaper } from "./paper-samples.ts"

export interface PaperRun {
  readonly firstMs: number
  /** Resident after each tenth of the papers. */
  readonly memoryMb: readonly number[]
  readonly bytes: number
}

const TENTHS = 10
const LINES = 8

const { values } = parseArgs({ options: { papers: { type: "string", default: "2000" } } })
const papers = Number(values.papers)
const memoryMb: number[] = []
let bytes = 0
const startedMs = performance.now()
print(0)
const firstMs = performance.now() - startedMs
for (let number = 1; number < papers; number++) {
  print(number)
  // As a program does that answers others in between: what native code gave away is let go of in the loop of events.
  await setImmediate()
  if ((number + 1) % Math.ceil(papers / TENTHS) === 0) memoryMb.push(readMemoryMb(process.pid))
}
const run: PaperRun = { firstMs, memoryMb, bytes: Math.round(bytes / papers) }
console.log(JSON.stringify(run))

function print(number: number): void {
  const content = JSON.stringify(samplePaper(number, LINES))
  bytes += renderInvoicePdf({ number: String(number), content }).size
}
