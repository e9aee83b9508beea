import type { ReactNode } from "react"
import { Link } from "react-router"
import { legalPages } from "#content/contract"
import { sellerIn } from "#tenancy/contract"
import type { Shop } from "../api-context.ts"
import type { PlainKey } from "../i18n/say.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { useRoot } from "../use-root.ts"
import { AddressLines } from "./address-lines.tsx"
import { words } from "./words.ts"

type WordKey = PlainKey<(typeof words)["en"]>

const columns: readonly { title: WordKey; links: readonly { to: string; word: WordKey; isFile?: true }[] }[] =
  [
    {
      title: "products",
      links: [
        { to: "/products", word: "allProducts" },
        { to: "/cart", word: "cart" },
        { to: "/portal", word: "myServices" },
      ],
    },
    {
      title: "help",
      links: [
        { to: "/guides", word: "guides" },
        { to: "/contact", word: "contact" },
        { to: "/api/docs", word: "api", isFile: true },
      ],
    },
    {
      title: "company",
      links: [
        { to: "/about", word: "about" },
        { to: "/news", word: "news" },
      ],
    },
  ]

export function ShopFooter({ shop }: { shop: Shop }) {
  const say = useWords(words)
  return (
    <footer className="border-line bg-canvas mt-auto border-t">
      <div className="mx-auto max-w-6xl space-y-10 px-4 py-12 sm:px-6">
        <div className="grid grid-cols-2 gap-x-6 gap-y-10 text-sm sm:grid-cols-4">
          {columns.map(({ title, links }) => (
            <Column key={title} title={say(title)}>
              {links.map(({ to, word, isFile }) => (
                <li key={to}>
                  {isFile ? (
                    <a className="text-muted hover:text-ink whitespace-nowrap no-underline" href={to}>
                      {say(word)}
                    </a>
                  ) : (
                    <Link
                      className="text-muted hover:text-ink whitespace-nowrap no-underline"
                      to={to}
                      reloadDocument
                    >
                      {say(word)}
                    </Link>
                  )}
                </li>
              ))}
            </Column>
          ))}
          <Column title={say("legal")}>
            {legalPages.map((page) => (
              <li key={page}>
                {/* The law wants the privacy notice to stand out. */}
                <Link
                  className={`hover:text-ink whitespace-nowrap no-underline ${page === "privacy" ? "text-ink font-semibold" : "text-muted"}`}
                  to={`/${page}`}
                >
                  {say(page)}
                </Link>
              </li>
            ))}
          </Column>
        </div>
        <Seller shop={shop} />
      </div>
    </footer>
  )
}

function Column({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-3">
      <h2 className="text-ink font-semibold">{title}</h2>
      <ul className="space-y-2.5">{children}</ul>
    </section>
  )
}

/** Who sells: the law wants it in full on every page of the shop. */
function Seller({ shop }: { shop: Shop }) {
  const say = useWords(words)
  const seller = sellerIn(shop.seller, useLanguage())
  const phone = useRoot()?.shopPhone
  const { representative, registrationNumber, taxId, mailOrderNumber } = seller
  const names = [seller.legalName, representative && say("representative", { name: representative })]
  const numbers = [
    registrationNumber && say("registration", { number: registrationNumber }),
    taxId && taxId !== registrationNumber && say("taxId", { number: taxId }),
    mailOrderNumber && say("mailOrder", { number: mailOrderNumber }),
  ]
  const official = shop.isDemo ? undefined : officialCheck(seller)
  return (
    <section className="border-line text-muted space-y-1.5 border-t pt-8 text-xs leading-relaxed">
      <h2 className="sr-only">{say("seller")}</h2>
      <p className="text-ink text-sm font-medium">
        <Facts facts={names} />
      </p>
      <address className="not-italic">
        <AddressLines lines={seller.addressLines} />
      </address>
      <p>
        <Facts facts={numbers}>
          {official ? (
            <a className="underline" href={official} rel="noreferrer" target="_blank">
              {say("checkSeller")}
            </a>
          ) : null}
        </Facts>
      </p>
      <p className="flex flex-wrap gap-x-4">
        <a className="underline" href={`mailto:${seller.email}`}>
          {seller.email}
        </a>
        {phone ? (
          <a className="whitespace-nowrap underline" href={`tel:${phone.dial}`}>
            {phone.text}
          </a>
        ) : null}
      </p>
    </section>
  )
}

/** Korea's fair trade commission shows who is behind a registration number; shops have to lead there. */
function officialCheck({ country, registrationNumber }: Shop["seller"]): string | undefined {
  const digits = registrationNumber.replace(/\D/g, "")
  if (country !== "KR" || digits.length !== 10) return undefined
  return `https://www.ftc.go.kr/bizCommPop.do?wrkr_no=${digits}`
}

/** What a shop has not told about itself yet leaves no gap; where a line ends, a fact stays in one piece. */
function Facts({ facts, children }: { facts: readonly (string | false | null)[]; children?: ReactNode }) {
  return (
    <span className="flex flex-wrap gap-x-4">
      {facts.filter(Boolean).map((fact, index) => (
        <span key={index}>{fact}</span>
      ))}
      {children}
    </span>
  )
}
