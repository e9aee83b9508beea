// pages: the catalogue page, remembered and rendered anew, and pages behind the sign-in, beside bare ones (B11).
import type { Ground } from "./parts/ground.ts"
import type { Options } from "./parts/options.ts"
import { type Bench, runAlone } from "./parts/run-bench.ts"
import { compareServed } from "./parts/served.ts"

export const pagesBench: Bench = {
  name: "pages",
  run: async (ground, options) => ({ comparisons: await comparePages(ground, options) }),
}

async function comparePages(ground: Ground, { isShort }: Options) {
  const { shop } = ground
  const page = `${shop.url}/`
  const headers = { "accept-language": "en" }
  const answer = await fetch(page, { headers })
  const bytes = await answer.text()
  console.log(`The catalogue page: ${Buffer.byteLength(bytes)} bytes.\n`)
  const known = { ...headers, cookie: "known=1" }
  const reference = await ground.startReference({
    bytes,
    contentType: "text/html; charset=utf-8",
    page: { url: page, headers: known },
  })

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
      name: "page rendered anew / renderToString of the same page",
      isShort,
      target: { atLeast: 0.6, isGoal: true },
      reference: { pid: reference.pid, wish: { url: `${reference.url}/render` } },
      // With a cookie nobody may.
      subject: subject(known),
    })),
  ]
  for (const [name, path, signIn] of [
    ["portal's services", "/portal/services", shop.signIn],
    ["admin's orders", "/admin/orders", shop.signInAsStaff],
  ] as const) {
    const wish = { url: shop.url + path, headers: { ...headers, cookie: await signIn() } }
    const found = await fetch(wish.url, { headers: wish.headers, redirect: "error" })
    if (!found.ok) throw new Error(`${path} answered ${found.status}.`)
    const plain = await ground.startReference({
      bytes: await found.text(),
      contentType: "text/html; charset=utf-8",
      page: wish,
    })
    comparisons.push(
      ...(await compareServed({
        name: `${name} / React Router with the same page`,
        isShort,
        target: { atLeast: 0.6, isGoal: true },
        reference: { pid: plain.pid, wish: { url: `${plain.url}/router` } },
        subject: { pid: ground.program.pid, wish },
      })),
    )
  }
  return comparisons
}

if (import.meta.main) await runAlone(pagesBench)
