import { declareRefusals } from "#kit/refusal.ts"

export const notificationRefusals = declareRefusals("notifications", {
  attachment_too_large: {
    status: 413,
    say: {
      en: "The attachments are too large for a mail.",
      ko: "첨부 파일이 너무 커서 메일로 보낼 수 없습니다.",
    },
  },
  consent_missing: {
    status: 409,
    say: {
      en: "Advertising may be sent only to people who agreed to it.",
      ko: "광고성 정보는 수신에 동의한 고객에게만 보낼 수 있습니다.",
    },
  },
})
