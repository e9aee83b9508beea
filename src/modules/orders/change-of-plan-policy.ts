/** When another plan may begin. */
export const changeMoments = ["now", "at_end"] as const
export type ChangeMoment = (typeof changeMoments)[number]

/** What the shop lets its customers choose, upwards and downwards. */
export const momentPolicies = ["now", "at_end", "choice"] as const
export type MomentPolicy = (typeof momentPolicies)[number]

export interface PlanChangePolicy {
  readonly up: MomentPolicy
  readonly down: MomentPolicy
}

/** Unless the shop says otherwise: as the customer likes. */
export const defaultChangePolicy: PlanChangePolicy = { up: "choice", down: "choice" }

/** The moments that are offered for a plan that costs more, or less. What costs the same goes with what costs more. */
export function momentsFor(policy: PlanChangePolicy, isDown: boolean): readonly ChangeMoment[] {
  const wanted = isDown ? policy.down : policy.up
  return wanted === "choice" ? changeMoments : [wanted]
}
