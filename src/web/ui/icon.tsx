import sprite from "./icons.svg?url"

/** The drawings of icons.svg, by their names there. A test compares the two. */
export type IconName =
  | "home"
  | "order"
  | "invoice"
  | "service"
  | "customer"
  | "operation"
  | "audit"
  | "staff"
  | "key"
  | "chart"
  | "search"
  | "menu"
  | "down"
  | "up"
  | "next"
  | "sort"
  | "check"
  | "close"
  | "plus"
  | "minus"
  | "filter"
  | "columns"
  | "download"
  | "bookmark"
  | "copy"
  | "eye"
  | "open"
  | "sun"
  | "moon"
  | "screen"
  | "globe"
  | "leave"
  | "info"
  | "warn"
  | "bad"
  | "good"
  | "calendar"
  | "phone"
  | "more"
  | "rise"
  | "fall"
  | "team"
  | "card"
  | "bell"
  | "again"
  | "shop"
  | "lock"
  | "keyboard"
  | "mail"
  | "chat"
  | "tag"
  | "megaphone"
  | "settings"

export interface IconProps {
  readonly name: IconName
  readonly className?: string
}

/** Says nothing by itself: the words stand beside it, or in the label of what it is in. One cached file holds all. */
export function Icon({ name, className = "size-4" }: IconProps) {
  return (
    <svg aria-hidden="true" focusable="false" className={`shrink-0 ${className}`}>
      <use href={`${sprite}#${name}`} />
    </svg>
  )
}
