import type { Actor } from "#kit/context.ts"
import type { Refusal } from "#kit/refusal.ts"
import type { SessionFacts, StaffDuty } from "./actor-facts.ts"
import type { Permission } from "./permissions.ts"
import { staffRefusals } from "./staff-errors.ts"
import { standingOf } from "./staff-policy.ts"

/** Pure: a member of staff, kept at their own door while the shop asks for a factor that this session has not shown. */
export function barStaff(actor: Actor, { staffDuty }: SessionFacts, now: Temporal.Instant): Actor {
  if (actor.kind !== "staff" || !staffDuty || staffDuty.isStrong || !isDue(staffDuty, now)) return actor
  const code = staffDuty.hasSecondFactor ? "identity.second_factor_unshown" : "identity.second_factor_needed"
  return barActor(actor, staffRefusals.create(code))
}

/** Of what is everybody's own, their doors alone: a password by itself must take neither data nor a name elsewhere. */
const doorPermissions: readonly Permission[] = ["identity.self.manage"]

export function barActor(actor: Actor & { kind: "staff" }, barred: Refusal): Actor {
  return { ...actor, permissions: new Set<string>(doorPermissions), barred }
}

/** A key shows nothing; it does what its maker may, and that takes a maker with a second factor. */
export function refuseKeyOfUnsecured({ staffRole, staffDuty }: SessionFacts, now: Temporal.Instant): void {
  if (!staffRole || !staffDuty || staffDuty.hasSecondFactor || !isDue(staffDuty, now)) return
  staffRefusals.refuse("identity.second_factor_needed", {}, { because: "the key's maker has none" })
}

function isDue({ needsSecondFactor, from }: StaffDuty, now: Temporal.Instant): boolean {
  const secondFactorFrom = from === null ? null : Temporal.Instant.from(from)
  return standingOf({ needsSecondFactor, secondFactorFrom }, false, now) === "needed"
}
