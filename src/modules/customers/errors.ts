import { declareRefusals } from "#kit/refusal.ts"

export const customerRefusals = declareRefusals("customers", {
  customer_missing: {
    status: 404,
    say: { en: "There is no such customer.", ko: "고객을 찾을 수 없습니다." },
  },
  customer_merged: {
    status: 409,
    say: {
      en: "This account was merged into another one. Please work on that one.",
      ko: "다른 계정에 병합된 계정입니다. 병합된 계정에서 진행해 주세요.",
    },
  },
  note_missing: { status: 404, say: { en: "There is no such note.", ko: "메모를 찾을 수 없습니다." } },
  mail_missing: { status: 404, say: { en: "There is no such mail.", ko: "메일을 찾을 수 없습니다." } },
  tag_missing: { status: 404, say: { en: "There is no such tag.", ko: "태그를 찾을 수 없습니다." } },
  tag_taken: {
    status: 409,
    say: { en: "There is a tag of this name already.", ko: "같은 이름의 태그가 이미 있습니다." },
  },
  too_many_tags: {
    status: 409,
    say: { en: "A shop has up to {limit} tags.", ko: "태그는 {limit}개까지 만들 수 있습니다." },
  },
  too_many_notes: {
    status: 409,
    say: {
      en: "A customer has up to {limit} notes. Please take one away first.",
      ko: "고객 한 명에게 메모는 {limit}개까지 남길 수 있습니다. 먼저 하나를 삭제해 주세요.",
    },
  },
})
