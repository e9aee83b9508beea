declare module "virtual:page-script" {
  /** Address of the one module that shop pages load. */
  export const pageScript: string
}
