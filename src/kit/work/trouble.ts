import type { troubleKinds } from "../contract.ts"
import type { Language, Say } from "../refusal.ts"
import type { OperationState } from "./operation.ts"

/** Of which kind is what keeps work from going on; the exact words stand beside it. */
export type TroubleKind = (typeof troubleKinds)[number]

interface TroubleWords {
  /** What happened, and what that means. */
  readonly says: Say
  /** What a person does about work that has stopped for it. */
  readonly advice: Say
}

export const troubles = {
  unreachable: {
    says: {
      en: "The external system could not be reached. Nothing was changed there.",
      ko: "외부 시스템에 연결하지 못했습니다. 외부 시스템에서 처리된 내용은 없습니다.",
    },
    advice: {
      en: "Check that it is running and that its address is correct, then retry.",
      ko: "외부 시스템이 정상인지, 접속 주소가 맞는지 확인한 뒤 다시 시도해 주세요.",
    },
  },
  unanswered: {
    says: {
      en: "The external system gave no usable answer and may have done what was requested. Every retry checks there first, so nothing is done twice.",
      ko: "외부 시스템의 응답을 확인하지 못했습니다. 요청이 이미 처리되었을 수 있으며, 다시 시도할 때는 먼저 조회하므로 중복으로 처리되지 않습니다.",
    },
    advice: {
      en: "Check that it is running, then retry.",
      ko: "외부 시스템이 정상인지 확인한 뒤 다시 시도해 주세요.",
    },
  },
  busy: {
    says: {
      en: "The external system is busy and asks to retry later.",
      ko: "외부 시스템이 바빠 잠시 후 다시 요청해야 합니다.",
    },
    advice: { en: "Retry in a while.", ko: "잠시 후 다시 시도해 주세요." },
  },
  denied: {
    says: {
      en: "The external system rejected our credentials, or they lack a permission.",
      ko: "외부 시스템이 인증 정보를 거부했거나 필요한 권한이 없습니다.",
    },
    advice: {
      en: "Update the credentials in its settings, then retry.",
      ko: "연동 설정에서 인증 정보를 갱신한 뒤 다시 시도해 주세요.",
    },
  },
  declined: {
    says: {
      en: "The external system rejected the request.",
      ko: "외부 시스템이 요청을 거절했습니다.",
    },
    advice: {
      en: "Fix the reason it gives, then retry; or undo the operation.",
      ko: "거절 사유를 해결한 뒤 다시 시도하거나, 작업을 되돌려 주세요.",
    },
  },
  unsafe: {
    says: {
      en: "This address must not be called. Nothing was sent.",
      ko: "호출이 허용되지 않는 주소여서 요청을 보내지 않았습니다.",
    },
    advice: {
      en: "Correct the address in the settings, then retry.",
      ko: "설정에서 주소를 바로잡은 뒤 다시 시도해 주세요.",
    },
  },
  pending: {
    says: {
      en: "It is waiting for something that is not there yet, and checks again automatically.",
      ko: "아직 끝나지 않은 다른 일을 기다리고 있으며, 자동으로 다시 확인합니다.",
    },
    advice: {
      en: "See what it waits for, then retry.",
      ko: "무엇을 기다리는지 확인한 뒤 다시 시도해 주세요.",
    },
  },
  undecided: {
    says: {
      en: "This needs a decision by staff.",
      ko: "자동으로 판단할 수 없어 담당자의 확인이 필요합니다.",
    },
    advice: {
      en: "Read the original message, fix the cause, then retry, undo or close it.",
      ko: "상세 사유를 확인하고 원인을 해결한 뒤 다시 시도하거나, 되돌리거나, 종결해 주세요.",
    },
  },
  lost: {
    says: {
      en: "The program stopped several times while working on it.",
      ko: "처리 도중 프로그램이 여러 번 중단되었습니다.",
    },
    advice: {
      en: "Check the program's log for the reason, then retry.",
      ko: "프로그램 로그에서 원인을 확인한 뒤 다시 시도해 주세요.",
    },
  },
  fault: {
    says: {
      en: "An unexpected error occurred.",
      ko: "예상하지 못한 오류가 발생했습니다.",
    },
    advice: {
      en: "Retry once. If it fails again, give the exact words to whoever looks after the program.",
      ko: "한 번 다시 시도해 주세요. 또 실패하면 상세 사유를 프로그램 담당자에게 전달해 주세요.",
    },
  },
} as const satisfies Record<TroubleKind, TroubleWords>

/** While it keeps the work from going on; what is queued or running again has it behind itself. */
const troubledStates: ReadonlySet<OperationState> = new Set(["waiting", "stuck", "undoing", "undone"])

export interface SaidTrouble {
  readonly kind: TroubleKind
  readonly says: string
  /** Only for work that has stopped: all other goes on by itself. */
  readonly advice: string | null
}

export function sayTrouble(
  { state, trouble }: { readonly state: OperationState; readonly trouble: TroubleKind | null },
  language: Language,
): SaidTrouble | null {
  if (trouble === null || !troubledStates.has(state)) return null
  const { says, advice } = troubles[trouble]
  return { kind: trouble, says: says[language], advice: state === "stuck" ? advice[language] : null }
}
