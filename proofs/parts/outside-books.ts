import { execFileSync, spawnSync } from "node:child_process"
import { type Currency, currencies } from "#kit/money.ts"

/** What an account holds in a currency, in minor units: "income:revenue:hosting KRW" → -10000n. */
export type Balances = ReadonlyMap<string, bigint>

/** hledger of the machine, or of Debian's package where we may install it. Says in words why there is none. */
export function findHledger(): { readonly version: string } | { readonly missing: string } {
  const known = versionOf("hledger")
  if (known) return { version: known }
  const install = spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "hledger"], {
    encoding: "utf8",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  })
  const installed = versionOf("hledger")
  if (installed) return { version: `${installed} (Debian's package, installed for this proof)` }
  const why = install.error?.message ?? install.stderr.trim().split("\n").at(-1) ?? "apt-get failed"
  return { missing: `hledger is not here and could not be installed by apt-get: ${why}` }
}

export function versionOf(program: string): string | undefined {
  const asked = spawnSync(program, ["--version"], { encoding: "utf8" })
  return asked.status === 0 ? (asked.stdout || asked.stderr).trim().split("\n")[0] : undefined
}

/** hledger's own checks, and then its own sums. */
export function readByHledger(file: string): Balances {
  execFileSync("hledger", ["-f", file, "check", "balancednoautoconversion", "ordereddates"], {
    encoding: "utf8",
  })
  const csv = execFileSync(
    "hledger",
    ["-f", file, "balance", "--flat", "--empty", "--no-total", "--layout=bare", "-O", "csv"],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  )
  const found = new Map<string, bigint>()
  for (const line of csv.trim().split("\n").slice(1)) {
    const [account = "", currency = "", amount = ""] = line.split(",").map((cell) => cell.replaceAll('"', ""))
    if (currency === "") continue
    const minor = readMinor(amount, currency as Currency)
    if (minor !== 0n) found.set(`${account} ${currency}`, minor)
  }
  return found
}

function readMinor(amount: string, currency: Currency): bigint {
  const [whole = "0", rest = ""] = amount.replace(/\.$/, "").split(".")
  return BigInt(`${whole}${rest.padEnd(currencies[currency], "0")}`)
}

/** Accepts it without a word, or says what is wrong with it. */
export function checkByBeancount(file: string): string {
  const asked = spawnSync("bean-check", [file], { encoding: "utf8" })
  return asked.status === 0 ? "" : `${asked.stdout}${asked.stderr}`.trim()
}
