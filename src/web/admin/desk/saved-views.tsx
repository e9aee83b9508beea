import { Form, Link, useLocation } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { Button } from "../../ui/button.tsx"
import { control } from "../../ui/field.tsx"
import { Icon } from "../../ui/icon.tsx"
import { MenuLine, MenuLink, MenuTitle, Popover } from "../../ui/popover.tsx"
import type { ViewList } from "./list-of-path.ts"
import { words } from "./saved-views.words.ts"

const menuId = "saved-views"

/** Beside the title of a list: the views kept of it, and a way to keep the one that is shown. */
export function SavedViews({ list, items }: { list: ViewList; items: ViewsMenuProps["views"] }) {
  const { search } = useLocation()
  return <ViewsMenu list={list} views={items} shown={search.replace(/^\?/, "")} />
}

export interface ViewsMenuProps {
  readonly list: ViewList
  readonly views: readonly {
    readonly id: string
    readonly name: string
    readonly query: string
    readonly isOwn: boolean
  }[]
  /** What the list is asked for just now. */
  readonly shown: string
}

export function ViewsMenu({ list, views, shown }: ViewsMenuProps) {
  const say = useWords(words)
  return (
    <>
      <Button type="button" look="secondary" icon="bookmark" popoverTarget={menuId}>
        {say("views")}
      </Button>
      <Popover id={menuId} label={say("views")} side="end" className="w-72">
        {views.length === 0 ? <p className="text-muted px-2.5 py-1.5">{say("none")}</p> : null}
        {views.map(({ id, name, query, isOwn }) => (
          <MenuLink
            key={id}
            to={`/admin/${list}?${query}`}
            icon={isOwn ? "bookmark" : "team"}
            isCurrent={query === shown}
          >
            {name}
          </MenuLink>
        ))}
        <MenuLine />
        <MenuTitle>{say("save")}</MenuTitle>
        <Form method="post" action="/admin/views" className="space-y-2 px-2.5 pb-1">
          <input type="hidden" name="intent" value="save" />
          <input type="hidden" name="list" value={list} />
          <input type="hidden" name="query" value={shown} />
          <input
            name="name"
            aria-label={say("name")}
            placeholder={say("name")}
            required
            maxLength={60}
            className={control}
          />
          <label className="flex items-center gap-2">
            <input type="checkbox" name="isShared" value="yes" className="accent-accent size-4.5" />
            {say("share")}
          </label>
          <Button size="small">{say("save")}</Button>
        </Form>
        <MenuLine />
        <Link
          to="/admin/views"
          className="text-muted hover:text-ink flex items-center gap-2.5 px-2.5 py-1.5 no-underline"
        >
          <Icon name="settings" />
          {say("edit")}
        </Link>
      </Popover>
    </>
  )
}
