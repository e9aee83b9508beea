// permissions: who may call what: every procedure × role × own, foreign and missing things × tenant, and every other path.
import { resolve } from "node:path"
import { statedPages, statedPaths } from "#app/http/stated-paths.ts"
import { openCompany } from "#app/testing/company.ts"
import { compareWithStated, nameOfPath } from "#app/testing/compare-stated.ts"
import { listPages } from "#app/testing/page-doors.ts"
import { type PermissionTrial, tryPermissions, type Verdict } from "#app/testing/permission-trial.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"

const buildDirectory = resolve(import.meta.dirname, "../build")
const signs = { yes: "yes", refused: "-", hidden: "404", "–": "" } as const satisfies Record<Verdict, string>
const faults: string[] = []

const cluster = await startTestCluster()
try {
  await prepareTemplate(cluster.superUrl)
  await using company = await openCompany({
    clusterUrl: cluster.superUrl,
    player: { kind: "memory", seed: 1 },
    buildDirectory,
  })
  const trial = await tryPermissions(company)
  faults.push(...trial.faults)
  printTable(trial)
  printPaths("Other paths", company.paths.map(nameOfPath))
  printPages()
} finally {
  await cluster.stop()
}
for (const fault of faults) console.log(`  FAILED  ${fault}`)
console.log(faults.length === 0 ? "\nNobody gets further than is stated." : `\n${faults.length} failure(s).`)
process.exitCode = faults.length === 0 ? 0 : 1

function printTable({ roles, rows, calls }: PermissionTrial): void {
  console.log(
    `Each cell: the caller's own thing / somebody else's. ${signs.yes}: let in, ${signs.refused}: refused`,
  )
  console.log(`before anything is looked at, ${signs.hidden}: to the byte as if it were not there.\n`)
  const names = ["procedure", "permission", ...roles]
  const lines = rows.map(({ procedure, cells }) => [
    procedure.name,
    procedure.permit.kind === "everyone" ? "everyone" : procedure.permit.permission,
    ...cells.map(({ own, other }) => (other === "–" ? signs[own] : `${signs[own]}/${signs[other]}`)),
  ])
  const widths = names.map((name, index) =>
    Math.max(...[names, ...lines].map((line) => (line[index] ?? name).length)),
  )
  for (const line of [names, ...lines]) {
    console.log(`  ${line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ")}`.trimEnd())
  }
  console.log(`\n  ${rows.length} procedures, ${roles.length} roles, ${calls} calls. For everyone, because:`)
  for (const { procedure } of rows) {
    if (procedure.permit.kind === "everyone") console.log(`  ${procedure.name}: ${procedure.permit.reason}`)
  }
}

function printPaths(title: string, mounted: readonly string[]): void {
  const compared = compareWithStated(mounted, statedPaths.map(nameOfPath), (name) => name)
  report(compared)
  console.log(`\n${title} (${new Set(mounted).size}):\n`)
  for (const path of statedPaths) console.log(`  ${nameOfPath(path).padEnd(36)}  ${path.because}`)
}

function printPages(): void {
  const compared = compareWithStated(
    listPages(),
    statedPages.map(({ path }) => path),
    (path) => path,
  )
  report(compared)
  console.log(`\nPages (${statedPages.length}; the Korean ones below /ko are the same):\n`)
  for (const { path, who, because } of statedPages) {
    console.log(`  ${`/${path}`.padEnd(36)}  ${who.padEnd(8)}  ${because}`)
  }
}

function report({ unstated, gone }: { readonly unstated: string[]; readonly gone: string[] }): void {
  for (const path of unstated) faults.push(`${path || "/"} is mounted and nobody has stated who may come.`)
  for (const path of gone) faults.push(`${path || "/"} is stated and not mounted.`)
}
