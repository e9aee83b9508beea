import type { Refusal } from "#kit/refusal.ts"
import type { AccessGate, AccessSetting, AccessVerdict } from "./access-gate.ts"
import { staffRefusals } from "./staff-errors.ts"

const codes = {
  absent: "identity.access_absent",
  wrong: "identity.access_wrong",
  another: "identity.access_of_another",
  unreachable: "identity.access_unreachable",
} as const

/** Pure: what somebody is told whom the proxy in front has not vouched for. */
export function sayAccess(verdict: AccessVerdict, team: string): Refusal | undefined {
  return verdict.isIn
    ? undefined
    : staffRefusals.create(codes[verdict.because], { team }, { because: verdict.why })
}

/** Nobody can switch on a gate that they themselves did not come through. */
export async function refuseOutsideAccess(
  gate: AccessGate,
  wish: { readonly setting: AccessSetting; readonly assertion: string | undefined; readonly email: string },
): Promise<void> {
  const { setting, email } = wish
  const verdict = await gate.judge(wish.assertion ?? null, { ...setting, email })
  if (verdict.isIn) return
  const { team } = setting
  staffRefusals.refuse("identity.access_not_shown", { team }, { field: "access/team", because: verdict.why })
}
