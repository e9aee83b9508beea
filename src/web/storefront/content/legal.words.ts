import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    menu: "Legal texts",
    terms: "Terms of service",
    privacy: "Privacy notice",
    "acceptable-use": "Acceptable use",
    "service-levels": "Service levels",
    inForce: "In force since {day}.",
    notInForce: "The version of {day}.",
    template:
      "This is a template that comes with the software. The operator of this shop has not yet reviewed it and put a text of their own in its place.",
    other: "You are reading another version than the one that is in force.",
    toCurrent: "Read the version in force",
    coming: "A new version applies from {day}.",
    readComing: "Read it now",
    versions: "All versions",
    from: "From {day}",
  },
  ko: {
    menu: "약관 및 정책",
    terms: "이용약관",
    privacy: "개인정보처리방침",
    "acceptable-use": "이용 제한 정책",
    "service-levels": "서비스 수준 협약(SLA)",
    inForce: "{day} 시행",
    notInForce: "{day} 시행 버전",
    template:
      "소프트웨어에 기본으로 포함된 예시 문안입니다. 이 쇼핑몰의 운영자가 아직 검토하거나 자체 문서로 교체하지 않았습니다.",
    other: "현재 시행 중인 버전이 아닙니다.",
    toCurrent: "시행 중인 버전 보기",
    coming: "{day}부터 새 버전이 적용됩니다.",
    readComing: "미리 보기",
    versions: "전체 버전",
    from: "{day} 시행",
  },
})
