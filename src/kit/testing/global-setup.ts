import type { TestProject } from "vitest/node"
import { startTestCluster } from "../postgres/test-cluster.ts"
import { prepareTemplate } from "./database.ts"

/** One cluster per run of vitest, with a migrated template in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster()
  await prepareTemplate(cluster.superUrl)
  project.provide("testClusterUrl", cluster.superUrl)
  return cluster.stop
}
