import { dottedName, type Exceptions, eachFile, excepting, isTest, lastName } from "./syntax.ts"
import { isNode, type Node, type Rule, type SourceFile } from "./tree.ts"

/** Where the program may ask the machine for something; each exception with its reason. */
export interface PurityExceptions {
  readonly environment: Exceptions
  readonly clock: Exceptions
  readonly chance: Exceptions
  readonly network: Exceptions
  readonly sqlText: Exceptions
}

export function purityRules(exceptions: PurityExceptions): Rule[] {
  return [
    excepting(environmentRule, exceptions.environment),
    excepting(clockRule, exceptions.clock),
    excepting(chanceRule, exceptions.chance),
    excepting(networkRule, exceptions.network),
    excepting(sqlTextRule, exceptions.sqlText),
    enumsRule,
  ]
}

/** Tests and proofs start processes and wait for them: they are the outside. */
function isProgram(path: string): boolean {
  return path.startsWith("src/") && !isTest(path)
}

const environmentRule = eachFile("no-environment", (file, report) => {
  if (!file.path.startsWith("src/")) return
  for (const node of file.nodes("MemberExpression")) {
    const name = dottedName(node)
    if (name === "process.env" || name === "globalThis.process.env" || name === "import.meta.env") {
      report(node, "Settings come from src/app/config.ts, parsed once: nobody else reads the environment.")
    }
  }
  for (const edge of file.edges) {
    const takesEnv = /^(node:)?process$/.test(edge.specifier)
    if (takesEnv) report(edge.line, "Settings come from src/app/config.ts: don't import the process.")
  }
})

const CLOCK_CALLS = new Set([
  "Date.now",
  "performance.now",
  "process.hrtime",
  "process.hrtime.bigint",
  "Date",
])
const TIMERS = new Set(["setTimeout", "setInterval", "setImmediate"])

/** A date made from given text asks nobody for the time; one made from nothing does. */
const clockRule = eachFile("no-clock", (file, report) => {
  if (!isProgram(file.path)) return
  const inBrowser = file.path.startsWith("src/web/")
  // The kit has time-outs to keep and a stand-in has faults to play; business waits in rows.
  const inModule = file.path.startsWith("src/modules/")
  for (const node of file.nodes("CallExpression", "NewExpression")) {
    const name = dottedName(node["callee"])?.replace(/^(globalThis|window)\./, "")
    if (name === undefined) continue
    const isMade = node.type === "NewExpression"
    if (isMade && name === "Date" && (!inBrowser || (node["arguments"] as Node[]).length === 0)) {
      report(node, "Time is Temporal and comes from ctx.clock: no Date.")
    } else if (!isMade && (CLOCK_CALLS.has(name) || name.startsWith("Temporal.Now."))) {
      report(node, `${name} asks the machine for the time: take it from ctx.clock.`)
    } else if (!isMade && TIMERS.has(name) && inModule) {
      report(node, `${name} waits on the machine's clock: a sweep finds what is due, a poll has a row.`)
    }
  }
  for (const edge of file.edges) {
    if (inModule && /^(node:)?timers(\/promises)?$/.test(edge.specifier)) {
      report(edge.line, "Timers wait on the machine's clock: a sweep finds what is due.")
    }
  }
})

const chanceRule = eachFile("no-chance", (file, report) => {
  if (!isProgram(file.path)) return
  for (const node of file.nodes("MemberExpression")) {
    if (dottedName(node) === "Math.random") {
      report(
        node,
        "Math.random can't be replayed and can be guessed: ids from ctx.newId, secrets from node:crypto.",
      )
    }
  }
})

const NETWORK_PACKAGES =
  /^((node:)?(net|http|https|http2|tls|dgram|dns)(\/promises)?|undici|axios|got|node-fetch|ws|nodemailer|smtp-server|ssh2.*|stripe|cloudflare|acme-client)$/

