import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    unsecured: "Please set up two-factor authentication. It is required from {at}.",
    later: "Remind me at the next sign-in",
    suspendedClosed: "This shop is suspended and closed to visitors and customers:",
    suspendedReadOnly: "This shop is suspended. Customers can view their data but not change anything:",
    stuck:
      "{count, plural, one {One operation is stuck and needs} other {# operations are stuck and need}} your attention.",
    stuckMany: "More than {count} operations are stuck and need your attention.",
    seeStuck: "See stuck operations",
  },
  ko: {
    unsecured: "2단계 인증을 설정해 주세요. {at}부터 필수입니다.",
    later: "다음 로그인 때 다시 알림",
    suspendedClosed: "쇼핑몰이 정지되어 방문자와 고객이 이용할 수 없습니다. 사유:",
    suspendedReadOnly: "쇼핑몰이 정지되어 고객은 조회만 할 수 있습니다. 사유:",
    stuck: "확인이 필요한 작업이 {count}건 있습니다.",
    stuckMany: "확인이 필요한 작업이 {count}건 넘게 있습니다.",
    seeStuck: "작업 보기",
  },
})
