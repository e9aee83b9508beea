import { Link } from "react-router"
import type { Block, Span } from "#notices/contract"

/** Blocks drawn as elements: there is no markup in them that a browser could take for its own. */
export function RichText({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className="max-w-prose space-y-3 leading-relaxed break-words">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name but their place
        <OneBlock key={index} block={block} />
      ))}
    </div>
  )
}

function OneBlock({ block }: { block: Block }) {
  if (block.kind === "code") {
    return (
      <pre className="bg-raised rounded-box overflow-x-auto p-3 text-sm">
        <code>{block.text}</code>
      </pre>
    )
  }
  if (block.kind === "heading") {
    return (
      <h2 className="pt-1 font-semibold">
        <Spans spans={block.spans} />
      </h2>
    )
  }
  if (block.kind === "paragraph") {
    return (
      <p className="whitespace-pre-line">
        <Spans spans={block.spans} />
      </p>
    )
  }
  const List = block.isOrdered ? "ol" : "ul"
  return (
    <List className={`space-y-1 ps-5 ${block.isOrdered ? "list-decimal" : "list-disc"}`}>
      {block.items.map((spans, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no name but their place
        <li key={index}>
          <Spans spans={spans} />
        </li>
      ))}
    </List>
  )
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return spans.map((span, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: spans have no name but their place
    <OneSpan key={index} span={span} />
  ))
}

function OneSpan({ span: { text, isBold, isItalic, isCode, href } }: { span: Span }) {
  if (href?.startsWith("/")) {
    return (
      <Link className="text-accent underline" to={href}>
        {text}
      </Link>
    )
  }
  if (href) {
    return (
      <a className="text-accent underline" href={href} rel="noreferrer nofollow">
        {text}
      </a>
    )
  }
  if (isCode) return <code className="bg-raised rounded-small px-1 text-sm">{text}</code>
  if (isBold) return <strong>{text}</strong>
  return isItalic ? <em>{text}</em> : text
}
