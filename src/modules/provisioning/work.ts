import type { WorkKind } from "#kit/work/define.ts"
import { applySuspensionWork, terminateServiceWork } from "./change-work.ts"
import { comparePanelWork } from "./compare-panel.ts"
import { createServiceWork } from "./create-service.ts"
import type { ProvisioningMeans } from "./means.ts"
import { requestSignOnWork } from "./sign-on-work.ts"

/** Every work of this module with its body, for whoever plays work. */
export function provisioningWork(means: ProvisioningMeans): WorkKind[] {
  return [
    createServiceWork(means),
    terminateServiceWork(means),
    applySuspensionWork(means),
    requestSignOnWork(means),
    comparePanelWork(means),
  ]
}
