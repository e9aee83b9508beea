import { declareRefusals } from "#kit/refusal.ts"

export const memberRefusals = declareRefusals("identity", {
  member_missing: {
    status: 404,
    say: { en: "There is no such member.", ko: "구성원을 찾을 수 없습니다." },
  },
  member_already: {
    status: 409,
    say: {
      en: "This person is a member of the account already.",
      ko: "이미 이 계정의 구성원입니다.",
    },
  },
  last_owner: {
    status: 409,
    say: {
      en: "An account keeps an owner. Please hand it over to another member first.",
      ko: "계정에는 소유자가 있어야 합니다. 먼저 다른 구성원에게 소유권을 넘겨 주세요.",
    },
  },
  role_of_your_own: {
    status: 409,
    say: {
      en: "You can't change your own membership here. To end it, leave the account.",
      ko: "본인의 구성원 정보는 여기에서 변경할 수 없습니다. 나가려면 계정 나가기를 이용해 주세요.",
    },
  },
  role_above_yours: {
    status: 422,
    say: {
      en: "You can't give a role that may do more than your own.",
      ko: "본인보다 권한이 많은 역할은 부여할 수 없습니다.",
    },
  },
  invitation_missing: {
    status: 404,
    say: { en: "There is no such invitation.", ko: "초대를 찾을 수 없습니다." },
  },
  invitation_open: {
    status: 409,
    say: {
      en: "This address has been invited already. You can send the invitation again.",
      ko: "이미 초대한 주소입니다. 초대 메일을 다시 보낼 수 있습니다.",
    },
  },
  invitation_over: {
    status: 410,
    say: {
      en: "This invitation was used, withdrawn or is too old. Please ask for another one.",
      ko: "이미 사용했거나 취소되었거나 만료된 초대입니다. 다시 초대해 달라고 요청해 주세요.",
    },
  },
  invitation_not_yours: {
    status: 403,
    say: {
      en: "This invitation was sent to another e-mail address. Please sign in with the address it was sent to.",
      ko: "다른 이메일 주소로 보낸 초대입니다. 초대를 받은 주소로 로그인해 주세요.",
    },
  },
  too_many_invitations: {
    status: 409,
    say: {
      en: "There are {limit} open invitations already. Please withdraw one first.",
      ko: "답을 기다리는 초대가 이미 {limit}건입니다. 먼저 하나를 취소해 주세요.",
    },
  },
  invited_just_now: {
    status: 429,
    say: {
      en: "This invitation was mailed a moment ago. Please wait {seconds} seconds before sending it again.",
      ko: "방금 초대 메일을 보냈습니다. {seconds}초 후에 다시 보내 주세요.",
    },
  },
  offer_missing: {
    status: 404,
    say: { en: "There is no such offer.", ko: "소유권 이전 요청을 찾을 수 없습니다." },
  },
  offer_open: {
    status: 409,
    say: {
      en: "The account is being offered to somebody already. Please take that back first.",
      ko: "이미 진행 중인 소유권 이전 요청이 있습니다. 먼저 요청을 취소해 주세요.",
    },
  },
  twice_the_same: {
    status: 422,
    say: { en: "This is here twice: {what}.", ko: "중복된 항목입니다: {what}" },
  },
})
