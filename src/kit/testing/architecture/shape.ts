import { posix } from "node:path"
import { moduleOf } from "./borders.ts"
import {
  type Exceptions,
  type ExportedValue,
  eachFile,
  excepting,
  exportedValues,
  isTest,
  parameterType,
} from "./syntax.ts"
import { isNode, type Node, type Rule, type SourceFile } from "./tree.ts"

export interface ShapeOptions {
  /** Files that export a default because a tool or the router asks for one. */
  readonly defaultExports: readonly RegExp[]
  /** Families of adapters: the only folders inside a module. */
  readonly adapterFolders: Readonly<Record<string, readonly string[]>>
  readonly longFiles: Exceptions
  readonly operationFiles: Exceptions
}

export function shapeRules(options: ShapeOptions): Rule[] {
  return [
    defaultExportsRule(options.defaultExports),
    frontDoorsRule,
    folderNamesRule,
    fileNamesRule,
    flatModulesRule(options.adapterFolders),
    excepting(operationFilesRule, options.operationFiles),
    excepting(sizesRule, options.longFiles),
  ]
}

function defaultExportsRule(allowed: readonly RegExp[]): Rule {
  return eachFile("no-default-export", (file, report) => {
    if (allowed.some((pattern) => pattern.test(file.path))) return
    const words = "Export it by its name: a default has a new name in every file that imports it."
    for (const node of file.nodes("ExportDefaultDeclaration")) report(node, words)
    for (const node of file.nodes("ExportSpecifier")) {
      const exported = node["exported"]
      if (isNode(exported) && (exported["name"] ?? exported["value"]) === "default") report(node, words)
    }
  })
}

const frontDoorsRule: Rule = eachFile("index-is-a-front-door", (file, report) => {
  if (!/(^|\/)index\.tsx?$/.test(file.path)) return
  if (/^src\/modules\/[^/]+\/index\.ts$/.test(file.path)) return
  report(1, "index.ts is the front door of a module; any other file says in its name what it is.")
})

const NAMELESS = ["utils", "util", "helpers", "helper", "common", "shared", "misc", "lib"]

const folderNamesRule: Rule = eachFile("folders-have-names", (file, report) => {
  const parts = file.path.replace(/\.[^/]*$/, "").split("/")
  const nameless = parts.find((part) => NAMELESS.includes(part))
  if (nameless) report(1, `"${nameless}" names nothing: what is the noun?`)
})

const fileNamesRule: Rule = eachFile("file-names", (file, report) => {
  const name = posix.basename(file.path)
  // React Router names its type folders and route parameters with + and $.
  if (!/^[a-z0-9$]+(-[a-z0-9$]+)*(\.[a-z0-9$]+(-[a-z0-9$]+)*)*\.(ts|tsx|mts|mjs|js)$/.test(name)) {
    report(1, `${name} is not kebab-case.`)
  }
  if (/(^|[-.])(v\d+|new|old|legacy|temp|final)([-.]|$)/.test(name)) {
    report(1, `${name}: no number, "new" or "old" in a name. A replacement arrives with the removal.`)
  }
})

function flatModulesRule(adapterFolders: ShapeOptions["adapterFolders"]): Rule {
  return eachFile("flat-modules", (file, report) => {
    const module = moduleOf(file.path)
    if (!module) return
    const rest = file.path.slice(`src/modules/${module}/`.length).split("/")
    if (rest.length === 1) return
    const allowed = adapterFolders[module] ?? []
    if (rest.length > 2 || !allowed.includes(rest[0] ?? "")) {
      report(1, `A module is flat: ${rest[0]}/ is no family of adapters of ${module}.`)
    }
  })
}

/** The fixed file names of a module: the name says the role. */
const ROLES = ["index", "contract", "router", "tables", "queries", "work", "events", "errors", "testing"]

