import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { TextField } from "../../ui/field.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => ({
    rules: (await api.privacy.retention.list()).items,
    canWrite: me.permissions.includes("privacy.retention.write"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const [, id = ""] = intent.split(":")
    const keep = (values["keep"] ?? "").trim().toUpperCase()
    await services.withKey(`${key}:${intent}`).privacy.retention.change({ id, keep })
    return redirect("/admin/privacy/retention")
  })
}

type Rule = Awaited<ReturnType<typeof loader>>["rules"][number]

export default function RetentionPage() {
  const say = useWords(words)
  const { rules, canWrite, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("retentionTitle")} up={{ to: "/admin/privacy", label: say("title") }}>
        {say("retentionLead")}
      </PageHeader>
      <DataTable
        caption={say("retentionTitle")}
        page={{ items: rules, next: null }}
        rowKey={(rule) => rule.id}
        empty={say("never")}
        columns={[
          { key: "what", label: say("what"), cell: (rule) => rule.what },
          { key: "keep", label: say("keep"), cell: (rule) => <Period text={rule.keep} /> },
          { key: "basis", label: say("basis"), cell: (rule) => <Basis rule={rule} />, isWide: true },
          { key: "last", label: say("last"), cell: (rule) => <LastRun rule={rule} />, isWide: true },
          {
            key: "change",
            label: say("change"),
            cell: (rule) => (canWrite ? <Change {...{ rule, formKey, answer }} /> : "–"),
          },
        ]}
      />
    </Main>
  )
}

/** "P6M" in words; a rule has one unit only. */
function usePeriod() {
  const say = useWords(words)
  return (text: string) => {
    const [, count = "", unit = ""] = /^PT?(\d+)([YMDH])$/.exec(text) ?? []
    const key = `unit.${unit}`
    return key in words.en ? say(key as "unit.Y", { count: Number(count) }) : text
  }
}

function Period({ text }: { text: string }) {
  const sayPeriod = usePeriod()
  return <span className="whitespace-nowrap">{sayPeriod(text)}</span>
}

function Basis({ rule }: { rule: Rule }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <>
      {rule.basis}
      <br />
      <span className="text-muted">
        {rule.country === "*" ? "" : `${rule.country}, `}
        {say("since", { from: formatDay(rule.from, language) })}
      </span>
    </>
  )
}

function LastRun({ rule }: { rule: Rule }) {
  const say = useWords(words)
  if (!rule.isSwept) return <span className="text-muted">{say("locked")}</span>
  if (rule.run === null) return say("never")
  const { at, rows, total, isUnfinished } = rule.run
  return (
    <>
      <Moment at={at} />
      <br />
      <span className="text-muted">
        {say("rows", { rows, total })}
        {isUnfinished ? `, ${say("unfinished")}` : ""}
      </span>
    </>
  )
}

function Change({ rule, formKey, answer }: { rule: Rule; formKey: string; answer: FormAnswer | undefined }) {
  const say = useWords(words)
  const sayPeriod = usePeriod()
  // Where the law leaves no choice there is nothing to press.
  if (rule.atLeast === rule.atMost) return "–"
  const bounds = {
    atLeast: sayPeriod(rule.atLeast),
    atMost: sayPeriod(rule.atMost),
    usual: sayPeriod(rule.usual),
  }
  return (
    <ConfirmDialog
      label={say("change")}
      title={rule.what}
      consequence={<p>{say("changeWhat", bounds)}</p>}
      intent={`change:${rule.id}`}
      {...{ formKey, answer }}
    >
      <TextField
        name="keep"
        label={say("period")}
        help={say("periodHelp")}
        defaultValue={rule.keep}
        required
      />
    </ConfirmDialog>
  )
}

export { PageError as ErrorBoundary }
