import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

const topics = ["sales", "billing", "technical", "abuse", "other"] as const
const english =
  '{% case topic %}{% when "sales" %}products and prices{% when "billing" %}invoices and payment{% when "technical" %}a technical question{% when "abuse" %}misuse{% else %}something else{% endcase %}'
const korean =
  '{% case topic %}{% when "sales" %}상품 및 요금{% when "billing" %}결제 및 증빙{% when "technical" %}기술 문의{% when "abuse" %}악용 신고{% else %}기타{% endcase %}'

/** What a visitor wrote on the contact page, to the shop's own address. Answering the mail answers them. */
export const contactMessage = defineTemplate({
  name: "contact-message",
  class: "transactional",
  kind: null,
  title: { en: "Contact form message", ko: "방문자 문의" },
  when: {
    en: "Somebody sends the contact form; sent to the shop",
    ko: "문의하기에 글이 등록되었을 때 쇼핑몰로 발송",
  },
  data: z.object({
    name: z.string(),
    email: z.email(),
    topic: z.enum(topics),
    /** Line by line: paragraphs stay what they were. */
    lines: z.array(z.string()).max(500),
    language: z.enum(["en", "ko"]),
  }),
  secrets: [],
  samples: samplesOf(
    {
      en: {
        name: "Alex Morgan",
        email: "alex@visitor.example",
        topic: "sales",
        lines: ["Hello,", "do you have servers in Frankfurt?"],
        language: "en",
      },
      ko: {
        name: "김민아",
        email: "mina@visitor.example",
        topic: "sales",
        lines: ["안녕하세요.", "서울 지역 서버가 있나요?"],
        language: "ko",
      },
    },
    [{}, { topic: "billing" }, { topic: "technical" }, { topic: "abuse" }, { topic: "other" }],
  ),
  words: {
    en: {
      ...letter({
        subject: `{{ name }} writes about ${english}`,
        before: [
          "{{ name }} ({{ email }}) wrote on the {% if language == 'ko' %}Korean{% else %}English{% endif %} contact page:",
          "{% for line in lines %}{{ line }}\n{% endfor %}",
        ],
        after: ["Your reply to this e-mail goes to {{ email }}."],
      }),
      html: "<p>{{ name }} ({{ email }}) wrote on the {% if language == 'ko' %}Korean{% else %}English{% endif %} contact page:</p><p>{% for line in lines %}{{ line }}<br>{% endfor %}</p><p>Your reply to this e-mail goes to {{ email }}.</p>",
    },
    ko: {
      ...letter({
        subject: `[문의] ${korean}: {{ name }}`,
        before: [
          "{{ name }}({{ email }})님이 문의하기에 글을 남겼습니다. 화면 언어는 {% if language == 'ko' %}한국어{% else %}영어{% endif %}입니다.",
          "{% for line in lines %}{{ line }}\n{% endfor %}",
        ],
        after: ["이 메일에 회신하시면 {{ email }}로 전달됩니다."],
      }),
      html: "<p>{{ name }}({{ email }})님이 문의하기에 글을 남겼습니다. 화면 언어는 {% if language == 'ko' %}한국어{% else %}영어{% endif %}입니다.</p><p>{% for line in lines %}{{ line }}<br>{% endfor %}</p><p>이 메일에 회신하시면 {{ email }}로 전달됩니다.</p>",
    },
  },
})
