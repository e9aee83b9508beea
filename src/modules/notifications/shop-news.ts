import { z } from "zod"
import { letter } from "./letter.ts"
import { defineTemplate } from "./template.ts"

/** News and offers of the shop: advertising, whatever it says. */
export const shopNews = defineTemplate({
  name: "shop-news",
  class: "advertising",
  data: z.object({
    name: z.string(),
    headline: z.string().min(1).max(200),
    body: z.string().min(1).max(5_000),
    link: z.url(),
  }),
  words: {
    en: letter({
      subject: "{{ headline }}",
      before: ["Hello {{ name }},", "{{ body }}"],
      button: { label: "Have a look", address: "link" },
    }),
    ko: letter({
      subject: "[소식] {{ headline }}",
      before: ["{{ name }}님, 안녕하세요.", "{{ body }}"],
      button: { label: "자세히 보기", address: "link" },
    }),
  },
})