/** Pages call their own shop, and a stand-in is the outside. */
const networkRule = eachFile("no-network", (file, report) => {
  if (!isProgram(file.path) || /^src\/(web|sandbox)\//.test(file.path)) return
  for (const edge of file.edges) {
    if (!edge.typeOnly && NETWORK_PACKAGES.test(edge.specifier)) {
      report(edge.line, `${edge.specifier} reaches outside by itself: call through #kit/outside.`)
    }
  }
  for (const node of file.nodes("CallExpression")) {
    if (/^(globalThis\.)?fetch$/.test(dottedName(node["callee"]) ?? "")) {
      report(node, "fetch has no time-out, no bound and no redaction: call through #kit/outside.")
    }
  }
})

const SQL_START =
  /^\s*(select\s[^]*\sfrom\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s|begin;|set\s+(local|session|role)\s|(create|alter|drop|truncate)\s+(table|database|role|schema|index|type|policy|view|function|user)\s)/i

/** The wall stops forgetting, not SQL injection: values go in as parameters, always. */
const sqlTextRule = eachFile("no-sql-text", (file, report) => {
  if (!isProgram(file.path)) return
  for (const node of file.nodes("CallExpression")) {
    if (dottedName(node["callee"]) === "sql.raw") {
      report(node, "sql.raw puts text into a statement: use sql`…` with parameters.")
    }
  }
  for (const node of file.nodes("TemplateLiteral")) {
    if (node.parent?.type === "TaggedTemplateExpression") continue
    if ((node["expressions"] as Node[]).length > 0 && SQL_START.test(wholeText(node))) {
      report(node, "A statement put together from text: use sql`…` with parameters.")
    }
  }
  for (const node of file.nodes("BinaryExpression")) {
    if (node["operator"] === "+" && SQL_START.test(wholeText(node["left"]))) {
      report(node, "A statement put together from text: use sql`…` with parameters.")
    }
  }
  reportBuiltQueries(file, report)
})

function reportBuiltQueries(file: SourceFile, report: (at: Node, words: string) => void): void {
  for (const node of file.nodes("CallExpression")) {
    const name = dottedName(node["callee"])
    if (name === undefined || !/\.(query|execute|unsafe)$/.test(name)) continue
    const first = (node["arguments"] as Node[])[0]
    const isBuilt =
      (first?.type === "TemplateLiteral" && (first["expressions"] as Node[]).length > 0) ||
      (first?.type === "BinaryExpression" && first["operator"] === "+")
    if (isBuilt) report(node, `${lastName(name)}() gets text with values in it: pass parameters.`)
  }
}

/** The text with its holes as "$". */
function wholeText(value: unknown): string {
  if (!isNode(value)) return ""
  if (value.type === "Literal") return String(value["value"])
  if (value.type !== "TemplateLiteral") return ""
  return (value["quasis"] as { value: { raw: string } }[]).map((quasi) => quasi.value.raw).join("$")
}

/** Operators of enums aren't leakproof, so row-level security would lose the index (docs/decisions). */
const enumsRule: Rule = {
  name: "no-database-enums",
  check: (tree) => {
    const words = "States are text with CHECK (oneOf), never a database enum: its operators lose the index."
    const inCode = [...tree.files.values()].flatMap((file) =>
      file
        .nodes("CallExpression")
        .filter((node) => /(^|\.)(pgEnum|enum)$/.test(dottedName(node["callee"]) ?? ""))
        .filter((node) => dottedName(node["callee"]) === "pgEnum" || file.path.endsWith("/tables.ts"))
        .map((node) => ({
          rule: "no-database-enums",
          path: file.path,
          line: file.lineAt(node.start),
          words,
        })),
    )
    const inSql = [...tree.texts]
      .filter(([path, text]) => path.endsWith(".sql") && /create\s+type\s+\S+\s+as\s+enum/i.test(text))
      .map(([path]) => ({ rule: "no-database-enums", path, line: 1, words }))
    return [...inCode, ...inSql]
  },
}
