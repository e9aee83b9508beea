/**
 * The names of the values that a message asks for: `"left" | "day"` of
 * `"{left, plural, =0 {The last day} other {# days}} until {day}"`. Read from one brace to the next: a message holds
 * placeholders, a plural or select holds branches, and a branch is a message again. What a branch says is no name.
 */
export type Placeholder<Message extends string> = Message extends `${string}{${string}`
  ? InMessage<Message>
  : never

type InMessage<Text extends string, Found = never> = Text extends `${infer Before}{${infer Rest}`
  ? Before extends `${infer _End}}${infer After}`
    ? InBranches<`${After}{${Rest}`, Found>
    : AtPlaceholder<Rest, Found>
  : Text extends `${infer _End}}${infer After}`
    ? InBranches<After, Found>
    : Found

/** Just behind its opening brace: "day}…" or "left, plural, …". */
type AtPlaceholder<Text extends string, Found> = Text extends `${infer Head}}${infer After}`
  ? Head extends `${infer Name},${infer _Kind}`
    ? Text extends `${Name},${infer Branches}`
      ? InBranches<Branches, Found | Name>
      : never
    : InMessage<After, Found | Head>
  : never

type InBranches<Text extends string, Found> = Text extends `${infer Before}{${infer Rest}`
  ? Before extends `${infer _End}}${infer After}`
    ? InMessage<`${After}{${Rest}`, Found>
    : InMessage<Rest, Found>
  : Text extends `${infer _End}}${infer After}`
    ? InMessage<After, Found>
    : Found
