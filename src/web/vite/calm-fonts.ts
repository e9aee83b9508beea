import type { Plugin } from "vite"

/**
 * A font that is late is for the next page: nothing that is being read jumps, and on a slow line the page comes before
 * its letters. The package that brings the font swaps it in under the reader's eyes.
 */
export function calmFonts(): Plugin {
  return {
    name: "hostwell-calm-fonts",
    transform: (text, id) =>
      id.split("?")[0]?.endsWith(".css") && text.includes("font-display")
        ? { code: text.replaceAll(/font-display:\s*swap/g, "font-display: optional"), map: null }
        : undefined,
  }
}
