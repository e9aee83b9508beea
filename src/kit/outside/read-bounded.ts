export class TooLarge extends Error {
  override readonly name = "TooLarge"
}

/** Reads a body up to a bound and breaks the stream off beyond it. We ask for no compression, so no bomb unpacks. */
export async function readBounded(
  body: AsyncIterable<Uint8Array> & { destroy?(): void },
  maxBytes: number,
): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > maxBytes) throw new TooLarge(`more than ${maxBytes} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts).toString("utf8")
}
