import { addDays, claims, dateOf } from '@dripline/clinical'
import { locales } from '@dripline/clinical/words'
import { type Ctx, inClinic, inOneStep, type Tx } from '../../platform/context.ts'
import { type Compose, promiseMessage } from '../../platform/message.ts'
import { showsNobody } from '../../platform/shown.ts'
import { clinicSettings } from '../clinic/store.ts'
import { publicVersion } from './article.ts'
import { shelfIn } from './shelf.ts'
import { allArticles, eventsOf, ownersOf, toldReviews } from './store.ts'

export const REVIEW_LETTER = 'review-due'
const AHEAD_DAYS = 30

type RunsOut = { on: string; what: string }

/** What runs out, with its day: every claim, every article of the house, and the clinic's own that are public. */
const runningOut = async (tx: Tx): Promise<RunsOut[]> => {
  const own = await allArticles(tx)
  const events = await eventsOf(
    tx,
    own.map(({ id }) => id),
  )
  const theirs = own.flatMap(({ id, title }) => {
    const happened = events.filter(({ articleId }) => articleId === id)
    const on = happened.findLast(({ kind }) => kind === 'published')?.reviewAgainBy
    return publicVersion(happened) !== null && on ? [{ on, what: `your article “${title}”` }] : []
  })
  const ours = locales.flatMap((locale) =>
    shelfIn(locale).map(({ head }) => ({ on: head.reviewAgainBy, what: `the article “${head.title}” (${locale})` })),
  )
  return [...claims.map(({ expiresOn, title }) => ({ on: expiresOn, what: `the claim “${title}”` })), ...ours, ...theirs]
}

/** Tells each owner, thirty days before a day on which claims or articles run out, which they are: one letter a day that has any. */
export async function tellReviews(ctx: Ctx): Promise<void> {
  const fresh = await inClinic(ctx, 'find-reviews-due', async (tx) => {
    const { zone } = await clinicSettings(tx)
    const today = dateOf(ctx.now().toISOString(), zone)
    const days = new Set(
      (await runningOut(tx)).map(({ on }) => on).filter((on) => on > today && on <= addDays(today, AHEAD_DAYS)),
    )
    const told = await toldReviews(tx, REVIEW_LETTER)
    const owners = days.size === 0 ? [] : await ownersOf(tx)
    return showsNobody(
      owners.flatMap(({ id }) =>
        [...days].filter((on) => !told.some((each) => each.aboutId === id && each.words === on)).map((on) => ({ id, on })),
      ),
    )
  })
  if (fresh.length === 0) return
  await inOneStep(ctx, 'tell-reviews', async (tx) => {
    // The day is part of its due time: letters of two days are two letters.
    for (const { id, on } of fresh)
      await promiseMessage(ctx, tx, {
        kind: REVIEW_LETTER,
        aboutId: id,
        dueAt: new Date(`${addDays(on, -AHEAD_DAYS)}T00:00:00Z`),
        words: on,
      })
    return { reviews: fresh.length }
  })
}

const reviewDue: Compose = async (tx, ctx, aboutId, { words: on }) => {
  const owner = (await ownersOf(tx)).find(({ id }) => id === aboutId)
  const left = (await runningOut(tx)).filter((each) => each.on === on)
  if (!owner || left.length === 0) return null
  const { name: clinic } = await clinicSettings(tx)
  return {
    to: owner.email,
    subject: `To be reviewed by ${on}`,
    body: `Hello ${owner.name},

On ${on} these run out. A claim then disappears from every page that shows it, and an article says on its face that it is past its date:

${left.map(({ what }) => `- ${what}`).join('\n')}

Your own articles: ${ctx.origin}/write
Claims and articles that come with Dripline are renewed with a new release.

${clinic}
`,
  }
}

/** What this module has to say by letter. */
export const articleLetters: Readonly<Record<string, Compose>> = { [REVIEW_LETTER]: reviewDue }
