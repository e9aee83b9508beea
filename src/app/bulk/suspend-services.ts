import type { BulkAct } from "#desk"
import { suspendService } from "#provisioning"
import { asStaffReason, staffReasonChoices } from "./staff-reasons.ts"

export const suspendServices: BulkAct = {
  name: "services.suspend",
  say: { en: "Suspend services", ko: "서비스 이용 정지" },
  warns: {
    en: "Each of them stops until the reason you choose is lifted; paying doesn’t lift it. Nothing is deleted, and the customer sees the reason.",
    ko: "선택한 사유가 해제될 때까지 각 서비스를 정지합니다. 결제해도 해제되지 않으며, 데이터는 삭제되지 않고 고객에게 사유가 표시됩니다.",
  },
  permission: "provisioning.services.suspend",
  needsReason: true,
  isGrave: true,
  only: { state: "active" },
  choices: staffReasonChoices,
  run: (ctx, id, { choice, reason }) => suspendService(ctx, id, asStaffReason(choice), reason),
}
