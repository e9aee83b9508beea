import { useRoot } from "../use-root.ts"

/** The title of a page that is one visitor's own: no search engine shows it. */
export function PrivateTitle({ title }: { title: string }) {
  const shop = useRoot()?.shop
  const whole = shop ? `${title} · ${shop.name}` : title
  return (
    <>
      <title>{whole}</title>
      <meta name="description" content={whole} />
      <meta name="robots" content="noindex" />
      <h1 className="shop-title text-3xl sm:text-4xl">{title}</h1>
    </>
  )
}
