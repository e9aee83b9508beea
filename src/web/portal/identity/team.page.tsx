import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import type { ApiClient } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { RoleTable } from "./role-fields.tsx"
import { readGrants, readRole } from "./team.ts"
import { words } from "./team.words.ts"
import { InviteForm, OpenInvitations } from "./team-invitations.tsx"
import { TeamMembers } from "./team-members.tsx"
import { HandOver, OwnershipOffer } from "./team-ownership.tsx"

/** As many services as a form can offer at once; who has more gives a role instead. */
const mostServices = 25

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => {
    const [account] = me.accounts
    const may = (permission: string) => me.permissions.includes(permission)
    const canWrite = may("identity.members.write")
    const canSee = account !== undefined && may("identity.members.read")
    return {
      account: account ?? null,
      canWrite,
      canOffer: may("identity.ownership.write"),
      team: canSee ? await api.identity.members.team({ id: account.id }) : null,
      services:
        account && canWrite
          ? (await api.provisioning.services.list({ accountId: account.id, limit: mostServices })).items.map(
              ({ id, hostname }) => ({ id, hostname }),
            )
          : [],
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { identity } = services.withKey(`${key}:${intent}`)
    const [account] = services.me.accounts
    const [act = "", id = ""] = intent.split(":")
    const accountId = account?.id ?? ""
    await acts[act]?.(identity, { id, accountId, values })
    return redirect("/portal/team")
  })
}

interface Wish {
  readonly id: string
  readonly accountId: string
  readonly values: Readonly<Record<string, string>>
}
type Identity = ApiClient["identity"]

const acts: Readonly<Record<string, (identity: Identity, wish: Wish) => Promise<unknown>>> = {
  invite: (identity, { accountId, values }) =>
    identity.invitations.create({
      id: accountId,
      email: values["email"] ?? "",
      role: readRole(values["role"]),
      services: readGrants(values),
    }),
  change: (identity, { id, values }) =>
    identity.members.change({ id, role: readRole(values["role"]), services: readGrants(values) }),
  remove: (identity, { id }) => identity.members.remove({ id }),
  resend: (identity, { id }) => identity.invitations.resend({ id }),
  withdraw: (identity, { id }) => identity.invitations.withdraw({ id }),
  offer: (identity, { accountId, values }) =>
    identity.ownership.offer({ id: accountId, memberId: values["memberId"] ?? "" }),
  "accept-offer": (identity, { id }) => identity.ownership.accept({ id }),
  "withdraw-offer": (identity, { id }) => identity.ownership.withdraw({ id }),
  leave: (identity, { accountId }) => identity.members.leave({ id: accountId }),
}

export default function TeamPage() {
  const say = useWords(words)
  const { account, team, services, canWrite, canOffer, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (!account) {
    return (
      <Main>
        <PageHeader title={say("title")} />
        <EmptyState title={say("noReach")} />
      </Main>
    )
  }
  const shared = { formKey, answer }
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead", { account: account.name })}</PageHeader>
      {team ? (
        <OwnershipOffer {...shared} team={team} accountName={account.name} canOffer={canOffer} />
      ) : null}
      {team ? (
        <TeamMembers {...shared} members={team.members} services={services} canWrite={canWrite} />
      ) : null}
      {team && canWrite ? (
        <>
          <OpenInvitations {...shared} invitations={team.invitations} services={services} />
          {/* Once sent, it is empty for the next one. */}
          <InviteForm
            key={team.invitations.map(({ id }) => id).join()}
            {...shared}
            invitations={team.invitations}
            services={services}
          />
        </>
      ) : null}
      <Card title={say("rolesTitle")}>
        <RoleTable />
      </Card>
      {team && canOffer ? (
        <HandOver {...shared} team={team} accountName={account.name} canOffer={canOffer} />
      ) : null}
      {/* Whoever is alone can only hand it over. */}
      {team?.members.length === 1 ? null : (
        <ConfirmDialog
          look="danger"
          label={say("leave")}
          title={say("leaveTitle", { account: account.name })}
          consequence={say("leaveWhat")}
          intent="leave"
          {...shared}
        />
      )}
    </Main>
  )
}

export { PageError as ErrorBoundary }
