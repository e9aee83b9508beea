import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Notices",
    lead: "What is planned, what went wrong, and what is new.",
    none: "There are no notices for you",
    noneHelp: "Maintenance, incidents and news will stand here.",
    unread: "New",
    back: "Notices",
  },
  ko: {
    title: "공지사항",
    lead: "작업 일정, 장애와 복구, 새 소식을 안내합니다.",
    none: "공지사항이 없습니다",
    noneHelp: "작업 안내와 장애 안내, 새 소식이 여기에 표시됩니다.",
    unread: "새 글",
    back: "공지사항",
  },
})
