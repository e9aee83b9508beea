// drivers: every driver against its stand-in over real HTTP, each case of the conformance suite, as a table.
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { cloneTestDatabase, prepareTemplate, type TestDatabase } from "#kit/testing/database.ts"
import { type Bench, conformanceCases, openVirtfusionBench } from "#provisioning/testing"

type OpenBench = (at: TestDatabase) => Promise<Bench & { close(): Promise<void> }>
const benches: readonly OpenBench[] = [openVirtfusionBench]

const cluster = await startTestCluster()
try {
  await prepareTemplate(cluster.superUrl)
  const columns = []
  for (const open of benches) columns.push(await proveDriver(open))
  printTable(columns)
  process.exitCode = columns.some(({ results }) => results.some((result) => result !== "ok")) ? 1 : 0
} finally {
  await cluster.stop()
}

async function proveDriver(open: OpenBench): Promise<{ name: string; results: string[] }> {
  const at = await cloneTestDatabase(cluster.superUrl, { runner: "memory" })
  const bench = await open(at)
  try {
    const results = []
    for (const one of conformanceCases) {
      await bench.reset()
      results.push(await one.run(bench).then(() => "ok", wordsOf))
    }
    return { name: bench.name, results }
  } finally {
    await bench.close()
    await at.drop()
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? `FAILED: ${error.message}` : String(error)
}

function printTable(columns: readonly { name: string; results: readonly string[] }[]): void {
  const width = Math.max(...conformanceCases.map((one) => one.name.length))
  console.log(`${"case".padEnd(width)}  ${columns.map((column) => column.name).join("  ")}`)
  for (const [index, one] of conformanceCases.entries()) {
    const cells = columns.map((column) => (column.results[index] ?? "").padEnd(column.name.length))
    console.log(`${one.name.padEnd(width)}  ${cells.join("  ")}`)
  }
  const all = columns.flatMap((column) => column.results)
  console.log(`\n${all.filter((result) => result === "ok").length} of ${all.length} hold.`)
}
