import { declareRefusals } from "#kit/refusal.ts"

export const privacyRefusals = declareRefusals("privacy", {
  export_missing: {
    status: 404,
    say: { en: "There is no such copy.", ko: "요청하신 사본을 찾을 수 없습니다." },
  },
  export_under_way: {
    status: 409,
    say: {
      en: "A copy is being made already. We write to you when it is ready.",
      ko: "이미 사본을 준비하고 있습니다. 준비되면 메일로 안내해 드립니다.",
    },
  },
  export_not_ready: {
    status: 409,
    say: {
      en: "This copy is not ready yet. We write to you when it is.",
      ko: "사본이 아직 준비되지 않았습니다. 준비되면 메일로 안내해 드립니다.",
    },
  },
  export_over: {
    status: 410,
    say: {
      en: "This copy has been deleted. Ask for another one.",
      ko: "보관 기간이 지나 사본이 삭제되었습니다. 다시 요청해 주세요.",
    },
  },
  erasure_missing: {
    status: 409,
    say: {
      en: "There is nothing to take back.",
      ko: "철회할 탈퇴 신청이 없습니다.",
    },
  },
  erasure_under_way: {
    status: 409,
    say: {
      en: "It has been asked for already. You can still take it back.",
      ko: "이미 탈퇴를 신청하셨습니다. 아직 철회하실 수 있습니다.",
    },
  },
  erasure_begun: {
    status: 409,
    say: {
      en: "The erasure has begun and can't be taken back any more.",
      ko: "삭제가 시작되어 더 이상 철회할 수 없습니다.",
    },
  },
  erasure_held: {
    status: 409,
    say: {
      en: "Something still stands against it: {names}. Settle that first.",
      ko: "먼저 정리해야 할 항목이 있습니다: {names}",
    },
  },
  undo_link_wrong: {
    status: 410,
    say: {
      en: "This link takes nothing back any more.",
      ko: "더 이상 사용할 수 없는 링크입니다.",
    },
  },
  retention_missing: {
    status: 404,
    say: { en: "There is no such rule.", ko: "해당 보존 기준을 찾을 수 없습니다." },
  },
  retention_outside_bounds: {
    status: 422,
    say: {
      en: "The law and the privacy notice allow from {atLeast} to {atMost}.",
      ko: "허용된 기간은 {atLeast}~{atMost}입니다.",
    },
  },
  unsubscribe_link_wrong: {
    status: 410,
    say: {
      en: "This link belongs to no mail of ours. You can change what you get on your privacy page.",
      ko: "올바르지 않은 링크입니다. 개인정보 화면에서 수신 설정을 변경하실 수 있습니다.",
    },
  },
  person_erased: {
    status: 410,
    say: { en: "This person has been forgotten.", ko: "이미 탈퇴 처리된 회원입니다." },
  },
})
