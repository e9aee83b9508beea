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
  nothing_chosen: {
    status: 422,
    say: {
      en: "Please choose at least one that this can be done with.",
      ko: "이 작업을 할 수 있는 항목을 하나 이상 선택해 주세요.",
    },
  },
  nothing_to_choose: {
    status: 409,
    say: {
      en: "There is nothing to choose from yet. Please create one first.",
      ko: "선택할 수 있는 항목이 없습니다. 먼저 만들어 주세요.",
    },
  },
  choice_needed: { status: 422, say: { en: "Please choose one.", ko: "하나를 선택해 주세요." } },
  run_begun: {
    status: 409,
    say: { en: "This run has already begun.", ko: "이미 시작한 일괄 작업입니다." },
  },
  run_goes_on: {
    status: 409,
    say: {
      en: "Please wait until the run has finished.",
      ko: "일괄 작업이 끝난 뒤에 다시 시도해 주세요.",
    },
  },
  nothing_failed: {
    status: 409,
    say: { en: "Nothing failed in this run.", ko: "실패한 항목이 없는 일괄 작업입니다." },
  },
  reason_needed: {
    status: 422,
    say: {
      en: "Please say why: it stays with each of them.",
      ko: "사유를 입력해 주세요. 각 항목에 기록됩니다.",
    },
  },
})
