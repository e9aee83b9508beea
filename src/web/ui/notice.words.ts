import { defineWords } from "../i18n/define-words.ts"

/** Of notices, for staff and customers alike. */
export const words = defineWords({
  en: {
    "kind.news": "News",
    "kind.maintenance": "Maintenance",
    "kind.incident": "Incident",
    "kind.resolved": "Resolved",
    "kind.changes": "What is new",
    "kind.terms": "Terms",
    "importance.normal": "Normal",
    "importance.important": "Important",
    "importance.urgent": "Urgent",
  },
  ko: {
    "kind.news": "공지",
    "kind.maintenance": "작업 안내",
    "kind.incident": "장애 안내",
    "kind.resolved": "복구 완료",
    "kind.changes": "업데이트",
    "kind.terms": "약관 안내",
    "importance.normal": "일반",
    "importance.important": "중요",
    "importance.urgent": "긴급",
  },
})
