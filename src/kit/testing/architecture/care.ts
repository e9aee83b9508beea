import { moduleOf } from "./borders.ts"
import {
  dottedName,
  type Exceptions,
  eachFile,
  excepting,
  exportedValues,
  inside,
  isTest,
  keyOf,
  lastName,
  parameterType,
} from "./syntax.ts"
import { isNode, type Node, type Rule, type SourceFile } from "./tree.ts"

export interface CareExceptions {
  readonly reach: Exceptions
  readonly money: Exceptions
  readonly catches: Exceptions
}

export function careRules(exceptions: CareExceptions): Rule[] {
  return [
    excepting(reachRule, exceptions.reach),
    permissionRule,
    excepting(moneyRule, exceptions.money),
    excepting(catchRule, exceptions.catches),
    ownMocksRule,
    skippedTestsRule,
    suppressionsRule,
    unfinishedRule,
  ]
}

/** Fetch through the caller's reach; don't fetch and then check. */
const reachRule = eachFile("queries-take-a-reach", (file, report) => {
  if (!/^src\/modules\/[^/]+\/queries\.ts$/.test(file.path)) return
  for (const value of exportedValues(file)) {
    if (value.made && parameterType(value.made, 1) !== "Reach") {
      report(value.node, `${value.name} reads rows: its second parameter is the caller's Reach.`)
    }
  }
})

const ANSWERS = new Set(["answer", "answerOnce", "answerAfter", "answerLive"])

/** A line of a router is an answer; its first word is who may. */
const permissionRule: Rule = eachFile("routes-name-a-permission", (file, report) => {
  if (!/^src\/(modules\/[^/]+|app)\/([a-z-]+-)?router\.ts$/.test(file.path)) return
  for (const node of file.nodes("CallExpression")) {
    const name = dottedName(node["callee"])
    const first = (node["arguments"] as Node[])[0]
    if (ANSWERS.has(name ?? "")) {
      if (!namesPermission(valueOf(file, first), moduleOf(file.path))) {
        report(node, 'This line does not say who may: permit("module.noun.verb") or permitEveryone("why").')
      }
    } else if (isRoutePart(node) && moduleOf(file.path)) {
      report(node, "Routes are made by serve() from the contract, so that each names its permission.")
    }
  }
})

/** `const shopWindow = permitEveryone("…")` above the routes says it as well. */
function valueOf(file: SourceFile, value: Node | undefined): Node | undefined {
  if (value?.type !== "Identifier") return value
  const made = file.nodes("VariableDeclarator").find((one) => dottedName(one["id"]) === value["name"])?.[
    "init"
  ]
  return isNode(made) ? made : undefined
}

function isRoutePart(node: Node): boolean {
  const callee = node["callee"]
  if (!isNode(callee) || callee.type !== "MemberExpression") return false
  return dottedName(callee["property"]) === "handler"
}

function namesPermission(value: Node | undefined, module: string | undefined): boolean {
  if (value?.type !== "CallExpression") return false
  const words = (value["arguments"] as Node[])[0]?.["value"]
  if (typeof words !== "string") return false
  const name = dottedName(value["callee"])
  if (name === "permitEveryone") return words.length >= 12
  return name === "permit" && /^[a-z]+(\.[a-z][a-z-]*)+$/.test(words) && words.startsWith(`${module ?? ""}.`)
}

const MONEY_NAME = /^(?:.*[a-z])?(?:[aA]mount|[pP]rice|[fF]ee|[bB]alance|[mM]inor|[cC]ost|[gG]ross|[tT]ax)s?$/

/** Money is bigint minor units with a currency; a number loses a won sooner or later. */
const moneyRule = eachFile("money-is-no-number", (file, report) => {
  if (!file.path.startsWith("src/") || isTest(file.path)) return
  const words = (name: string) =>
    `${name} is money: Money (bigint minor units and a currency), never a number.`
  for (const node of file.nodes("TSPropertySignature", "PropertyDefinition", "Property")) {
    const name = keyOf(node)
    if (!name || !MONEY_NAME.test(name)) continue
    if (isNumberType(node) || isNumberShape(node["value"])) report(node, words(name))
  }
  for (const node of file.nodes("Identifier")) {
    const name = String(node["name"])
    if (MONEY_NAME.test(name) && isNumberType(node)) report(node, words(name))
  }
  for (const node of file.nodes("CallExpression")) {
    const callee = dottedName(node["callee"]) ?? ""
    const first = (node["arguments"] as Node[])[0]
    const argument = lastName(dottedName(first) ?? "")
    if (
      /^(Number|parseFloat|parseInt|Number\.parseFloat|Number\.parseInt)$/.test(callee) &&
      MONEY_NAME.test(argument)
    ) {
      report(node, `${callee}(${argument}) makes a number of money: stay with bigint.`)
    }
    if (/^(real|doublePrecision|numeric|decimal)$/.test(callee) && file.path.endsWith("/tables.ts")) {
      report(
        node,
        `${callee} columns are no money and no exact rate: bigint minor units, or a fraction of two.`,
      )
    }
  }
})

function isNumberType(node: Node): boolean {
  const annotation = node["typeAnnotation"]
  const type = isNode(annotation) ? annotation["typeAnnotation"] : undefined
  if (!isNode(type)) return false
  const members = type.type === "TSUnionType" ? (type["types"] as Node[]) : [type]
  return members.some((member) => member.type === "TSNumberKeyword")
}

