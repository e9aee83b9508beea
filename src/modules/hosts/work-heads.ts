import { z } from "zod"
import { defineWork } from "#kit/work/define.ts"

/** What it takes to start it; how it is played stands in work.ts, for that needs the way outside. */
export const lookAtHostHead = defineWork({
  name: "hosts.look",
  input: z.object({ hostId: z.string() }),
  say: { en: "Check a domain's DNS records", ko: "도메인 DNS 레코드 확인" },
  subjects: ({ hostId }) => [hostId],
  run: () => Promise.reject(new Error("hosts.look is played by what hostsWork returns.")),
})
