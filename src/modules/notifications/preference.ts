import { type MemberRole, rolesHolding } from "#identity"
import type { Language, Say } from "#kit/refusal.ts"
import { choosableKinds, messageChannels } from "./contract.ts"

export type ChoosableKind = (typeof choosableKinds)[number]
export type MessageChannel = (typeof messageChannels)[number]

/** Whoever may not look at it in the portal is not sent it either. */
const needed = { billing: "billing.invoices.read", service: "provisioning.services.read" } as const

export function rolesFor(kind: ChoosableKind): readonly MemberRole[] {
  return rolesHolding(needed[kind])
}

export interface Standing {
  readonly role: MemberRole
  /** Their address is the account's own. */
  readonly isHolder: boolean
  readonly choices: readonly {
    readonly kind: ChoosableKind
    readonly channel: MessageChannel
    readonly isOn: boolean
  }[]
  readonly hasNews: boolean
}

export interface Preference {
  readonly kind: ChoosableKind | "security" | "news"
  readonly channel: MessageChannel
  readonly isOn: boolean
  readonly fixedBecause: string | null
}

/** What somebody gets of each kind, by each way there is, and why where that is not theirs to choose. Pure. */
export function planPreferences(
  { role, isHolder, choices, hasNews }: Standing,
  language: Language,
): Preference[] {
  return messageChannels.flatMap((channel) => [
    ...choosableKinds.map((kind): Preference => {
      const fixed = fixedFor({ kind, role, isHolder })
      const chosen = choices.find((one) => one.kind === kind && one.channel === channel)?.isOn
      return {
        kind,
        channel,
        isOn: fixed ? fixed.isOn : (chosen ?? isHolder),
        fixedBecause: fixed ? fixed.because[language] : null,
      }
    }),
    { kind: "security" as const, channel, isOn: true, fixedBecause: reasons.security[language] },
    { kind: "news" as const, channel, isOn: hasNews, fixedBecause: null },
  ])
}

interface Asked {
  readonly kind: ChoosableKind
  readonly role: MemberRole
  readonly isHolder: boolean
}

export function fixedFor({ kind, role, isHolder }: Asked): { isOn: boolean; because: Say } | undefined {
  if (isHolder && kind === "billing") return { isOn: true, because: reasons.billing }
  if (!isHolder && !rolesFor(kind).includes(role)) return { isOn: false, because: reasons.role }
  return undefined
}

const reasons = {
  billing: {
    en: "Law and contract require these: requests, invoices, receipts and reminders before a service is suspended. They go to the account’s address.",
    ko: "청구서, 거래명세서, 영수증, 이용 정지 전 안내는 법령과 계약에 따라 계정의 이메일로 반드시 발송됩니다.",
  },
  security: {
    en: "These protect your account: new sign-ins, changed passwords, your rights to your data.",
    ko: "새 로그인, 비밀번호 변경, 개인정보 권리 안내 등 계정을 보호하기 위한 메일은 항상 발송됩니다.",
  },
  role: {
    en: "Your role in this account doesn’t include these.",
    ko: "이 계정에서 맡은 역할로는 받을 수 없습니다.",
  },
} as const satisfies Record<string, Say>
