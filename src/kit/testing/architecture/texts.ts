import { posix } from "node:path"
import type { Rule, SourceTree, Violation } from "./tree.ts"

export const textRules: readonly Rule[] = [
  { name: "links-lead-somewhere", check: findDeadLinks },
  { name: "decisions-are-listed", check: findUnlistedDecisions },
  { name: "no-machine-paths", check: findMachinePaths },
]

/** Links between our own pages; what lies on the web may come and go without us. */
function findDeadLinks(tree: SourceTree): Violation[] {
  return pages(tree).flatMap(([path, text]) =>
    [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].flatMap((link): Violation[] => {
      const target = posix.normalize(posix.join(posix.dirname(path), link[1] ?? ""))
      const isThere =
        target === "LICENSE" || tree.texts.has(target) || tree.files.has(target) || isFolder(tree, target)
      if (isThere) return []
      return [
        {
          rule: "links-lead-somewhere",
          path,
          line: lineOf(text, link.index),
          words: `There is no ${target}.`,
        },
      ]
    }),
  )
}

function isFolder(tree: SourceTree, path: string): boolean {
  const head = path.endsWith("/") ? path : `${path}/`
  return [...tree.texts.keys(), ...tree.files.keys()].some((one) => one.startsWith(head))
}

/** One number, one page, and the list names each. */
function findUnlistedDecisions(tree: SourceTree): Violation[] {
  const rule = "decisions-are-listed"
  const list = tree.texts.get("docs/decisions/README.md") ?? ""
  const decisions = pages(tree).filter(([path]) => /^docs\/decisions\/\d{4}-/.test(path))
  const numbers = decisions.map(([path]) => posix.basename(path).slice(0, 4))
  return decisions.flatMap(([path, text], index): Violation[] => {
    const name = posix.basename(path)
    const faults: string[] = []
    if (!list.includes(`(${name})`)) faults.push("docs/decisions/README.md doesn't list it.")
    if (numbers.indexOf(numbers[index] ?? "") !== index) faults.push("Another decision has this number.")
    if (!text.startsWith(`# ${name.slice(0, 4)} `)) faults.push("Its title begins with its number.")
    return faults.map((words) => ({ rule, path, line: 1, words }))
  })
}

const MACHINE_PATH = /(?<![\w.:/-])\/(home|Users|root|work)\/[a-z]/

/** A path of somebody's machine is true on that machine only. */
function findMachinePaths(tree: SourceTree): Violation[] {
  const texts = [...tree.texts, ...[...tree.files].map(([path, file]) => [path, file.text] as const)]
  return texts.flatMap(([path, text]): Violation[] => {
    const found = MACHINE_PATH.exec(text)
    if (!found) return []
    const words = `${found[0]}… is a path of one machine.`
    return [{ rule: "no-machine-paths", path, line: lineOf(text, found.index), words }]
  })
}

function pages(tree: SourceTree): [path: string, text: string][] {
  return [...tree.texts].filter(([path]) => path.endsWith(".md"))
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length
}
