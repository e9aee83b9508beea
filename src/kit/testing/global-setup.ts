import { rmSync } from "node:fs"
import type { TestProject } from "vitest/node"
import { startTestCluster } from "../postgres/test-cluster.ts"
import { prepareTemplate } from "./database.ts"
import { makeHome } from "./used-home.ts"

/** One cluster per run of vitest, with a migrated template in it; and a place for what the run's tests share. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster()
  await prepareTemplate(cluster.superUrl)
  project.provide("testClusterUrl", cluster.superUrl)
  const place = makeHome("hostwell-shared-")
  project.provide("sharedPlace", place)
  return async () => {
    rmSync(place, { recursive: true, force: true })
    await cluster.stop()
  }
}
