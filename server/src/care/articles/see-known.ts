import { statements } from '@dripline/clinical'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { policiesOf } from '../../platform/policies.ts'
import { showsNobody } from '../../platform/shown.ts'
import { type Phase, phases } from './known-form.ts'
import { countsByStatement } from './store-counts.ts'

type Counts = Awaited<ReturnType<typeof countsByStatement>>
/** Of everybody who answered: how many were right, how many wrong, how many not sure. */
export type Total = { answered: number; right: number; wrong: number; notSure: number }

const totalOf = (counts: Counts, isTrue: boolean): Total => {
  const of = (wanted: Counts[number]['answer']) =>
    counts.filter(({ answer }) => answer === wanted).reduce((sum, { answered }) => sum + answered, 0)
  const [yes, no, notSure] = [of('true'), of('false'), of('not sure')]
  return { answered: yes + no + notSure, right: isTrue ? yes : no, wrong: isTrue ? no : yes, notSure }
}

/** What readers of each article knew before it and after it, as totals; null for a statement that too few have answered to show. */
export function seeKnown(ctx: Ctx) {
  return inClinic(ctx, 'see-known', async (tx) => {
    const { readers } = await policiesOf(tx, ctx.now())
    const counts = await countsByStatement(tx)
    const slugs = [...new Set(counts.map(({ slug }) => slug))]
    const shown = (slug: string, id: string, version: string, isTrue: boolean, phase: Phase) => {
      const own = counts.filter(
        (each) => each.slug === slug && each.statement === id && each.statementVersion === version && each.phase === phase,
      )
      const total = totalOf(own, isTrue)
      return total.answered < readers.leastReaders ? null : total
    }
    return showsNobody({
      least: readers.leastReaders,
      articles: slugs.map((slug) => ({
        slug,
        statements: statements.map(({ id, version, text, isTrue }) => {
          const [before = null, after = null] = phases.map((phase) => shown(slug, id, version, isTrue, phase))
          return { id, text, isTrue, before, after }
        }),
      })),
    })
  })
}