/** Words that are only ever verbs here; "order", "price" or "request" begin nouns as well. */
const VERBS =
  `abandon accept add adopt advance announce apply approve ask assign attach authenticate authorize begin bind
  cancel capture check claim close collect compute confirm convert create decide decline deliver deny describe detach
  disable dispatch enable end ensure enqueue estimate expire explain extend find finish forget generate get give
  handle import invite issue join leave list load make match merge migrate move notify open pay place plan
  post prepare process provision publish pull push put read rebuild receive reconcile record redeem refresh refund
  refuse register reject release remove remind renew render reopen repair replace resend reserve reset resolve
  restore resume retry retrieve reveal revoke revise rotate run save schedule search seed send set settle show
  start stop store submit subscribe suspend sweep take terminate undo unsuspend update upload use verify void
  withdraw write`.split(/\s+/)

const operationFilesRule = eachFile("one-operation-one-file", (file, report) => {
  const module = moduleOf(file.path)
  if (!module || isTest(file.path)) return
  const rest = file.path.slice(`src/modules/${module}/`.length)
  if (rest.includes("/") || !rest.endsWith(".ts")) return
  const name = rest.slice(0, -3)
  if (ROLES.includes(name)) return
  const [verb, ...noun] = name.split("-")
  if (VERBS.includes(verb ?? "") && noun.length > 0) reportOperation(file, camelCase(name), report)
  else if (exportedValues(file).some((value) => value.made && value.name === camelCase(name))) {
    reportOperation(file, camelCase(name), report) // "checkout" is a verb in one word
  } else reportNoun(file, report)
})

function reportOperation(
  file: SourceFile,
  wanted: string,
  report: (at: Node | number, words: string) => void,
): void {
  const values = exportedValues(file)
  // Work is an operation too, whose body is played by the runner: "settle-attempt.ts" exports settleAttemptWork.
  const isOwn = (value: ExportedValue) =>
    (value.name === wanted && value.made !== undefined) || value.name === `${wanted}Work`
  if (!values.some(isOwn)) report(1, `This file is named for an operation: it exports ${wanted}.`)
  // A pure plan may hand out its parts; an operation is alone.
  const isPure = !values.some((value) => isOwn(value) && (!value.made || isGivenDatabase(value.made)))
  for (const value of values) {
    if (!isOwn(value) && (!isPure || (value.made && isGivenDatabase(value.made)))) {
      report(
        value.node,
        `One operation, one file: ${value.name} belongs in a file of its own, or unexported.`,
      )
    }
  }
}

function isGivenDatabase(made: Node): boolean {
  return /^(Context|Transaction|Database|CallScope)$/.test(parameterType(made, 0) ?? "")
}

/** A noun holds types, states, moves and rules; what takes ctx is an operation and has a file of its own. */
function reportNoun(file: SourceFile, report: (at: Node | number, words: string) => void): void {
  for (const value of exportedValues(file)) {
    if (value.made && parameterType(value.made, 0) === "Context") {
      report(value.node, `${value.name} takes ctx, so it is an operation: give it a file of its own name.`)
    }
  }
}

export function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

const MOST_FILE_LINES = 300
const MOST_TEST_LINES = 500
const MOST_FUNCTION_LINES = 70

/** Blank lines and comments are free: nobody should save on either. */
const sizesRule = eachFile("sizes", (file, report) => {
  const counts = countLines(file)
  const lines = counts.at(-1) ?? 0
  const isStory = isTest(file.path) || /^(scenarios|proofs|e2e|bench)\//.test(file.path)
  const most = isStory ? MOST_TEST_LINES : MOST_FILE_LINES
  if (lines > most)
    report(1, `${lines} lines, ${most} at most: when it does not fit, the idea is not finished.`)
  if (isStory) return
  for (const node of file.nodes("FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression")) {
    const length = (counts[file.lineAt(node.end)] ?? 0) - (counts[file.lineAt(node.start) - 1] ?? 0)
    if (length > MOST_FUNCTION_LINES) {
      report(node, `A function of ${length} lines, ${MOST_FUNCTION_LINES} at most: name its parts.`)
    }
  }
})

/** counts[n] = lines of code in the first n lines. */
function countLines(file: SourceFile): number[] {
  let text = file.text
  for (const comment of file.comments) {
    const blank = text.slice(comment.start, comment.end).replace(/[^\n]/g, " ")
    text = text.slice(0, comment.start) + blank + text.slice(comment.end)
  }
  const counts = [0]
  for (const line of text.split("\n")) counts.push((counts.at(-1) ?? 0) + (line.trim() === "" ? 0 : 1))
  return counts
}
