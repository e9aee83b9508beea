declare module "virtual:page-script" {
  /** Address of the one module that shop pages load. */
  export const pageScript: string
}

declare module "*.css?url" {
  /** Address of the sheet. */
  const address: string
  export default address
}

declare module "*.svg?url" {
  /** Address of the file. */
  const address: string
  export default address
}

declare module "virtual:letters" {
  /** Addresses of the two files that our own words are set with. */
  export const koreanLetters: string
  export const latinLetters: string
}

declare module "*.css?url" {
  /** Address of the sheet. */
  const address: string
  export default address
}

declare module "*.svg?url" {
  /** Address of the file. */
  const address: string
  export default address
}

declare module "*.woff2?url" {
  /** Address of the file. */
  const address: string
  export default address
}

declare module "*.css?url" {
  /** Address of the style sheet, for a page that names it by itself. */
  const address: string
  export default address
}
