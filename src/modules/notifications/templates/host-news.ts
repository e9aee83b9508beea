import { z } from "zod"
import { defineTemplate, samplesOf } from "../template.ts"
import { letter } from "./letter.ts"

const english =
  '{% case state %}{% when "verified" %}{{ host }} is verified and leads to your shop now.{% when "failed" %}We have looked for the record of {{ host }} for a week and not found it, or the name is in use elsewhere. It does not lead to your shop; have it looked for again when the record is set.{% else %}The record of {{ host }} has been missing for three days. Unless it is the first name of your shop, the name no longer leads there: set the record again, or remove the name.{% endcase %}'
const korean =
  '{% case state %}{% when "verified" %}{{ host }} 도메인이 확인되어 쇼핑몰에 연결되었습니다.{% when "failed" %}일주일 동안 {{ host }} 도메인의 DNS 레코드를 찾지 못했거나 다른 곳에서 사용 중인 도메인입니다. 쇼핑몰에 연결되지 않았으니 레코드를 설정하신 후 다시 확인해 주세요.{% else %}{{ host }} 도메인의 DNS 레코드가 3일째 확인되지 않습니다. 대표 도메인이 아니라면 쇼핑몰 연결이 해제되었습니다. 레코드를 다시 설정하시거나 도메인을 삭제해 주세요.{% endcase %}'

/** To staff: what has come of a host name. */
export const hostNews = defineTemplate({
  name: "host-news",
  class: "transactional",
  kind: null,
  title: { en: "Domain status", ko: "도메인 연결 결과" },
  when: {
    en: "A domain was verified, was not found or has lapsed; sent to staff",
    ko: "도메인 확인 결과를 직원에게 알릴 때",
  },
  data: z.object({
    host: z.string(),
    state: z.enum(["verified", "failed", "lapsed"]),
    hostsUrl: z.url(),
  }),
  secrets: [],
  samples: samplesOf(
    {
      en: {
        host: "shop.customer.example",
        state: "verified",
        hostsUrl: "https://shop.example/admin/settings/hosts",
      },
      ko: {
        host: "shop.customer.example",
        state: "verified",
        hostsUrl: "https://shop.example/ko/admin/settings/hosts",
      },
    },
    [{}, { state: "failed" }, { state: "lapsed" }],
  ),
  words: {
    en: letter({
      subject:
        '{{ host }} {% case state %}{% when "verified" %}leads to your shop{% when "failed" %}could not be verified{% else %}needs its record again{% endcase %}',
      before: [english],
      button: { label: "Domains", address: "hostsUrl" },
    }),
    ko: letter({
      subject:
        '{{ host }} {% case state %}{% when "verified" %}도메인이 연결되었습니다{% when "failed" %}도메인을 확인하지 못했습니다{% else %}도메인의 DNS 레코드를 확인해 주세요{% endcase %}',
      before: [korean],
      button: { label: "도메인 관리", address: "hostsUrl" },
    }),
  },
})
