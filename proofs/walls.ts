// walls: no tenant reaches another's rows, tried on every table; and each planted violation of the code's walls is caught.
import { resolve } from "node:path"
import pg from "pg"
import { houseFolders, houseRules } from "#app/house.ts"
import { borderPlants } from "#app/testing/border-plants.ts"
import { carePlants } from "#app/testing/care-plants.ts"
import { definerFunctions, tablesOutsideTheWall } from "#kit/outside-the-wall.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { appRole } from "#kit/tenant-table.ts"
import { plantTree, readDoors, readTree } from "#kit/testing/architecture/tree.ts"
import { cloneTestDatabase, prepareTemplate } from "#kit/testing/database.ts"
import { readCatalogue } from "#kit/testing/tenant-wall/catalogue.ts"
import { inspectWall } from "#kit/testing/tenant-wall/inspect-wall.ts"
import { holes, plants, WALLED } from "#kit/testing/tenant-wall/plants.ts"
import { tryWall, type WallConnections } from "#kit/testing/tenant-wall/try-wall.ts"

const exceptions = { tables: tablesOutsideTheWall, definers: definerFunctions }
const root = resolve(import.meta.dirname, "..")
let failures = 0

await proveTenantWall()
proveCodeWalls()
console.log(failures === 0 ? "\nEvery wall stands." : `\n${failures} failure(s).`)
process.exitCode = failures === 0 ? 0 : 1

async function proveTenantWall(): Promise<void> {
  const cluster = await startTestCluster()
  try {
    await prepareTemplate(cluster.superUrl)
    await inClone(cluster.superUrl, proveEveryTable)
    await inClone(cluster.superUrl, provePlantsInTheCatalogue)
    for (const [rules, what, sql] of holes) {
      await inClone(cluster.superUrl, (connections) => proveHole(connections, rules, what, sql))
    }
  } finally {
    await cluster.stop()
  }
}

async function proveEveryTable(connections: WallConnections): Promise<void> {
  const catalogue = await readCatalogue(connections.owner, appRole.name)
  const faults = inspectWall(catalogue, exceptions)
  for (const fault of faults) fail(`${fault.where} [${fault.rule}] ${fault.words}`)
  const trials = await tryWall(connections, catalogue, exceptions)
  const width = Math.max(...trials.map((trial) => trial.table.length))
  console.log(`Tenant B's row, tried from tenant A's connection (${trials.length} tables):\n`)
  for (const trial of trials) {
    const verdict = trial.faults.length === 0 ? "held" : "OPEN"
    console.log(`  ${trial.table.padEnd(width)}  ${String(trial.attempts).padStart(2)} attempts  ${verdict}`)
    for (const fault of trial.faults) fail(`${fault.where} [${fault.rule}] ${fault.words}`)
  }
  const attempts = trials.reduce((total, trial) => total + trial.attempts, 0)
  console.log(`\n  ${attempts} attempts. Outside the wall, with their reasons:`)
  for (const [name, reason] of Object.entries(tablesOutsideTheWall)) console.log(`  ${name}: ${reason}`)
}

async function provePlantsInTheCatalogue({ owner }: WallConnections): Promise<void> {
  console.log("\nPlanted in the catalogue:\n")
  for (const [rule, what, sql] of plants) {
    await owner.query("begin")
    await owner.query(`${WALLED}; ${sql}`)
    const faults = inspectWall(await readCatalogue(owner, appRole.name), exceptions)
    await owner.query("rollback")
    const isCaught = faults.some((fault) => fault.rule === rule && fault.where.includes("plant"))
    say(isCaught, `${rule}: ${what}`)
  }
}

async function proveHole(
  connections: WallConnections,
  rules: readonly string[],
  what: string,
  sql: string,
): Promise<void> {
  await connections.owner.query(`${WALLED}; ${sql}`)
  const catalogue = await readCatalogue(connections.owner, appRole.name)
  const planted = catalogue.tables.filter((table) => table.name.startsWith("plant."))
  const trials = await tryWall(connections, { ...catalogue, tables: planted }, exceptions)
  const found = new Set(trials.flatMap((trial) => trial.faults).map((fault) => fault.rule))
  const isExact = found.size === rules.length && rules.every((rule) => found.has(rule))
  say(isExact, `tried: ${what} (${[...found].join(", ") || "nothing found"})`)
}

function proveCodeWalls(): void {
  const tree = readTree(root, houseFolders)
  const doors = readDoors(root)
  console.log(`\nThe code's walls (${houseRules.length} rules over ${tree.files.size} files):\n`)
  for (const rule of houseRules) {
    const found = rule.check(tree)
    const planted = [...borderPlants, ...carePlants].filter((plant) => plant.rule === rule.name)
    const caught = planted.filter((plant) => {
      const violations = rule.check(plantTree(plant.bad, doors)).filter((one) => one.path in plant.bad)
      return violations.length === (plant.times ?? 1)
    })
    const isRight = found.length === 0 && planted.length > 0 && caught.length === planted.length
    say(
      isRight,
      `${rule.name}: ${found.length} in the house, ${caught.length} of ${planted.length} plants caught`,
    )
    for (const one of found) console.log(`      ${one.path}:${one.line} ${one.words}`)
  }
}

async function inClone(
  clusterUrl: string,
  body: (connections: WallConnections) => Promise<void>,
): Promise<void> {
  await using clone = await cloneTestDatabase(clusterUrl)
  const owner = new pg.Client({ connectionString: clone.ownerUrl })
  await owner.connect()
  const app = await clone.database.pool.connect()
  try {
    await body({ owner, app })
  } finally {
    app.release()
    await owner.end()
  }
}

function say(isRight: boolean, words: string): void {
  if (isRight) console.log(`  caught  ${words}`)
  else fail(words)
}

function fail(words: string): void {
  failures++
  console.log(`  FAILED  ${words}`)
}
