import { dateOf, mondayOf, Problem } from '@dripline/clinical'
import { statementsOn } from '@dripline/clinical/article'
import type { Reader } from '@dripline/clinical/words'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { clinicSettings } from '../clinic/store.ts'
import type { Known } from './known-form.ts'
import { isAsking, publicArticle } from './public-article.ts'
import { countAnswer } from './store-counts.ts'

/** Counts what one reader called true or false, with everybody's of that week: nothing is kept of who it was. */
export function countAnswers(ctx: Ctx, to: Reader, { slug, phase, answers }: Known & { slug: string }) {
  return inOneStep(ctx, 'count-answers', async (tx) => {
    const { zone } = await clinicSettings(tx)
    const day = dateOf(ctx.now().toISOString(), zone)
    const article = await publicArticle(tx, slug, to, zone)
    if (article?.kind !== 'published' || !article.blocks.some(isAsking)) throw new Problem('not-found', { slug })

    const counted = { slug, language: to.locale, articleVersion: article.version, phase, week: mondayOf(day) }
    // In one order for everybody, so that no two readers wait for each other.
    const said = statementsOn(to, day).flatMap(({ id, version }) => {
      const answer = answers[id]
      return answer ? [{ ...counted, statement: id, statementVersion: version, answer }] : []
    })
    for (const each of said) await countAnswer(tx, each)
    return { counted: said.length }
  })
}
