import type { WorkKind } from "#kit/work/define.ts"
import { createPaymentWork } from "#payments"
import { provisioningWork } from "#provisioning"
import type { Ground } from "./ground.ts"

/** Every kind of durable work there is. A kind that is not listed here gets stuck and says so. */
export function listWorkKinds(ground: Ground): WorkKind[] {
  return [...createPaymentWork(ground), ...provisioningWork(ground)]
}
