import type { z } from "zod"
import type { Language, Say } from "#kit/refusal.ts"
import { type DeclineKind, declineWords } from "./decline.ts"
import type { SavedMethod } from "./method.ts"
import type { methodShape, setupShape } from "./method-contract.ts"
import type { MethodSetup } from "./setup.ts"

export type MethodView = z.infer<typeof methodShape>
export type SetupView = z.infer<typeof setupShape>

/** As the contract shows it, in the reader's language. */
export function describeMethod(method: SavedMethod, language: Language): MethodView {
  const { id, accountId, gateway, brand, lastFour, state, decline, isDefault } = method
  return {
    id,
    accountId,
    gateway,
    brand,
    lastFour,
    expiresOn: method.expiresOn?.toString() ?? null,
    state,
    words: state === "usable" ? null : sayUnusable(decline)[language],
    isDefault,
    consentedAt: method.consentedAt.toString(),
    createdAt: method.createdAt.toString(),
    chargedAt: method.chargedAt?.toString() ?? null,
  }
}

export function describeSetup(setup: MethodSetup, language: Language): SetupView {
  const { id, accountId, state, decline, methodId } = setup
  return {
    id,
    accountId,
    state,
    // Only while the gateway waits: an old link would open a page that says no.
    redirectUrl: state === "waiting_for_payer" ? setup.redirectUrl : null,
    words: state === "declined" ? declineWords[decline ?? "declined_soft"][language] : null,
    methodId,
  }
}

function sayUnusable(decline: DeclineKind | null): Say {
  return unusable[decline ?? "declined_hard"] ?? declineWords.declined_hard
}

const unusable: Partial<Record<DeclineKind, Say>> = {
  authentication_required: {
    en: "Your bank wants you to confirm payments with this card yourself. Pay once by hand with it, or add another one.",
    ko: "카드사에서 본인 인증을 요구하는 카드입니다. 이 카드로 한 번 직접 결제하시거나 다른 카드를 등록해 주세요.",
  },
  expired: {
    en: "This card has expired. Please add another one.",
    ko: "유효기간이 지난 카드입니다. 다른 카드를 등록해 주세요.",
  },
  invalid_instrument: {
    en: "The payment service no longer knows this card. Please add it again, or another one.",
    ko: "결제대행사에서 더 이상 사용할 수 없는 카드입니다. 다시 등록하시거나 다른 카드를 등록해 주세요.",
  },
  declined_hard: {
    en: "Your bank doesn't allow this card any more. Please add another one.",
    ko: "카드사에서 승인을 거절한 카드입니다. 다른 카드를 등록해 주세요.",
  },
}
