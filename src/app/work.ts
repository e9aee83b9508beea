import type { WorkKind } from "#kit/work/define.ts"
import { createPaymentWork } from "#payments"
import { provisioningWork } from "#provisioning"
import type { Means } from "./means.ts"

/** Every kind of durable work there is. A kind that is not listed here gets stuck and says so. */
export function listWorkKinds(means: Means): WorkKind[] {
  return [...createPaymentWork(means.payments), ...provisioningWork(means.provisioning)]
}
