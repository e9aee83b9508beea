import { isNode, type Node, type SourceFile, type SourceTree, type Violation } from "./tree.ts"

/** "ctx.log.warn" for the callee of `ctx.log.warn(…)`; undefined for anything that isn't plain names and dots. */
export function dottedName(value: unknown): string | undefined {
  if (!isNode(value)) return undefined
  if (value.type === "ChainExpression") return dottedName(value["expression"])
  if (value.type === "Identifier") return String(value["name"])
  if (value.type === "ThisExpression") return "this"
  if (value.type !== "MemberExpression" || value["computed"] === true) return undefined
  const object = dottedName(value["object"])
  const property = dottedName(value["property"])
  if (property === undefined) return undefined
  return object === undefined ? `….${property}` : `${object}.${property}`
}

export function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf(".") + 1)
}

/** Every node inside, the node itself too. */
export function* inside(node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* inside(child)
  }
}

export function keyOf(property: Node): string | undefined {
  const key = property["key"]
  if (!isNode(key)) return undefined
  if (key.type === "Identifier" && property["computed"] !== true) return String(key["name"])
  return typeof key["value"] === "string" ? key["value"] : undefined
}

export interface ExportedValue {
  readonly name: string
  /** The function itself, if it is one. */
  readonly made: Node | undefined
  readonly node: Node
}

/** What a file itself declares and exports, types left out. */
export function exportedValues(file: SourceFile): ExportedValue[] {
  return file.nodes("ExportNamedDeclaration").flatMap((node): ExportedValue[] => {
    const declaration = node["declaration"]
    if (!isNode(declaration)) return []
    if (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration") {
      const made = declaration.type === "FunctionDeclaration" ? declaration : undefined
      return [{ name: dottedName(declaration["id"]) ?? "", made, node: declaration }]
    }
    if (declaration.type !== "VariableDeclaration") return []
    return (declaration["declarations"] as Node[]).map((one) => {
      const value = one["init"]
      const isFunction =
        isNode(value) && (value.type === "ArrowFunctionExpression" || value.type === "FunctionExpression")
      return { name: dottedName(one["id"]) ?? "", made: isFunction ? value : undefined, node: one }
    })
  })
}

/** "Reach" for the second parameter of `(ctx: Context, reach: Reach)`. */
export function parameterType(made: Node, index: number): string | undefined {
  const parameter = (made["params"] as Node[])[index]
  if (!parameter) return undefined
  const holder = parameter.type === "AssignmentPattern" ? (parameter["left"] as Node) : parameter
  const annotation = holder["typeAnnotation"]
  const type = isNode(annotation) ? annotation["typeAnnotation"] : undefined
  return isNode(type) && type.type === "TSTypeReference" ? dottedName(type["typeName"]) : undefined
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /\/testing(\.ts$|\/)/.test(path)
}

/** Shorthand for a rule that looks at one file at a time. */
export function eachFile(
  name: string,
  look: (file: SourceFile, report: (at: Node | number, words: string) => void) => void,
) {
  const check = (tree: SourceTree): Violation[] => {
    const found: Violation[] = []
    for (const file of tree.files.values()) {
      look(file, (at, words) => {
        const line = typeof at === "number" ? at : file.lineAt(at.start)
        found.push({ rule: name, path: file.path, line, words })
      })
    }
    return found
  }
  return { name, check }
}

/** Named exceptions of a rule: path to reason. A path may end in "/**". */
export type Exceptions = Readonly<Record<string, string>>

export function isExcepted(exceptions: Exceptions, path: string): boolean {
  return Object.keys(exceptions).some((pattern) =>
    pattern.endsWith("/**") ? path.startsWith(pattern.slice(0, -2)) : pattern === path,
  )
}

/**
 * Takes the excepted files out of a rule, and reports an exception that nothing needs any more:
 * a list of exceptions only ever shrinks by somebody being told.
 */
export function excepting(
  rule: { name: string; check: (tree: SourceTree) => Violation[] },
  exceptions: Exceptions,
) {
  const check = (tree: SourceTree): Violation[] => {
    const all = rule.check(tree)
    const unused = Object.keys(exceptions)
      .filter((pattern) => !all.some((one) => isExcepted({ [pattern]: "" }, one.path)))
      .map((path) => ({
        rule: rule.name,
        path,
        line: 0,
        words: "This exception is no longer needed: take it out.",
      }))
    return [...all.filter((one) => !isExcepted(exceptions, one.path)), ...unused]
  }
  return { name: rule.name, check }
}
