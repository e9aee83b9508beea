import { declareRefusals } from "#kit/refusal.ts"

export const contentRefusals = declareRefusals("content", {
  page_missing: {
    status: 404,
    say: { en: "There is no such page.", ko: "페이지를 찾을 수 없습니다." },
  },
  version_missing: {
    status: 404,
    say: { en: "There is no such version of this text.", ko: "해당 버전을 찾을 수 없습니다." },
  },
  slug_taken: {
    status: 409,
    say: {
      en: "Another text has this address. Please choose another one.",
      ko: "이미 사용 중인 주소입니다. 다른 주소를 입력해 주세요.",
    },
  },
  nothing_to_publish: {
    status: 409,
    say: {
      en: "There is no draft to publish. Save what you have written first.",
      ko: "게시할 초안이 없습니다. 작성한 내용을 먼저 저장해 주세요.",
    },
  },
  words_missing: {
    status: 422,
    say: {
      en: "A published text needs a title and words in the shop's own language.",
      ko: "게시하려면 쇼핑몰 기본 언어로 제목과 본문을 작성해 주세요.",
    },
  },
  day_too_early: {
    status: 422,
    say: {
      en: "This version can apply from {earliest} on at the earliest.",
      ko: "이 버전은 {earliest}부터 적용할 수 있습니다.",
    },
  },
  stays: {
    status: 409,
    say: {
      en: "Every shop has this text. Publish another version instead of taking it off.",
      ko: "모든 쇼핑몰에 필요한 문서이므로 내릴 수 없습니다. 새 버전을 게시해 주세요.",
    },
  },
  nothing_to_compare: {
    status: 409,
    say: {
      en: "There is nothing to compare with yet.",
      ko: "아직 비교할 버전이 없습니다.",
    },
  },
  too_many_pages: {
    status: 409,
    say: {
      en: "A shop has up to {limit} texts. Please reuse an old one.",
      ko: "문서는 {limit}개까지 만들 수 있습니다. 기존 문서를 사용해 주세요.",
    },
  },
})
