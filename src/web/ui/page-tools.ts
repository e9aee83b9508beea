import { createContext, type ReactNode } from "react"

/** What an area puts beside the title of a page that it knows: saved views beside that of every list of staff. */
export const PageTools = createContext<ReactNode>(null)
