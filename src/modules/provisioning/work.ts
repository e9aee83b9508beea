import type { WorkKind } from "#kit/work/define.ts"
import { applySuspensionWork, changePlanWork, terminateServiceWork } from "./change-work.ts"
import { comparePanelWork } from "./compare-panel.ts"
import { createServiceWork } from "./create-service.ts"
import type { ProvisioningDoors } from "./means.ts"
import { requestSignOnWork } from "./sign-on-work.ts"

/** Every work of this module with its body, for whoever plays work. */
export function provisioningWork(doors: ProvisioningDoors): WorkKind[] {
  return [
    createServiceWork(doors),
    terminateServiceWork(doors),
    applySuspensionWork(doors),
    changePlanWork(doors),
    requestSignOnWork(doors),
    comparePanelWork(doors),
  ]
}
