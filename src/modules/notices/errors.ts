import { declareRefusals } from "#kit/refusal.ts"

export const noticeRefusals = declareRefusals("notices", {
  notice_missing: { status: 404, say: { en: "There is no such notice.", ko: "공지를 찾을 수 없습니다." } },
  words_missing: {
    status: 422,
    say: {
      en: "A notice needs a title and a text in at least one language.",
      ko: "한 가지 언어 이상으로 제목과 내용을 입력해 주세요.",
    },
  },
  ends_before: {
    status: 422,
    say: { en: "It would be over before it is out.", ko: "게시 종료가 게시 시작보다 빠릅니다." },
  },
  withdrawn: {
    status: 409,
    say: {
      en: "This notice was withdrawn. Please write another one.",
      ko: "게시가 취소된 공지입니다. 새 공지를 작성해 주세요.",
    },
  },
})
