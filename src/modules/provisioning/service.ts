import type { Language, Say } from "#kit/refusal.ts"
import type { serviceStates } from "./contract.ts"

export type ServiceState = (typeof serviceStates)[number]

/** What may follow what. The server's guard and the buttons read the same table. */
export const serviceMoves = {
  waiting_for_payment: ["building", "ended"],
  building: ["active", "needs_attention", "ended"],
  needs_attention: ["building", "active", "suspended", "ended"],
  active: ["suspended", "needs_attention", "ended"],
  suspended: ["active", "needs_attention", "ended"],
  ended: [],
} as const satisfies Record<ServiceState, readonly ServiceState[]>

export function canMove(from: ServiceState, to: ServiceState): boolean {
  return (serviceMoves[from] as readonly ServiceState[]).includes(to)
}

/** What the business wants; late, repeated or reordered wishes only overwrite it, so the end is right. */
export const desiredStates = ["none", "active", "suspended", "ended"] as const
export type DesiredState = (typeof desiredStates)[number]

/** What the panel said when it was last asked. */
export const observedStates = ["unknown", "absent", "building", "running", "suspended", "failed"] as const
export type ObservedState = (typeof observedStates)[number]

/** A service runs only while this set is empty, so paying never lifts an abuse block. */
export const suspensionReasons = ["unpaid", "abuse", "authority", "fraud", "own_wish", "paused"] as const
export type SuspensionReason = (typeof suspensionReasons)[number]

/** What the set of reasons asks for, while the service is one that can run at all. */
export function planDesired(reasons: readonly SuspensionReason[]): "active" | "suspended" {
  return reasons.length === 0 ? "active" : "suspended"
}

export interface Resources {
  readonly cpuCores: number
  readonly memoryMb: number
  readonly storageGb: number
  readonly trafficGb: number
  readonly ipv4: number
}

export function isSameSize(one: Resources, other: Resources): boolean {
  return (
    one.cpuCores === other.cpuCores &&
    one.memoryMb === other.memoryMb &&
    one.storageGb === other.storageGb &&
    one.trafficGb === other.trafficGb &&
    one.ipv4 === other.ipv4
  )
}

/** What was sold, frozen at the order: a later change of the plan doesn't change this machine. */
export interface PlanSnapshot {
  readonly resources: Resources
  readonly packageId: number
  readonly groupId: number
  readonly templateId: number
}

/** Why a person has to look, in words the customer may read. Money first: that is their first question. */
const attentionWords = {
  build: {
    en: "Your payment is confirmed, but setting up the server is taking longer than usual. Our team has been told and is working on it. You don't have to do anything.",
    ko: "결제는 확인되었고, 서버 세팅이 평소보다 오래 걸리고 있습니다. 담당자에게 알림이 전달되어 확인 중입니다. 고객님께서 따로 하실 일은 없습니다.",
  },
  change: {
    en: "The server could not take over a change yet. Our team has been told and is working on it.",
    ko: "서버에 변경 사항이 아직 적용되지 않았습니다. 담당자에게 알림이 전달되어 확인 중입니다.",
  },
  backup: {
    en: "This service has ended. Our team is looking after what is stored on it before it is deleted.",
    ko: "이용이 종료된 서버입니다. 삭제에 앞서 담당자가 저장된 데이터를 확인하고 있습니다.",
  },
} as const satisfies Record<string, Say>
export type AttentionKind = keyof typeof attentionWords

const stateWords = {
  waiting_for_payment: { en: "Waiting for payment", ko: "결제 대기" },
  building: { en: "The server is being set up", ko: "서버 세팅 중" },
  active: { en: "Running", ko: "이용 중" },
  suspended: { en: "Suspended", ko: "이용 정지" },
  ended: { en: "Ended", ko: "이용 종료" },
} as const satisfies Record<Exclude<ServiceState, "needs_attention">, Say>

const reasonWords = {
  unpaid: { en: "payment is overdue", ko: "미납" },
  abuse: { en: "a report of abuse is being looked into", ko: "이용약관 위반 신고 확인 중" },
  authority: { en: "ordered by an authority", ko: "관계 기관 요청" },
  fraud: { en: "the payment is being checked", ko: "결제 확인 중" },
  own_wish: { en: "at your request", ko: "고객 요청" },
  paused: { en: "paused", ko: "일시정지" },
} as const satisfies Record<SuspensionReason, Say>

/** Honest words for where a service stands. */
export function sayService(
  service: {
    readonly state: ServiceState
    readonly attention: AttentionKind | null
    readonly suspensionReasons: readonly SuspensionReason[]
  },
  language: Language,
): string {
  if (service.state === "needs_attention") return attentionWords[service.attention ?? "build"][language]
  const words = stateWords[service.state][language]
  if (service.state !== "suspended" || service.suspensionReasons.length === 0) return words
  return `${words} (${service.suspensionReasons.map((reason) => reasonWords[reason][language]).join(", ")})`
}
