import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    home: "Home",
    cart: "Cart",
    myServices: "My services",
    terms: "Terms",
    privacy: "Privacy",
    seller: "Seller",
    representative: "Representative: {name}",
    registration: "Registration no. {number}",
    taxId: "Tax ID {number}",
    mailOrder: "Mail-order sales no. {number}",
    legal: "Legal",
    contact: "Contact",
  },
  ko: {
    home: "홈",
    cart: "장바구니",
    myServices: "나의 서비스",
    terms: "이용약관",
    privacy: "개인정보처리방침",
    seller: "사업자 정보",
    representative: "대표자: {name}",
    registration: "사업자등록번호 {number}",
    taxId: "세금 식별번호 {number}",
    mailOrder: "통신판매업신고번호 {number}",
    legal: "약관 및 정책",
    contact: "고객센터",
  },
})
