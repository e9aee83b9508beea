import { lazy } from "react"
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { formatCountry } from "../../ui/country-name.ts"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { CheckboxField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { findWork } from "../operations/find-work.ts"
import { words } from "./import.words.ts"

/** No boundary around it: the server waits for it, and without scripts it is there. */
const WorkProgress = lazy(() =>
  import("../operations/work-progress.tsx").then((module) => ({ default: module.WorkProgress })),
)

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    const { api, me, newKey } = services
    const file = await api.customers.imports.get({ id: args.params["import"] ?? "" })
    return {
      file,
      invites: file.sendsInvitations
        ? await findWork(services, { name: "customers.invite-imported", subject: file.id })
        : null,
      canInvite: me.permissions.includes("identity.members.write"),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  const id = args.params["import"] ?? ""
  return serveForm(args, async ({ services, key, values }) => {
    const sendsInvitations = values["sendsInvitations"] === "yes"
    await services.withKey(key).customers.imports.confirm({ id, sendsInvitations })
    return redirect(`/admin/customers/import/${id}`)
  })
}

type Row = Awaited<ReturnType<typeof loader>>["file"]["rows"][number]

const tones = { fresh: "good", known: "neutral", wrong: "bad" } as const

export default function ImportPreviewPage() {
  const say = useWords(words)
  const { file, invites, canInvite, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { fresh, known, wrong } = file.counts
  return (
    <Main>
      <PageHeader
        title={say("previewTitle", { file: file.fileName })}
        up={{ to: "/admin/customers/import", label: say("title") }}
      >
        {say("summary", { fresh, known, wrong })}
      </PageHeader>
      {file.state === "confirmed" ? (
        <Banner tone="good">{say("done", { count: file.createdCount })}</Banner>
      ) : null}
      {invites ? <WorkProgress work={invites} label={say("invites")} /> : null}
      {wrong > 0 ? <Banner tone="warn">{say("wrongHelp")}</Banner> : null}
      {file.unknownColumns.length > 0 ? (
        <p className="text-muted text-sm">{say("unknown", { columns: file.unknownColumns.join(", ") })}</p>
      ) : null}
      {file.state === "previewed" && fresh > 0 ? (
        <Card>
          <PageForm intent="confirm" formKey={formKey} answer={answer}>
            {canInvite ? (
              <CheckboxField name="sendsInvitations" label={say("invite")} help={say("inviteHelp")} />
            ) : null}
            <SubmitButton>{say("confirm", { count: fresh })}</SubmitButton>
          </PageForm>
        </Card>
      ) : null}
      <DataTable
        caption={file.fileName}
        page={{ items: file.rows, next: null }}
        rowKey={(row) => String(row.line)}
        empty={say("none")}
        columns={useColumns(file.columns)}
      />
    </Main>
  )
}

type TextOf = (row: Row, index: number) => string

function useColumns(heads: readonly string[]): Column<Row>[] {
  const say = useWords(words)
  const language = useLanguage()
  // A file says "KR"; who checks it reads a name.
  const places = heads.map((head) => ["country", "국가"].includes(head.trim().toLowerCase()))
  const textOf: TextOf = (row, index) => {
    const text = row.cells[index] ?? ""
    return places[index] && /^[a-z]{2}$/i.test(text) ? formatCountry(text.toUpperCase(), language) : text
  }
  const names = heads.map((head) => {
    const key = `head.${head.trim().toLowerCase()}`
    return key in words.en ? say(key as "head.name") : head
  })
  const named = heads.findIndex((head) => ["name", "email"].includes(head.trim().toLowerCase()))
  return [
    { key: "line", label: say("line"), cell: (row) => row.line },
    {
      key: "standing",
      label: say("state"),
      cell: (row) => (
        <span className="space-y-1">
          {row.accountId ? (
            <Link className="text-accent underline" to={`/admin/customers/${row.accountId}`}>
              {row.cells[named] || say("open")}
            </Link>
          ) : (
            <Badge tone={tones[row.standing]}>{say(row.standing)}</Badge>
          )}
          <Problems row={row} cell={-1} />
          <Stacked {...{ row, names, textOf }} />
        </span>
      ),
    },
    ...names.map((name, index) => ({
      key: `${index} ${name}`,
      label: name,
      isWide: true,
      cell: (row: Row) => (
        <span className="block min-w-24 wrap-anywhere">
          {textOf(row, index)}
          <Problems row={row} cell={index} />
        </span>
      ),
    })),
  ]
}

/** On a phone a row's cells stand below each other: there is no room for columns of their own. */
function Stacked({ row, names, textOf }: { row: Row; names: readonly string[]; textOf: TextOf }) {
  return (
    <span className="block space-y-1 pt-1 md:hidden">
      {names.map((name, index) => {
        const text = textOf(row, index)
        const isWrong = row.problems.some((problem) => problem.cell === index)
        if (text === "" && !isWrong) return null
        return (
          <span key={`${index} ${name}`} className="block wrap-anywhere">
            <span className="text-muted">{name}</span> {text}
            <Problems row={row} cell={index} />
          </span>
        )
      })}
    </span>
  )
}

/** Each at its cell. */
function Problems({ row, cell }: { row: Row; cell: number }) {
  const say = useWords(words)
  const found = row.problems.filter((problem) => problem.cell === cell)
  return found.map((problem) => (
    <span key={problem.code} className="text-bad block text-xs font-medium">
      {cell < 0 ? `${say("missingColumn")}: ` : ""}
      {say(`problem.${problem.code}`)}
    </span>
  ))
}

export { PageError as ErrorBoundary }
