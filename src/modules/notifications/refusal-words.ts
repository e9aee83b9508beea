import type { Language } from "#kit/refusal.ts"
import type { RefusalWords } from "./render-message.ts"

/** Enforcement decree article 61: at the end of advertising stands how it is refused, in the reader's words. */
export const refusalWords: Readonly<Record<Language, Omit<RefusalWords, "url">>> = {
  en: {
    why: "You get this because you agreed to news and offers by e-mail.",
    refuse: "No more of these (free of charge, no sign-in needed)",
  },
  ko: {
    why: "본 메일은 광고성 정보 이메일 수신에 동의하신 분께 발송됩니다.",
    refuse: "무료 수신거부(로그인 불필요)",
  },
}
