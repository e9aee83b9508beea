import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    legend: "Agreements",
    terms: "I agree to the terms of service. (required)",
    privacy: "I have read the privacy notice. (required)",
    age: "I am 14 years of age or older. (required)",
    marketingMail: "Send me news and offers by e-mail. (optional)",
    marketingSms: "Send me news and offers by text message. (optional)",
    marketingKakao: "Send me news and offers by KakaoTalk. (optional)",
    night: "You may also send them between 21:00 and 08:00. (optional)",
    marketingHelp: "You can change your mind at any time, in your account or in any such message.",
    readTerms: "Read the terms",
    readPrivacy: "Read the privacy notice",
  },
  ko: {
    legend: "약관 및 수신 동의",
    terms: "이용약관에 동의합니다. (필수)",
    privacy: "개인정보처리방침을 확인했습니다. (필수)",
    age: "만 14세 이상입니다. (필수)",
    marketingMail: "광고성 정보 이메일 수신에 동의합니다. (선택)",
    marketingSms: "광고성 정보 문자 수신에 동의합니다. (선택)",
    marketingKakao: "광고성 정보 카카오톡 수신에 동의합니다. (선택)",
    night: "야간(21:00~08:00) 수신에 동의합니다. (선택)",
    marketingHelp: "동의는 나의 서비스나 수신한 메시지에서 언제든지 철회하실 수 있습니다.",
    readTerms: "이용약관 보기",
    readPrivacy: "개인정보처리방침 보기",
  },
})
