import { dateOf } from '@dripline/clinical'
import { type Block, readMarkdown } from '@dripline/clinical/article'
import type { Reader } from '@dripline/clinical/words'
import type { Tx } from '../../platform/context.ts'
import { publicVersion } from './article.ts'
import { shelfIn } from './shelf.ts'
import { articleAt, eventsOf, versionsOf } from './store.ts'

export type Head = {
  slug: string
  title: string
  summary: string
  authors: readonly string[]
  reviewer: string | null
  reviewedOn: string | null
  reviewAgainBy: string
  changedOn: string
}

/** What everybody can read at an address: an article as it is written, in a version, or that it was withdrawn. */
export type PublicArticle =
  | { kind: 'published'; head: Head; blocks: readonly Block[]; version: string }
  | { kind: 'withdrawn'; withdrawn: { on: string; reason: string } }

/** Where an article asks what its reader knows. */
export const isAsking = (block: Block): boolean => block.kind === 'scene' && block.scene.startsWith('known-')

const ownOf = async (tx: Tx, slug: string, to: Reader, zone: string): Promise<PublicArticle | null> => {
  const article = await articleAt(tx, slug, to.locale)
  if (!article) return null
  const events = await eventsOf(tx, [article.id])
  const version = publicVersion(events)
  const last = events.findLast(({ kind }) => kind === 'published' || kind === 'withdrawn')
  if (last?.kind === 'withdrawn')
    return { kind: 'withdrawn', withdrawn: { on: dateOf(last.doneAt.toISOString(), zone), reason: last.reason ?? '' } }
  const published = (await versionsOf(tx, article.id)).find((each) => each.version === version)
  if (!last || !published) return null
  const day = (at: Date) => dateOf(at.toISOString(), zone)
  const reviewer = `${last.doneBy}, ${last.doneAs}`
  return {
    kind: 'published',
    head: {
      slug,
      title: published.title,
      summary: published.summary,
      authors: [published.writtenBy],
      reviewer,
      reviewedOn: day(last.doneAt),
      reviewAgainBy: last.reviewAgainBy ?? day(last.doneAt),
      changedOn: day(published.writtenAt),
    },
    blocks: readMarkdown(published.body).blocks,
    version: `${published.version}`,
  }
}

/** The house's article of that address, or the clinic's own; null where nothing ever stood. */
export async function publicArticle(tx: Tx, slug: string, to: Reader, zone: string): Promise<PublicArticle | null> {
  const ours = shelfIn(to.locale).find((each) => each.slug === slug)
  if (!ours) return ownOf(tx, slug, to, zone)
  return { kind: 'published', head: { slug, ...ours.head }, blocks: ours.blocks, version: ours.version }
}
