import type { ViteDevServer } from "vite"
import type { PageBuild } from "#web/server.ts"
import type { NodeServer } from "./http/node-server.ts"

export interface DevPages {
  loadPages(): Promise<PageBuild>
  /** Lets the bundler see each request first: it serves the modules of the pages. */
  attach(web: NodeServer): Promise<void>
  stop(): Promise<void>
}

/** `npm run dev`: pages come from the bundler and change under the reader's eyes. Loaded only then. */
export function openDevPages(): DevPages {
  let vite: ViteDevServer | undefined
  return {
    loadPages: async () => {
      if (!vite) throw new Error("The bundler isn't attached yet.")
      return (await vite.ssrLoadModule("virtual:react-router/server-build")) as PageBuild
    },
    attach: async (web) => {
      const { createServer } = await import("vite")
      vite = await createServer({
        server: { middlewareMode: true, hmr: { server: web.server } },
        appType: "custom",
        clearScreen: false,
      })
      web.useFirst(vite.middlewares)
    },
    stop: async () => vite?.close(),
  }
}
