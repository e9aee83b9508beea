import { globSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** The packages the program imports when it starts, by the names under which it does. */
export function listPackages(): string[] {
  const files = globSync(["src/{app,kit,modules,sandbox}/**/*.ts", "src/web/server.ts"], {
    cwd: root,
    exclude: ["**/*.test.ts", "**/testing/**", "**/testing.ts"],
  })
  const names = files.flatMap((file) => readImports(readFileSync(`${root}${file}`, "utf8")))
  return [...new Set(names)].sort()
}

/** Types are gone when the program runs, and what is imported in a function is not there at the start. */
function readImports(text: string): string[] {
  return [...text.matchAll(/^(?:import|export) (?!type )[^"']*? from "([^"]+)"$/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => !/^(?:[.#]|node:)/.test(name))
}
