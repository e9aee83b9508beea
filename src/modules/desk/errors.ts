import { declareRefusals } from "#kit/refusal.ts"

export const deskRefusals = declareRefusals("desk", {
  view_missing: { status: 404, say: { en: "There is no such view.", ko: "저장한 보기를 찾을 수 없습니다." } },
  too_many_views: {
    status: 409,
    say: {
      en: "You can keep up to {limit} views of a list. Please delete one first.",
      ko: "목록마다 보기를 {limit}개까지 저장할 수 있습니다. 먼저 하나를 삭제해 주세요.",
    },
  },
  run_missing: { status: 404, say: { en: "There is no such run.", ko: "일괄 작업을 찾을 수 없습니다." } },
  act_unknown: {
    status: 422,
    say: { en: "This can't be done with many at once.", ko: "일괄로 처리할 수 없는 작업입니다." },
  },
  act_not_allowed: {
    status: 403,
    say: { en: "Your role does not allow this.", ko: "이 작업을 할 권한이 없습니다." },
  },
  reason_needed: {
    status: 422,
    say: {
      en: "Please say why: it stays with each of them.",
      ko: "사유를 입력해 주세요. 각 항목에 기록됩니다.",
    },
  },
})
