import { useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import { CopyButton } from "../../ui/copy-button.tsx"
import { Code } from "../../ui/texts.tsx"
import type { Host } from "./host.ts"
import { words } from "./words.ts"

/** What has to be set, to be copied letter by letter; on a phone one record below the other. */
export function HostRecords({ host }: { readonly host: Host }) {
  const say = useWords(words)
  const { records, found } = host
  const landing = records.find(({ type }) => type === "CNAME")?.value ?? ""
  return (
    <section aria-label={say("records", { host: host.name })} className="space-y-3">
      <ul className="space-y-3">
        {records.map(({ type, name, value, isFound }) => (
          <li key={type} className="border-line rounded-box border p-3">
            <dl className="grid gap-x-4 gap-y-2 text-sm sm:grid-cols-[6rem_minmax(0,1fr)]">
              <dt className="text-muted">{say("type")}</dt>
              <dd className="flex flex-wrap items-center gap-2">
                {type}
                <Badge tone={isFound ? "good" : "neutral"}>{say(isFound ? "isFound" : "notFound")}</Badge>
              </dd>
              <dt className="text-muted">{say("name")}</dt>
              <Copied text={name} label={say("copy", { what: say("name") })} />
              <dt className="text-muted">{say("value")}</dt>
              <Copied text={value} label={say("copy", { what: say("value") })} />
            </dl>
          </li>
        ))}
      </ul>
      {found.length > 0 ? (
        <p className="text-sm [overflow-wrap:anywhere]">{say("found", { found: found.join(", ") })}</p>
      ) : null}
      <p className="text-muted text-sm">{say("apexHelp", { landing })}</p>
    </section>
  )
}

function Copied({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <dd className="flex min-w-0 flex-wrap items-center gap-1 [overflow-wrap:anywhere]">
      <Code>{text}</Code>
      <CopyButton text={text} label={label} />
    </dd>
  )
}
