import { declareRefusals } from "../refusal.ts"

export const workRefusals = declareRefusals("work", {
  operation_unknown: {
    status: 404,
    say: { en: "There is no such operation.", ko: "해당 작업을 찾을 수 없습니다." },
  },
  operation_running: {
    status: 409,
    say: {
      en: "This operation is running right now. Try again once it has stopped.",
      ko: "작업이 지금 실행 중입니다. 멈춘 뒤 다시 시도해 주세요.",
    },
  },
  operation_ended: {
    status: 409,
    say: {
      en: "This operation has ended; nothing more can be done with it.",
      ko: "이미 끝난 작업이므로 더 할 수 있는 일이 없습니다.",
    },
  },
  operation_moved: {
    status: 409,
    say: {
      en: "Someone else was faster: this operation has moved on. Look at it again.",
      ko: "다른 담당자가 먼저 처리하여 작업 상태가 바뀌었습니다. 다시 확인해 주세요.",
    },
  },
  move_not_allowed: {
    status: 409,
    say: {
      en: "That can't be done with an operation in this state.",
      ko: "현재 상태의 작업에는 할 수 없는 동작입니다.",
    },
  },
  step_unknown: {
    status: 404,
    say: {
      en: "This operation has no finished or failed step of that name.",
      ko: "이 작업에는 그 이름의 끝났거나 실패한 단계가 없습니다.",
    },
  },
  reason_missing: {
    status: 422,
    say: { en: "Say why, in a few words.", ko: "이유를 간단히 적어 주세요." },
  },
})
export const { refuse: refuseWork } = workRefusals
