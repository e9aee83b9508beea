export { beginBuilding } from "./begin-building.ts"
export { changeServicePlan, type WantedPlan } from "./change-service-plan.ts"
export { countServices } from "./count-services.ts"
export { countServicesByState } from "./count-services-by-state.ts"
export { provisioningRefusals } from "./errors.ts"
export { serviceActivated, serviceBuildUndone, serviceEnded, serviceNeedsAttention } from "./events.ts"
export { followPayment } from "./follow-payment.ts"
export { holdService } from "./hold-service.ts"
export { mailServiceReady } from "./mail-service-ready.ts"
export type { ProvisioningDoors } from "./means.ts"
export { moveServices } from "./move-services.ts"
export { orderService, type ServiceWish } from "./order-service.ts"
export { provisioningPersonalData } from "./personal-data.ts"
export {
  getService,
  getServicePlan,
  listServices,
  type ServicePlan,
  type ServiceView,
} from "./queries.ts"
export { releaseHeld } from "./release-held.ts"
export { createProvisioningRouter } from "./router.ts"
export { type PanelWish, savePanel } from "./save-panel.ts"
export type { Resources, SuspensionReason } from "./service.ts"
export { suspendService } from "./suspend-service.ts"
export { sweepDrift } from "./sweep-drift.ts"
export { sweepStuckBuilds } from "./sweep-stuck-builds.ts"
export { terminateService } from "./terminate-service.ts"
export { anyHeldUntil, anyUnbuilt } from "./unseen-work.ts"
export { unsuspendService } from "./unsuspend-service.ts"
export { provisioningWork } from "./work.ts"
