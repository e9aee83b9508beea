import type { BulkAct } from "#desk"
import { unsuspendService } from "#provisioning"
import { asStaffReason, staffReasonChoices } from "./staff-reasons.ts"

export const unsuspendServices: BulkAct = {
  name: "services.unsuspend",
  say: { en: "Lift a suspension", ko: "이용 정지 해제" },
  warns: {
    en: "The reason you choose is taken from each of them. It runs again unless it is suspended for another reason as well.",
    ko: "각 서비스에서 선택한 정지 사유를 해제합니다. 다른 정지 사유가 남아 있으면 계속 정지됩니다.",
  },
  permission: "provisioning.services.suspend",
  needsReason: true,
  only: { state: "suspended" },
  choices: staffReasonChoices,
  run: (ctx, id, { choice, reason }) => unsuspendService(ctx, id, asStaffReason(choice), reason),
}
