/** What a page was rendered from, as React Router's own text for the browser: whole. */
export async function readHandoff(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ""
  for await (const piece of stream) text += decoder.decode(piece, { stream: true })
  return text + decoder.decode()
}

/**
 * Into the page, as React Router's `StreamTransfer` writes it piece by piece: the script that its `Scripts` has
 * written waits for it under this name.
 */
export function writeHandoff(html: string, handoff: string, nonce: string): string {
  const end = html.lastIndexOf("</body>")
  const scripts = [`enqueue(${scriptText(handoff)})`, "close()"].map(
    (call) => `<script nonce="${nonce}">window.__reactRouterContext.streamController.${call};</script>`,
  )
  return html.slice(0, end) + scripts.join("") + html.slice(end)
}

/** A string of script that no parser of pages can mistake for an end of it. */
function scriptText(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )
}
