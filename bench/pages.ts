// pages: the catalogue page, remembered and rendered anew, beside bare node:http and bare React (B11).
import { openGround } from "./parts/ground.ts"
import { readOptions } from "./parts/options.ts"
import { reportComparisons } from "./parts/report.ts"
import { compareServed } from "./parts/served.ts"

const options = readOptions()
const { isShort } = options
await using ground = await openGround()
const page = `${ground.shop.url}/`
const headers = { "accept-language": "en" }
const answer = await fetch(page, { headers })
const bytes = await answer.text()
console.log(`The catalogue page: ${Buffer.byteLength(bytes)} bytes.\n`)
const reference = await ground.startReference({ bytes, contentType: "text/html; charset=utf-8" })

const subject = (more: Record<string, string>) => ({
  pid: ground.program.pid,
  wish: { url: page, headers: { ...headers, ...more } },
})

const comparisons = [
  ...(await compareServed({
    name: "page remembered / node:http with the same bytes",
    isShort,
    target: { atLeast: 0.8, isGoal: true },
    reference: { pid: reference.pid, wish: { url: `${reference.url}/bytes` } },
    // Anybody without a session or a cart may get the page that was rendered for the one before.
    subject: subject({}),
  })),
  ...(await compareServed({
    name: "page rendered anew / renderToString of the same tree",
    isShort,
    target: { atLeast: 0.6, isGoal: true },
    reference: { pid: reference.pid, wish: { url: `${reference.url}/render` } },
    // With a cookie nobody may.
    subject: subject({ cookie: "known=1" }),
  })),
]
reportComparisons("pages", comparisons, options)
