import { eachFile, isTest } from "./syntax.ts"
import type { Rule } from "./tree.ts"

export interface Borders {
  /** The modules in their order: each may import only those before it. */
  readonly modules: readonly string[]
  /** Files of the kit that a browser may load. */
  readonly browserSafeKit: readonly string[]
  /** Packages that a contract, and so a browser, may load. */
  readonly contractPackages: readonly string[]
}

export function borderRules(borders: Borders): Rule[] {
  return [
    doorsRule(),
    moduleOrderRule(borders.modules),
    modulesStayBelowRule(),
    kitRule(),
    sandboxRule(),
    webRule(borders.browserSafeKit),
    browserSafeRule(borders),
  ]
}

/** "src/modules/billing/index.ts" is in "billing"; "src/kit/money.ts" is in none. */
export function moduleOf(path: string | undefined): string | undefined {
  return path?.match(/^src\/modules\/([^/]+)\//)?.[1]
}

function areaOf(path: string): string {
  const module = moduleOf(path)
  if (module) return `src/modules/${module}/`
  return path.match(/^(src\/[^/]+\/|[^/]+\/)/)?.[1] ?? ""
}

const DOORS = ["index.ts", "contract.ts", "tables.ts", "testing.ts"]

function doorsRule(): Rule {
  return eachFile("module-doors", (file, report) => {
    for (const edge of file.edges) {
      const area = areaOf(file.path) // the root's own files (vite.config.ts) have none: they see the whole house
      if (area && edge.specifier.startsWith(".") && edge.target && areaOf(edge.target) !== area) {
        report(edge.line, `${edge.specifier} climbs out of ${area}: go by the #name.`)
      }
      const there = moduleOf(edge.target)
      if (!there || there === moduleOf(file.path)) continue
      const door = edge.target?.slice(`src/modules/${there}/`.length) ?? ""
      if (!DOORS.includes(door)) {
        report(
          edge.line,
          `Leave a module by its front door: import from #${there}, not ${there}'s ${door || "folder"}.`,
        )
      }
      if (door === "tables.ts" && !mayReadTables(file.path)) {
        report(
          edge.line,
          `#${there}/tables is for foreign keys: only a tables.ts imports it. Ask #${there} instead.`,
        )
      }
      if (door === "testing.ts" && !isTest(file.path) && !/^(scenarios|proofs|e2e|bench)\//.test(file.path)) {
        report(edge.line, `#${there}/testing is for tests.`)
      }
    }
  })
}

function mayReadTables(path: string): boolean {
  return (
    path.endsWith("/tables.ts") || isTest(path) || /^(scenarios|proofs|e2e|bench)\/|\.config\.ts$/.test(path)
  )
}

function moduleOrderRule(modules: readonly string[]): Rule {
  return eachFile("module-order", (file, report) => {
    const here = moduleOf(file.path)
    if (!here) return
    if (!modules.includes(here)) report(1, `The module "${here}" has no place in the order of the house yet.`)
    for (const edge of file.edges) {
      const there = moduleOf(edge.target)
      if (!there || there === here || modules.indexOf(there) < modules.indexOf(here)) continue
      report(
        edge.line,
        `${here} comes before ${there}: announce an event and let src/app/reactions.ts answer.`,
      )
    }
  })
}

function modulesStayBelowRule(): Rule {
  return eachFile("modules-below-app", (file, report) => {
    if (!moduleOf(file.path)) return
    for (const edge of file.edges) {
      if (/^src\/(app|web)\//.test(edge.target ?? "")) {
        report(edge.line, "A module knows neither app nor web: they know it.")
      }
      if (edge.target?.startsWith("src/sandbox/") && !isTest(file.path)) {
        report(edge.line, "Only tests meet the sandbox from inside; the program meets it over its address.")
      }
    }
  })
}

function kitRule(): Rule {
  return eachFile("kit-knows-nobody", (file, report) => {
    if (!file.path.startsWith("src/kit/")) return
    for (const edge of file.edges) {
      if (edge.target && !edge.target.startsWith("src/kit/") && edge.target.startsWith("src/")) {
        report(edge.line, `The kit holds no business word: it can't import ${edge.specifier}.`)
      }
    }
  })
}

function sandboxRule(): Rule {
  return eachFile("sandbox-knows-the-kit", (file, report) => {
    if (!file.path.startsWith("src/sandbox/")) return
    for (const edge of file.edges) {
      if (edge.target?.startsWith("src/") && !/^src\/(kit|sandbox)\//.test(edge.target)) {
        report(
          edge.line,
          `A stand-in speaks its provider's wire format, not our code: it can't import ${edge.specifier}.`,
        )
      }
    }
  })
}

function webRule(browserSafeKit: readonly string[]): Rule {
  return eachFile("web-sees-contracts", (file, report) => {
    if (!file.path.startsWith("src/web/") || isTest(file.path)) return
    for (const edge of file.edges) {
      if (edge.typeOnly || !edge.target?.startsWith("src/")) continue
      const allowed =
        edge.target.startsWith("src/web/") ||
        edge.target.endsWith("/contract.ts") ||
        browserSafeKit.includes(edge.target)
      if (!allowed) {
        report(edge.line, `Pages import contracts, types and browser-safe kit files, not ${edge.specifier}.`)
      }
    }
  })
}

/** A module's contract, or a part of it in a file of its own ("member-contract.ts"), held to the same. */
const CONTRACT = /^src\/(modules\/[^/]+|app)\/([a-z-]+-)?contract\.ts$/

/** What a browser loads must be safe all the way down, or a contract drags the server into the page. */
function browserSafeRule(borders: Borders): Rule {
  return eachFile("browser-safe", (file, report) => {
    const isContract = CONTRACT.test(file.path)
    if (!isContract && !borders.browserSafeKit.includes(file.path)) return
    for (const edge of file.edges) {
      if (edge.typeOnly) continue
      const allowed = edge.target
        ? CONTRACT.test(edge.target) || borders.browserSafeKit.includes(edge.target)
        : borders.contractPackages.some(
            (name) => edge.specifier === name || edge.specifier.startsWith(`${name}/`),
          )
      if (!allowed) report(edge.line, `A browser loads this file; ${edge.specifier} is not for browsers.`)
    }
  })
}
