import { declareRefusals } from "#kit/refusal.ts"

export const notificationRefusals = declareRefusals("notifications", {
  attachment_too_large: {
    status: 413,
    say: {
      en: "The attachments are too large for an e-mail.",
      ko: "첨부 파일이 너무 커서 메일로 보낼 수 없습니다.",
    },
  },
  consent_missing: {
    status: 409,
    say: {
      en: "Advertising may be sent only to people who agreed to it.",
      ko: "광고성 정보는 수신에 동의한 고객에게만 보낼 수 있습니다.",
    },
  },
  not_a_member: {
    status: 404,
    say: { en: "There is no such account among yours.", ko: "회원님의 계정 중에서 찾을 수 없습니다." },
  },
  kind_fixed: {
    status: 409,
    say: {
      en: "Whether you get these is not a matter of choice.",
      ko: "수신 여부를 변경할 수 없는 메일입니다.",
    },
  },
  template_missing: {
    status: 404,
    say: { en: "There is no such mail template.", ko: "메일 템플릿을 찾을 수 없습니다." },
  },
  message_missing: { status: 404, say: { en: "There is no such mail.", ko: "메일을 찾을 수 없습니다." } },
  not_failed: {
    status: 409,
    say: {
      en: "Only an e-mail that failed can be sent again.",
      ko: "발송에 실패한 메일만 다시 보낼 수 있습니다.",
    },
  },
  staff_only: {
    status: 409,
    say: {
      en: "A trial goes to the member of staff who asks for it.",
      ko: "시험 메일은 요청한 직원 본인에게만 발송됩니다.",
    },
  },
  value_unknown: {
    status: 422,
    say: {
      en: "Line {line}: there is no value called {name}. Take one from the list.",
      ko: "{line}행: 없는 값입니다: {name}. 목록에 있는 값을 사용해 주세요.",
    },
  },
  filter_unknown: {
    status: 422,
    say: {
      en: "Line {line}: there is no filter called {name}.",
      ko: "{line}행: {name} 필터를 찾을 수 없습니다.",
    },
  },
  tag_unknown: {
    status: 422,
    say: {
      en: "Line {line}: {name} is no Liquid tag, or it closes nothing.",
      ko: "{line}행: 사용할 수 없거나 닫을 대상이 없는 태그입니다: {name}",
    },
  },
  not_closed: {
    status: 422,
    say: {
      en: "Line {line}: what begins here is never closed: {name}",
      ko: "{line}행: 여기서 시작한 구문이 닫히지 않았습니다: {name}",
    },
  },
  too_much: {
    status: 422,
    say: {
      en: "Line {line}: these words take too long to write. Loops in loops do that.",
      ko: "{line}행: 처리 시간이 너무 오래 걸립니다. 반복 안의 반복을 줄여 주세요.",
    },
  },
  liquid_wrong: {
    status: 422,
    say: { en: "Line {line}: {what}", ko: "{line}행: 잘못된 Liquid 구문입니다. ({what})" },
  },
  subject_empty: {
    status: 422,
    say: {
      en: "With one of the samples the subject is empty.",
      ko: "예시 데이터로 작성했을 때 제목이 비어 있는 경우가 있습니다.",
    },
  },
  not_escaped: {
    status: 422,
    say: {
      en: "What customers type would become part of the page here. Leave out the filter raw.",
      ko: "고객이 입력한 내용이 HTML로 해석될 수 있습니다. raw 필터를 빼 주세요.",
    },
  },
  link_missing: {
    status: 422,
    say: {
      en: "The mail is for its link: put in {{ {name} }}, unchanged and in every case.",
      ko: "이 메일에는 링크가 꼭 필요합니다. 모든 경우에 {{ {name} }} 값을 그대로 넣어 주세요.",
    },
  },
})
