/** What a shop may offer whoever cancels, in place of it: one of them at most. */
export const stayKinds = ["pause", "cheaper_plan"] as const
export type StayKind = (typeof stayKinds)[number]
