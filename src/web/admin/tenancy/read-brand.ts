import { readTheme } from "./brand-form.tsx"

/** What the form of a brand says. */
export function readBrand(values: Readonly<Record<string, string>>) {
  return {
    theme: values["ownColours"] ? readTheme(values) : null,
    senderName: values["senderName"]?.trim() || null,
    senderAddress: values["senderAddress"]?.trim() || null,
  }
}

/** The chosen file in base64; empty when there is none, which the API refuses in its own words. */
export async function readPicture(request: Request): Promise<string> {
  if (!request.headers.get("content-type")?.startsWith("multipart/")) return ""
  const file = (await request.formData()).get("picture")
  if (!(file instanceof File)) return ""
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
}
