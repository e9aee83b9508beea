import letters from "pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css?url"

export const looks = ["reader", "light", "dark"] as const
export type Look = (typeof looks)[number]

/**
 * Somebody's html as a document of its own, to be framed: nothing in it runs, sends or leads anywhere, and the policy
 * says so a second time besides the frame's own sandbox. By day or by night as asked for.
 */
export function mailDocument(html: string, look: Look): Response {
  return new Response(withLetters(inLook(html, look)), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; img-src 'self' https: data:; style-src 'unsafe-inline' 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
      "x-frame-options": "SAMEORIGIN",
      "cache-control": "no-store",
    },
  })
}

/**
 * The letters of our own pages stand in where the machine has none for a language, as one without Korean: a mail names
 * what its reader's machine has, and only behind all of that, before the last resort, ours.
 */
function withLetters(html: string): string {
  const sheet = `<link rel="stylesheet" href="${letters}">`
  const isWhole = html.includes("</head>")
  return (isWhole ? html.replace("</head>", () => `${sheet}</head>`) : `${sheet}${html}`).replaceAll(
    /(font(?:-family)?:[^;"<>}]*?),\s*(sans-serif|monospace)/g,
    "$1,Pretendard Variable,$2",
  )
}

/** A mail says only that it can do both; which one is the reader's choice, and here it is made for it. */
function inLook(html: string, look: Look): string {
  if (look === "reader") return html
  return html
    .replaceAll('content="light dark"', `content="${look}"`)
    .replaceAll("color-scheme: light dark", `color-scheme: ${look}`)
}

/** Plain words as a document: the text part of a mail, or what is wrong with it. */
export function plainDocument(text: string, look: Look): Response {
  return mailDocument(
    `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><style>:root { color-scheme: light dark } body { margin: 0; padding: 16px; font: 14px/1.6 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }</style><body>${escapeHtml(text)}</body>`,
    look,
  )
}

/** As a mail program heads it: what is seen before the mail is opened. */
export function withHead(html: string, head: readonly string[]): string {
  const lines = head.map(escapeHtml).join("<br>")
  const strip = `<div style="margin:-24px -16px 24px;padding:12px 16px;border-bottom:1px solid #8c8c8c;font:13px/1.5 system-ui,sans-serif">${lines}</div>`
  return html.replace(/<body[^>]*>/, (body) => `${body}${strip}`)
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}

export function readLook(text: string | null | undefined): Look {
  return looks.find((look) => look === text) ?? "reader"
}
