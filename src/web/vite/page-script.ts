import { createHash } from "node:crypto"
import { build } from "esbuild"
import type { Plugin } from "vite"

const name = "virtual:page-script"
const entry = "src/web/page-script/main.ts"

/**
 * Shop pages ship no framework: this builds the one small module they do load, apart from the pages' own
 * bundle, under a name made from its content, so that server and browser builds agree on the address.
 */
export function pageScript(): Plugin {
  let isBuild = false
  return {
    name: "hostwell-page-script",
    configResolved(config) {
      isBuild = config.command === "build"
    },
    resolveId: (source) => (source === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null
      if (!isBuild) return `export const pageScript = "/${entry}"`
      const code = await bundle()
      const fileName = `assets/page-${createHash("sha256").update(code).digest("hex").slice(0, 10)}.js`
      if (this.environment.name === "client") this.emitFile({ type: "asset", fileName, source: code })
      return `export const pageScript = "/${fileName}"`
    },
  }
}

async function bundle(): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  })
  return result.outputFiles[0]?.text ?? ""
}
