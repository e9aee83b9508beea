import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

/** News and offers of the shop: advertising, whatever it says. */
export const shopNews = defineTemplate({
  name: "shop-news",
  class: "advertising",
  kind: "news",
  title: { en: "News and offers", ko: "소식 및 혜택" },
  when: {
    en: "The shop sends news to people who agreed to them",
    ko: "광고성 정보 수신에 동의한 고객에게 소식을 보낼 때",
  },
  data: z.object({
    name: z.string(),
    headline: z.string().min(1).max(200),
    body: z.string().min(1).max(5_000),
    link: z.url(),
  }),
  secrets: [],
  samples: samplesOf({
    en: {
      name: "Alex Morgan",
      headline: "Frankfurt is open",
      body: "From today on you can have your server in Frankfurt.",
      link: "https://shop.example/news/frankfurt",
    },
    ko: {
      name: "김민아",
      headline: "프랑크푸르트 지역을 열었습니다",
      body: "오늘부터 프랑크푸르트 지역에서도 서버를 이용하실 수 있습니다.",
      link: "https://shop.example/ko/news/frankfurt",
    },
  }),
  words: {
    en: letter({
      subject: "{{ headline }}",
      before: ["Hello {{ name }},", "{{ body }}"],
      button: { label: "Have a look", address: "link" },
    }),
    ko: letter({
      subject: "[소식] {{ headline }}",
      before: ["{{ name }} 님, 안녕하세요.", "{{ body }}"],
      button: { label: "자세히 보기", address: "link" },
    }),
  },
})
