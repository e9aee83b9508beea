import { expect, test } from "vitest"
import { mailDocument, plainDocument } from "./mail-frame.ts"

test("a mail's own letters come first, and ours only where the machine has none", async () => {
  const mail = `<!doctype html><html lang="ko"><head><title>x</title></head><body style="font:16px/1.6 system-ui,'Malgun Gothic',sans-serif">안녕하세요</body></html>`
  const answer = mailDocument(mail, "reader")
  const html = await answer.text()
  expect(html).toContain("system-ui,'Malgun Gothic',Pretendard Variable,sans-serif")
  expect(html).toMatch(/<link rel="stylesheet" href="[^"]*"><\/head>/)
  const policy = answer.headers.get("content-security-policy") ?? ""
  expect(policy).toContain("font-src 'self'")
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/; sandbox$/)
})

test("plain words are read in the same letters", async () => {
  expect(await plainDocument("안녕하세요", "light").text()).toContain(
    "ui-monospace,Pretendard Variable,monospace",
  )
})
