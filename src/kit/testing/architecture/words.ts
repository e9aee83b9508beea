import { posix } from "node:path"
import { eachFile, isTest, keyOf } from "./syntax.ts"
import { isNode, type Node, type Rule, type SourceTree, type Violation } from "./tree.ts"

/** Every language the house speaks; words in one of them come in all of them. */
export function wordRules(languages: readonly string[]): Rule[] {
  return [sayRule(languages), everyLanguageRule(languages), catalogueRule(languages)]
}

function sayRule(languages: readonly string[]): Rule {
  return eachFile("say-in-every-language", (file, report) => {
    if (isTest(file.path)) return
    for (const node of file.nodes("Property")) {
      if (keyOf(node) !== "say") continue
      const value = unwrap(node["value"])
      if (value?.type === "Literal" || value?.type === "TemplateLiteral") {
        report(
          node,
          `"say" speaks ${languages.join(" and ")}: { ${languages.map((one) => `${one}: "…"`).join(", ")} }.`,
        )
      } else if (value?.type === "ObjectExpression") {
        for (const missing of missingLanguages(value, languages))
          report(node, `"say" has no words in ${missing}.`)
      }
    }
  })
}

/** An object with words in one language is an object of words: it needs the others. */
function everyLanguageRule(languages: readonly string[]): Rule {
  return eachFile("words-in-every-language", (file, report) => {
    if (isTest(file.path) || !file.path.startsWith("src/")) return
    for (const node of file.nodes("ObjectExpression")) {
      if (node.parent && keyOf(node.parent) === "say") continue
      const present = languages.filter((language) => find(node, language))
      if (present.length === 0) continue
      for (const missing of missingLanguages(node, languages)) {
        report(node, `These words are in ${present.join(", ")} but not in ${missing}.`)
      }
      for (const [key, missing] of unevenKeys(node, languages)) {
        report(node, `"${key}" has no words in ${missing}.`)
      }
    }
  })
}

/** `{ en: { empty: "…" }, ko: {} }`: what one language says and another doesn't. */
function unevenKeys(object: Node, languages: readonly string[]): [key: string, language: string][] {
  const keys = languages.flatMap((language) => {
    const value = unwrap(find(object, language)?.["value"])
    if (value?.type !== "ObjectExpression") return []
    const own = new Set<string>()
    collectObject(value, "", own)
    return [{ language, own }]
  })
  const all = new Set(keys.flatMap(({ own }) => [...own]))
  return [...all].flatMap((key) =>
    keys.filter(({ own }) => !own.has(key)).map(({ language }): [string, string] => [key, language]),
  )
}

function missingLanguages(object: Node, languages: readonly string[]): string[] {
  const properties = object["properties"] as Node[]
  if (properties.some((property) => property.type === "SpreadElement")) return []
  return languages.filter((language) => {
    const value = unwrap(find(object, language)?.["value"])
    if (!value) return true
    return value.type === "Literal" && typeof value["value"] === "string" && value["value"].trim() === ""
  })
}

function find(object: Node, name: string): Node | undefined {
  return (object["properties"] as Node[]).find(
    (property) => property.type === "Property" && keyOf(property) === name,
  )
}

/** `{ … } as const` and `{ … } satisfies Say` are what stands before the word. */
function unwrap(value: unknown): Node | undefined {
  if (!isNode(value)) return undefined
  const isWrapped = value.type === "TSAsExpression" || value.type === "TSSatisfiesExpression"
  return isWrapped ? unwrap(value["expression"]) : value
}

/** Files named for a language (`en.ts`, `invoice.ko.liquid`, `ko/mail.json`) come in pairs. */
function catalogueRule(languages: readonly string[]): Rule {
  return {
    name: "files-in-every-language",
    check: (tree) => {
      const paths = [...tree.files.keys(), ...tree.texts.keys()].filter((path) => path.startsWith("src/"))
      return paths.flatMap((path) => missingTwins(path, new Set(paths), languages, tree))
    },
  }
}

function missingTwins(
  path: string,
  paths: ReadonlySet<string>,
  languages: readonly string[],
  tree: SourceTree,
): Violation[] {
  const own = languages.find((language) => path.split(/[/.]/).includes(language))
  if (!own || isTest(path)) return []
  const rule = "files-in-every-language"
  return languages
    .filter((language) => language !== own)
    .flatMap((language): Violation[] => {
      const twin = path.replace(new RegExp(`(^|[/.])${own}(?=[/.])`), `$1${language}`)
      if (!paths.has(twin)) return [{ rule, path, line: 1, words: `There is no ${twin}.` }]
      const absent = [...keysIn(path, tree)].filter((key) => !keysIn(twin, tree).has(key))
      return absent.map((key) => ({ rule, path: twin, line: 1, words: `It has no words for "${key}".` }))
    })
}

/** "cart.empty" for `{ cart: { empty: "…" } }`, of a JSON file or the objects of a code file. */
function keysIn(path: string, tree: SourceTree): ReadonlySet<string> {
  const keys = new Set<string>()
  const text = tree.texts.get(path)
  if (text !== undefined && posix.extname(path) === ".json") {
    collectJson(JSON.parse(text), "", keys)
    return keys
  }
  for (const node of tree.files.get(path)?.nodes("VariableDeclarator") ?? []) {
    const value = unwrap(node["init"])
    if (value?.type === "ObjectExpression") collectObject(value, "", keys)
  }
  return keys
}

function collectJson(value: unknown, prefix: string, keys: Set<string>): void {
  if (typeof value !== "object" || value === null) keys.add(prefix)
  else
    for (const [key, part] of Object.entries(value))
      collectJson(part, prefix ? `${prefix}.${key}` : key, keys)
}

function collectObject(object: Node, prefix: string, keys: Set<string>): void {
  for (const property of object["properties"] as Node[]) {
    const name = property.type === "Property" ? keyOf(property) : undefined
    if (name === undefined) continue
    const path = prefix ? `${prefix}.${name}` : name
    const value = unwrap(property["value"])
    if (value?.type === "ObjectExpression") collectObject(value, path, keys)
    else keys.add(path)
  }
}
