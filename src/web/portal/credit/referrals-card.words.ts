import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Referrals",
    off: "Referrals are not rewarded at present. Rewards promised before are still granted.",
    you: "You get",
    they: "whoever you refer gets",
    when: "Both of you get the credit once their first payment has stood for {days, plural, =0 {its own day} one {# day} other {# days}} without a refund. It counts only for people who have not ordered here before.",
    most: "You are rewarded {times, plural, one {once} other {# times}} a year at most.",
    link: "your referral link",
    make: "Get my referral link",
    came: "Came on",
  },
  ko: {
    title: "추천",
    off: "현재 추천 적립을 운영하지 않습니다. 이전에 약속된 적립은 그대로 지급됩니다.",
    you: "회원님",
    they: "추천받은 분",
    when: "추천받은 분의 첫 결제가 환불 없이 {days}일간 유지되면 두 분 모두에게 적립금이 지급됩니다. 이전에 주문한 적이 없는 분에게만 적용됩니다.",
    most: "추천 적립은 1년에 최대 {times}회까지 받으실 수 있습니다.",
    link: "추천 링크",
    make: "추천 링크 만들기",
    came: "가입일",
  },
})
