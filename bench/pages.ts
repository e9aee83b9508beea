// pages: the catalogue page, remembered and rendered anew, beside bare node:http and bare React (B11).
import { openGround } from "./parts/ground.ts"
import { measureRate } from "./parts/load.ts"
import { readOptions } from "./parts/options.ts"
import { comparePairs } from "./parts/pairs.ts"
import { reportComparisons } from "./parts/report.ts"

const options = readOptions()
const { isShort } = options
await using ground = await openGround()
const page = `${ground.shop.url}/`
const headers = { "accept-language": "en" }
const answer = await fetch(page, { headers })
const bytes = await answer.text()
console.log(`The catalogue page: ${Buffer.byteLength(bytes)} bytes.\n`)
const reference = await ground.startReference({ bytes, contentType: "text/html; charset=utf-8" })

/** Anybody without a session or a cart may get the page that was rendered for the one before; with a cookie nobody. */
const remembered = () => measureRate({ url: page, headers, isShort })
const anew = () => measureRate({ url: page, headers: { ...headers, cookie: "known=1" }, isShort })

const comparisons = [
  await comparePairs({
    name: "page remembered / node:http with the same bytes",
    unit: "requests/s",
    isShort,
    target: { atLeast: 0.8, isGoal: true },
    reference: () => measureRate({ url: `${reference}/bytes`, isShort }),
    subject: remembered,
  }),
  await comparePairs({
    name: "page rendered anew / renderToString of the same tree",
    unit: "requests/s",
    isShort,
    target: { atLeast: 0.6, isGoal: true },
    reference: () => measureRate({ url: `${reference}/render`, isShort }),
    subject: anew,
  }),
]
reportComparisons("pages", comparisons, options)
