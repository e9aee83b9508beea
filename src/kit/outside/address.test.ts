import { afterEach, describe, expect, it } from "vitest"
import { whyNotPublic } from "./address.ts"
import type { ResolvedAddress } from "./connector.ts"
import { createTestOutside, failureOf, serve } from "./testing.ts"

const PRIVATE = [
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "100.64.0.1",
  "100.100.100.200",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.169.254",
  "168.63.129.16",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.192",
  "192.0.2.1",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "239.255.255.255",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::127.0.0.1",
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "::ffff:7f00:1",
  "64:ff9b::127.0.0.1",
  "64:ff9b::10.0.0.1",
  "64:ff9b:1::1",
  "100::1",
  "2001::1",
  "2001:db8::1",
  "2002:7f00:1::",
  "3fff::1",
  "fc00::1",
  "fd00:ec2::254",
  "fe80::1",
  "fe80::1%eth0",
  "2606:4700::1%eth0",
  "fec0::1",
  "ff02::1",
  "4000::1",
  "nonsense",
  "",
  "1.2.3",
  "0x7f000001.",
  "127.1",
] // prettier-ignore

const PUBLIC = [
  "1.1.1.1",
  "8.8.8.8",
  "172.15.0.1",
  "172.32.0.1",
  "100.128.0.1",
  "2606:4700::1111",
  "2a00:1450::1",
  "64:ff9b::8.8.8.8",
]

describe("addresses", () => {
  it.each(PRIVATE)("%s is not for the outside", (address) =>
    expect(whyNotPublic(address)).toBeTypeOf("string"),
  )
  it.each(PUBLIC)("%s is public", (address) => expect(whyNotPublic(address)).toBeUndefined())
})

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

/** The client speaks TLS to a plain server: should it ever connect, the server has seen a connection. */
async function callPublic(hostname: string, answers: readonly ResolvedAddress[][] = []) {
  const server = await serve((response) => response.end())
  let asked = 0
  const test = createTestOutside({
    resolve: async () => answers[Math.min(asked++, answers.length - 1)] ?? [],
  })
  open.push(test.outside, server)
  const host = test.outside.host({
    name: "customer",
    baseUrl: `https://${hostname}:${server.port}`,
    timeoutMs: 500,
  })
  const failure = await failureOf(host.call({ method: "GET", path: "/", retries: 2 }))
  return { failure, server, asked: () => asked, test, host }
}

const four = (address: string): ResolvedAddress => ({ address, family: 4 })

describe("a host that anybody may name", () => {
  it.each([
    "127.0.0.1",
    "localhost",
    "2130706433",
    "0x7f.1",
    "0177.0.0.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "0.0.0.0",
  ])("is never %s", async (hostname) => {
    const { failure, server } = await callPublic(hostname, [[four("127.0.0.1")]])
    expect(failure).toMatchObject({ kind: "not_sent", tries: 1 })
    expect(failure.because).toMatch(/^it is a|^its name leads to a/)
    expect(server.seen.connections).toBe(0)
  })

  it("is not one whose name has a private address among public ones", async () => {
    const { failure, server } = await callPublic("mixed.example", [[four("127.0.0.1"), four("192.0.2.1")]])
    expect(failure.because).toBe("its name leads to a loopback address")
    expect(server.seen.connections).toBe(0)
  })

  it("can't point elsewhere between the check and the connection: there is one look-up, and it decides", async () => {
    // First a public answer that leads nowhere, then the machine itself.
    const { host, server, asked } = await callPublic("rebind.example", [
      [four("240.0.0.1")],
      [four("127.0.0.1")],
    ])
    expect(asked()).toBe(1)
    expect((await failureOf(host.call({ method: "GET", path: "/" }))).because).toBe(
      "its name leads to a loopback address",
    )
    expect(asked()).toBe(2)
    expect(server.seen.connections).toBe(0)
  })

  it("does not share a line with a host of the same name that may be private", async () => {
    const { host, server, test } = await callPublic("panel.example", [[four("127.0.0.1")]])
    const trusted = test.outside.host({
      name: "customer",
      baseUrl: `https://panel.example:${server.port}`,
      allowPrivate: true,
    })
    await failureOf(trusted.call({ method: "POST", path: "/" }))
    expect(server.seen.connections).toBe(1)
    expect(await failureOf(host.call({ method: "POST", path: "/" }))).toMatchObject({ kind: "not_sent" })
    expect(server.seen.connections).toBe(1)
  })
})
