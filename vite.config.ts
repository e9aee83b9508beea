import { reactRouter } from "@react-router/dev/vite"
import tailwindcss from "@tailwindcss/vite"
import { defineConfig } from "vite"
import { compileWords } from "./src/web/vite/compile-words.ts"
import { pageScript } from "./src/web/vite/page-script.ts"

export default defineConfig({
  plugins: [compileWords(), pageScript(), tailwindcss(), reactRouter()],
  build: {
    // Fonts and pictures stay files: the content security policy knows no data: addresses.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  optimizeDeps: {
    // Named here so that the first page of a fresh dev server does not reload half way.
    include: [
      "react",
      "react-dom",
      "react-dom/client",
      "react-router",
      "react-router/dom",
      "intl-messageformat",
    ],
    entries: ["src/web/**/*.page.tsx"],
  },
})
