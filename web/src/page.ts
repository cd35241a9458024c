import type { Reader } from '@dripline/clinical/words'
import type { ReactNode } from 'react'

export type { Role } from '@dripline/clinical'

/** What a page says about itself: where it is, who it is for, how it feels. `for` only hides; the route on the server decides. */
export type PageMeta = {
  readonly path: string
  readonly for: readonly string[] | 'anyone' | 'link'
  readonly mood: 'paper' | 'work'
  /** What the tab says. A page of paper says it in its reader's language: see `name` beside it. */
  readonly title?: string
  /** `bare`: the page brings its own header. */
  readonly frame?: 'bare'
  /** Which line of the menu this page belongs to; see ui/menu.ts. */
  readonly place?: string
  /** What stands here while the page loads. */
  readonly skeleton?: 'table' | 'cards' | 'chart' | 'form'
  /** The dim room may be switched on here. */
  readonly dim?: true
  /** A page that no search engine should keep, though anybody may open it. */
  readonly unlisted?: true
  /** What is typed into its form `asked` goes along when a visitor who was refused takes another language. */
  readonly keeps?: true
  /** A page of paper that is more comfortable with its script: it works without, and the others have none. `explore`: only its drawings are played. */
  readonly script?: true | 'explore'
}

export type PageEntry = {
  readonly page: PageMeta
  readonly file: string
  /** `name` is what the tab says, `summary` what a search engine is told; a page that anybody may open has both. */
  readonly load: () => Promise<{ default: () => ReactNode; name?: (to: Reader) => string; summary?: (to: Reader) => string }>
}

/** Staff pages draw their skeleton on the server and load in the browser; all others are fed by the server. */
export const isStaffPage = (page: PageMeta) => Array.isArray(page.for)
