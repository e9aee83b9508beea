import { defineWords } from "../i18n/define-words.ts"

/** What permissions are found under, in the order of the sidebar. */
export const words = defineWords({
  en: {
    orders: "Orders and services",
    customers: "Customers",
    billing: "Billing and payments",
    books: "Books and tax",
    catalog: "Products and prices",
    content: "Content and notifications",
    access: "Accounts and sign-in",
    shop: "Shop",
  },
  ko: {
    orders: "주문 및 서비스",
    customers: "고객",
    billing: "청구 및 결제",
    books: "장부 및 세금",
    catalog: "상품 및 요금",
    content: "콘텐츠 및 알림",
    access: "계정 및 로그인",
    shop: "쇼핑몰",
  },
})
