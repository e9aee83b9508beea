import { type Dirent, readdirSync, readFileSync } from "node:fs"
import { join, posix } from "node:path"
import { parseSync } from "vite"

/** What a rule found: where, and what to do about it, in words. */
export interface Violation {
  readonly rule: string
  readonly path: string
  readonly line: number
  readonly words: string
}

/** One rule of the house: a pure function over file texts, so that a planted violation can be tested. */
export interface Rule {
  readonly name: string
  readonly check: (tree: SourceTree) => Violation[]
}

export interface Edge {
  readonly specifier: string
  /** The file it leads to, or undefined for a package. */
  readonly target: string | undefined
  readonly typeOnly: boolean
  readonly line: number
}

/** A node of the syntax tree: ESTree with TypeScript, read by property name. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly parent: Node | undefined
  // Every kind of node has its own properties; rules ask for them by name and check what they get.
  readonly [property: string]: unknown
}

export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly edges: readonly Edge[]
  readonly comments: readonly { readonly value: string; readonly start: number; readonly end: number }[]
  nodes(...types: string[]): readonly Node[]
  lineAt(offset: number): number
}

export interface SourceTree {
  readonly files: ReadonlyMap<string, SourceFile>
  /** Files that aren't code: Markdown, SQL, JSON. Path to text. */
  readonly texts: ReadonlyMap<string, string>
}

/** package.json's `imports`: what "#name" leads to. */
export type Doors = Readonly<Record<string, string>>

const CODE = /\.(ts|tsx|mts|mjs|js)$/
const TEXT = /\.(md|sql|json|css|html|liquid|typ)$/

export function plantTree(texts: Readonly<Record<string, string>>, doors: Doors): SourceTree {
  const paths = new Set(Object.keys(texts))
  const files = new Map<string, SourceFile>()
  const others = new Map<string, string>()
  for (const [path, text] of Object.entries(texts)) {
    if (CODE.test(path)) files.set(path, parseFile(path, text, doors, paths))
    else others.set(path, text)
  }
  return { files, texts: others }
}

/** Reads what is below the given folders; generated and installed files are not ours to judge. */
export function readTree(root: string, folders: readonly string[]): SourceTree {
  const texts: Record<string, string> = {}
  for (const folder of folders) {
    for (const path of listFiles(root, folder)) texts[path] = readFileSync(join(root, path), "utf8")
  }
  return plantTree(texts, readDoors(root))
}

export function readDoors(root: string): Doors {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { imports?: Doors }
  return manifest.imports ?? {}
}

function listFiles(root: string, folder: string): string[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(join(root, folder), { recursive: folder !== ".", withFileTypes: true })
  } catch (error) {
    // A folder that nobody has made yet holds no files; anything else is a fault of the machine.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return []
    throw error
  }
  return entries
    .filter((entry) => entry.isFile() && (CODE.test(entry.name) || TEXT.test(entry.name)))
    .map((entry) => posix.relative(root, posix.join(entry.parentPath, entry.name)))
    .filter(
      (path) => !/(^|\/)(node_modules|build|\.react-router|meta)\/|(^|\/)package-lock\.json$/.test(path),
    )
    .sort()
}

function parseFile(path: string, text: string, doors: Doors, paths: ReadonlySet<string>): SourceFile {
  const parsed = parseSync(path, text)
  const fault = parsed.errors[0]
  if (fault) throw new Error(`${path} does not parse: ${fault.message}`)
  const lineStarts = [0]
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1)
  const lineAt = (offset: number) => {
    const index = lineStarts.findIndex((start) => start > offset)
    return index < 0 ? lineStarts.length : index
  }
  const byType = new Map<string, Node[]>()
  collect(parsed.program as unknown as Node, undefined, byType)
  const nodes = (...types: string[]) => types.flatMap((type) => byType.get(type) ?? [])
  const edges = nodes(...IMPORTING).flatMap((node): Edge[] => {
    const specifier = specifierOf(node)
    if (specifier === undefined) return []
    const target = resolve(path, specifier, doors, paths)
    return [{ specifier, target, typeOnly: isTypeOnly(node), line: lineAt(node.start) }]
  })
  return { path, text, edges, comments: parsed.comments, nodes, lineAt }
}

function collect(node: Node, parent: Node | undefined, byType: Map<string, Node[]>): void {
  Object.defineProperty(node, "parent", { value: parent, enumerable: false })
  const same = byType.get(node.type)
  if (same) same.push(node)
  else byType.set(node.type, [node])
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) collect(child, node, byType)
    }
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string"
}

const IMPORTING = [
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
  "TSExternalModuleReference",
]

function specifierOf(node: Node): string | undefined {
  const source = node["source"] ?? node["argument"] ?? node["expression"]
  const literal = isNode(source) && source.type === "TSLiteralType" ? source["literal"] : source
  if (!isNode(literal)) return undefined
  return typeof literal["value"] === "string" ? literal["value"] : undefined
}

function isTypeOnly(node: Node): boolean {
  if (node.type === "TSImportType" || node["importKind"] === "type" || node["exportKind"] === "type")
    return true
  const specifiers = node["specifiers"]
  return (
    Array.isArray(specifiers) &&
    specifiers.length > 0 &&
    specifiers.every((one: Node) => one["importKind"] === "type" || one["exportKind"] === "type")
  )
}

function resolve(
  from: string,
  specifier: string,
  doors: Doors,
  paths: ReadonlySet<string>,
): string | undefined {
  const wanted = specifier.split("?")[0] ?? specifier
  if (wanted.startsWith(".")) return existing(posix.join(posix.dirname(from), wanted), paths)
  if (!wanted.startsWith("#")) return undefined
  const exact = doors[wanted]
  if (exact) return existing(posix.normalize(exact), paths)
  for (const [pattern, target] of Object.entries(doors)) {
    const head = pattern.split("*")[0] ?? pattern
    if (!pattern.includes("*") || !wanted.startsWith(head)) continue
    return existing(posix.normalize(target.replace("*", wanted.slice(head.length))), paths)
  }
  return wanted
}

/** Imports name the file; the web's bundler may leave the ending out. */
function existing(path: string, paths: ReadonlySet<string>): string {
  const endings = ["", ".ts", ".tsx", "/index.ts"]
  return endings.map((ending) => path + ending).find((candidate) => paths.has(candidate)) ?? path
}
