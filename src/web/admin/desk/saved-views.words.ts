import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    views: "Views",
    none: "No saved views of this list yet.",
    save: "Save current view",
    name: "Name",
    share: "Share with all staff",
    edit: "Edit views",
  },
  ko: {
    views: "저장한 보기",
    none: "저장한 보기가 없습니다.",
    save: "현재 보기 저장",
    name: "이름",
    share: "모든 직원과 공유",
    edit: "보기 관리",
  },
})
