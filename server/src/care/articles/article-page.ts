import { type Claim, dateOf, sayPhone } from '@dripline/clinical'
import {
  type AskedStatement,
  type Block,
  claimOn,
  drawArticle,
  minutesToRead,
  type Settings,
  statementsOn,
} from '@dripline/clinical/article'
import type { Reader } from '@dripline/clinical/words'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { showsNobody } from '../../platform/shown.ts'
import { type Price, pricesOf } from '../clinic/prices.ts'
import { linesOn } from '../clinic/service-line.ts'
import { clinicSettings } from '../clinic/store.ts'
import type { Phase } from './known-form.ts'
import { type Head, isAsking, publicArticle } from './public-article.ts'
import { shelfIn } from './shelf.ts'
import { allArticles } from './store.ts'

type Clinic = Awaited<ReturnType<typeof clinicSettings>>

/** What an article may say of the clinic. */
export const settingsOf = ({ name, phone, afterHoursPhone, address }: Clinic): Settings => ({
  'clinic.name': name,
  ...(phone && { 'clinic.phone': sayPhone(phone) }),
  ...(afterHoursPhone && { 'clinic.afterHours': sayPhone(afterHoursPhone) }),
  ...(address && { 'clinic.address': address }),
})

const pageOf = (head: Head, blocks: readonly Block[], to: Reader, { day, clinic }: { day: string; clinic: Clinic }) => {
  const drawn = drawArticle(blocks, { reader: to, day, settings: settingsOf(clinic) })
  const ids = [...new Set(drawn.flatMap(({ sources }) => sources))]
  const sources = ids.flatMap((id): Pick<Claim, 'id' | 'title' | 'source'>[] => {
    const claim = claimOn(id, { reader: to, day })
    return claim ? [{ id, title: claim.title, source: claim.source }] : []
  })
  const { slug, title, summary, authors, reviewer, reviewedOn, reviewAgainBy, changedOn } = head
  return {
    slug,
    title,
    summary,
    authors,
    reviewer,
    reviewedOn,
    reviewAgainBy,
    changedOn,
    isPastReview: reviewAgainBy <= day,
    minutes: minutesToRead(drawn),
    blocks: drawn,
    sources,
  }
}

const today = (ctx: Ctx, zone: string) => dateOf(ctx.now().toISOString(), zone)

const isPricing = (block: Block) => block.kind === 'scene' && block.scene === 'prices'

/** What stands at the address of an article: the article with the statements that it asks about, or why it was taken away. */
export type Seen = {
  article: ReturnType<typeof pageOf> | null
  withdrawn: { on: string; reason: string } | null
  statements: readonly AskedStatement[]
  /** The prices in force, where the article draws them. */
  prices?: Price[]
  /** One for each form of the article, so that a press repeated is one answer. */
  keys: Readonly<Record<Phase | 'guess', string>>
}

/** What stands at this address in a language; null where nothing ever did. */
export function seeArticle(ctx: Ctx, to: Reader, slug: string): Promise<Seen | null> {
  return inClinic(ctx, 'see-article', async (tx) => {
    const clinic = await clinicSettings(tx)
    const day = today(ctx, clinic.zone)
    const found = await publicArticle(tx, slug, to, clinic.zone)
    const keys = { before: ctx.newId(), after: ctx.newId(), guess: ctx.newId() }
    const seen: Seen | null =
      found?.kind === 'published'
        ? {
            article: pageOf(found.head, found.blocks, to, { day, clinic }),
            withdrawn: null,
            statements: found.blocks.some(isAsking) ? statementsOn(to, day) : [],
            ...(found.blocks.some(isPricing) && { prices: pricesOf(await linesOn(ctx, tx, day), day) }),
            keys,
          }
        : found && { article: null, withdrawn: found.withdrawn, statements: [], keys }
    return showsNobody(seen)
  })
}

/** What stands on the shelf in a language: the house's articles in their order, then the clinic's own. */
export function seeShelf(ctx: Ctx, to: Reader) {
  return inClinic(ctx, 'see-shelf', async (tx) => {
    const clinic = await clinicSettings(tx)
    const on = { day: today(ctx, clinic.zone), clinic }
    const own = (await allArticles(tx)).filter(({ language }) => language === to.locale)
    const shelf: ReturnType<typeof lineOf>[] = []
    for (const { slug } of [...shelfIn(to.locale), ...own]) {
      const found = await publicArticle(tx, slug, to, clinic.zone)
      if (found?.kind === 'published') shelf.push(lineOf(pageOf(found.head, found.blocks, to, on)))
    }
    return showsNobody({ shelf })
  })
}

const lineOf = ({ slug, title, summary, minutes, sources, changedOn }: ReturnType<typeof pageOf>) => ({
  slug,
  title,
  summary,
  minutes,
  sources: sources.length,
  changedOn,
})