/** z.number(), z.coerce.number().int() and what hangs on them. */
function isNumberShape(value: unknown): boolean {
  if (!isNode(value) || value.type !== "CallExpression") return false
  for (const node of inside(value)) {
    const name = node.type === "MemberExpression" ? dottedName(node) : undefined
    if (name === "z.number" || name === "z.coerce.number") return true
  }
  return false
}

const catchRule = eachFile("no-catch-that-assumes", (file, report) => {
  if (isTest(file.path) || !/^(src|bin)\//.test(file.path)) return
  const words =
    "A catch rethrows, refuses or records; this one assumes. Hand the error on or name it in the log."
  for (const node of file.nodes("CatchClause")) {
    const isAnswer = isReadingAttempt(node.parent) || isExplainedProbe(file, node)
    if (!isHandled(node["param"], node["body"]) && !isAnswer) report(node, words)
  }
  for (const node of file.nodes("CallExpression")) {
    const callee = node["callee"]
    if (!isNode(callee) || callee.type !== "MemberExpression" || dottedName(callee["property"]) !== "catch")
      continue
    if (isClosing(callee["object"])) continue
    const handler = (node["arguments"] as Node[])[0]
    if (handler?.type !== "ArrowFunctionExpression" && handler?.type !== "FunctionExpression") continue
    if (!isHandled((handler["params"] as Node[])[0], handler["body"])) report(node, words)
  }
})

/** It throws or refuses, or it uses what it caught: hands it on, logs it, asks it what it is. */
function isHandled(parameter: unknown, body: unknown): boolean {
  if (!isNode(body)) return false
  const caught = isNode(parameter) ? [...inside(parameter)].map((node) => node["name"]) : []
  for (const node of inside(body)) {
    if (node.type === "ThrowStatement") return true
    if (node.type === "Identifier" && caught.includes(node["name"])) return true
    const name = node.type === "CallExpression" ? lastName(dottedName(node["callee"]) ?? "") : ""
    if (/^(refuse|reject|fail|record[A-Z].*|mark[A-Z].*)$/.test(name)) return true
  }
  return false
}

const READERS = /^(JSON\.parse|URL|BigInt|decodeURIComponent|Temporal\.\w+\.from|Intl\.\w+|RegExp)$/

/** What somebody typed can't be read: that is an answer, not a failure. Only a reading alone in its try counts. */
function isReadingAttempt(statement: Node | undefined): boolean {
  const block = statement?.["block"]
  if (!isNode(block)) return false
  let readers = 0
  for (const node of inside(block)) {
    if (node.type === "AwaitExpression") return false
    if (node.type !== "CallExpression" && node.type !== "NewExpression") continue
    if (READERS.test(dottedName(node["callee"]) ?? "")) readers++
  }
  return readers > 0
}

/**
 * The kit asks the machine whether something is there, and "no" comes as an error: one short question, without
 * waiting, and a comment inside that says what the error means. Modules ask nothing of the machine.
 */
function isExplainedProbe(file: SourceFile, clause: Node): boolean {
  const block = clause.parent?.["block"]
  if (!isNode(block) || moduleOf(file.path) || (block["body"] as Node[]).length > 2) return false
  if ([...inside(block)].some((node) => node.type === "AwaitExpression")) return false
  const isInside = (at: number) => at > clause.start && at < clause.end
  return file.comments.some((comment) => isInside(comment.start) && comment.value.trim().length >= 20)
}

/** Closing what is broken already: there is nobody left to tell. */
function isClosing(value: unknown): boolean {
  if (!isNode(value) || value.type !== "CallExpression") return false
  return /\.(end|close|cancel|destroy)$/.test(dottedName(value["callee"]) ?? "")
}

const ownMocksRule: Rule = eachFile("no-mock-of-our-own", (file, report) => {
  for (const node of file.nodes("CallExpression")) {
    if (!/^vi\.(mock|doMock|hoisted|stubGlobal)$/.test(dottedName(node["callee"]) ?? "")) continue
    const what = (node["arguments"] as Node[])[0]?.["value"]
    report(
      node,
      `${typeof what === "string" ? what : "This"} is replaced in a test: hand it in, or use the stand-in that npm start uses.`,
    )
  }
})

const skippedTestsRule: Rule = eachFile("no-skipped-test", (file, report) => {
  for (const node of file.nodes("CallExpression")) {
    const name = dottedName(node["callee"]) ?? ""
    if (/^(it|test|describe)\.(skip|only|todo|fails)$/.test(name)) {
      report(node, `${name}: a test runs or is removed.`)
    }
  }
})

const SUPPRESSION = /(oxlint-disable|eslint-disable|biome-ignore|@ts-ignore|@ts-expect-error|@ts-nocheck)(.*)/

const suppressionsRule: Rule = eachFile("suppressions-have-reasons", (file, report) => {
  for (const comment of file.comments) {
    const found = comment.value.match(SUPPRESSION)
    if (!found) continue
    if (!/(--|:)\s*\S.{9,}/.test(found[2] ?? "")) {
      report(file.lineAt(comment.start), `${found[1]} needs its reason on the same line, after "--" or ":".`)
    }
  }
})

const unfinishedRule: Rule = eachFile("nothing-unfinished", (file: SourceFile, report) => {
  for (const comment of file.comments) {
    const word = comment.value.match(/\b(TODO|FIXME|XXX|HACK)\b/)
    if (word)
      report(
        file.lineAt(comment.start),
        `${word[1]}: do it, or write down as a decision that it is not done.`,
      )
  }
  if (moduleOf(file.path) && /\bnot implemented\b/i.test(file.text)) {
    report(1, "A stub is no implementation.")
  }
})
