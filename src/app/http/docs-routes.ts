import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { Hono } from "hono"
import { describeApi } from "../api/openapi.ts"

/** The API's own pages: the document and a reader for it, all served from here, without any inline script. */
export function createDocsRoutes(): Hono {
  let document: Promise<string> | undefined
  const app = new Hono()
  app.get("/openapi.json", async () => {
    document ??= describeApi().then((made) => JSON.stringify(made))
    return new Response(await document, {
      headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
    })
  })
  app.get("/docs", () => page(DOCS_PAGE, "text/html; charset=utf-8"))
  app.get("/docs/start.js", () => page(START_SCRIPT, "text/javascript; charset=utf-8"))
  app.get("/docs/page.css", () => page(PAGE_STYLE, "text/css; charset=utf-8"))
  for (const [name, type] of Object.entries(assets)) {
    app.get(`/docs/${name}`, async () => page(await readFile(join(assetDirectory(), name)), type))
  }
  return app
}

const assets = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
} as const

/** The reader sets styles from its script, which the policy allows; it may load nothing from elsewhere. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ")

const DOCS_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Hostwell API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<link rel="stylesheet" href="/api/docs/page.css">
</head>
<body>
<main id="reference"><p>The reference needs scripts. The document itself is at <a href="/api/openapi.json">/api/openapi.json</a>.</p></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`

const START_SCRIPT = `window.SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
})
`

const PAGE_STYLE = "body { margin: 0 } .swagger-ui .topbar { display: none } main > p { padding: 1rem }\n"

function assetDirectory(): string {
  return dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"))
}

function page(body: string | Buffer, type: string): Response {
  return new Response(typeof body === "string" ? body : new Uint8Array(body), {
    headers: {
      "content-type": type,
      "content-security-policy": DOCS_POLICY,
      "cache-control": "public, max-age=300",
    },
  })
}
