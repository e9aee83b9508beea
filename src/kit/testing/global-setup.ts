import { rmSync } from "node:fs"
import type { TestProject } from "vitest/node"
import { startTestCluster } from "../postgres/test-cluster.ts"
import { prepareTemplate } from "./database.ts"
import { makeHome } from "./used-home.ts"

/** Planned once on a connection, not six times: what a test asks, it mostly asks of a database of its own. */
const PLANNED_ONCE = { plan_cache_mode: "force_generic_plan" }

/** One cluster per run of vitest, with a migrated template in it; and a place for what the run's tests share. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster(PLANNED_ONCE)
  await prepareTemplate(cluster.superUrl)
  project.provide("testClusterUrl", cluster.superUrl)
  const place = makeHome("hostwell-shared-")
  project.provide("sharedPlace", place)
  return async () => {
    rmSync(place, { recursive: true, force: true })
    await cluster.stop()
  }
}
