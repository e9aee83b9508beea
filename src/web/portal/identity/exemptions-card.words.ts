import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Exemption certificates",
    holds: "holds",
    coming: "not yet",
    ends_soon: "ends soon",
    over: "over",
    help: "Through a certificate's last day the tax of its place is not charged. Send us a new one before it ends: we write to you thirty days before.",
  },
  ko: {
    title: "면세 증명서",
    holds: "유효",
    coming: "시작 전",
    ends_soon: "만료 예정",
    over: "만료",
    help: "증명서의 종료일까지 해당 지역의 세금이 부과되지 않습니다. 만료되기 전에 새 증명서를 보내 주세요. 만료 30일 전에 메일로 안내해 드립니다.",
  },
})
