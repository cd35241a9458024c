import type { OutcomeCounts } from '@dripline/clinical'
import { useRouterState } from '@tanstack/react-router'
import { OutcomeInterval } from '../../charts/outcome-interval.tsx'
import { type Period, useOutcomes } from '../../data/outcomes.ts'
import { Card, Columns, Empty, Link, Page, Stack } from '../../ui/index.tsx'
import { ChairUse } from './results/chair-use.tsx'
import { groupsOf } from './results/groups.ts'
import { Missing } from './results/missing.tsx'
import styles from './results/results.module.css'
import { standingIn, Who } from './results/who.tsx'

export const page = {
  path: '/results',
  for: ['owner', 'prescriber'],
  mood: 'work',
  title: 'Results',
  place: 'Results',
  skeleton: 'chart',
} as const

/** How many people responded at four weeks, the missing counted, with who stands behind each figure. */
export default function Results() {
  const asked = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr }))
  const length = asked.get('period')
  const period: Period = length === 'year' || length === 'half' ? length : 'all'
  const page = Math.max(1, Math.trunc(Number(asked.get('page'))) || 1)
  const { table, who, figures, notCounted, chairUse } = useOutcomes({
    period,
    who: standingIn(asked.get('who')),
    page,
  })
  const { total, rows } = table
  if (rows.length === 0 && period === 'all' && !notCounted)
    return (
      <Page title="No one has been treated yet">
        <Empty title="Results begin with the first infusion">
          Everyone who was given an infusion is counted here once day 35 after their course has passed, whether they answered or
          not.
        </Empty>
        {chairUse.length > 0 && <ChairUse use={chairUse} />}
      </Page>
    )
  return (
    <Page
      title={total ? titleOf(total) : 'Too few people to show a result'}
      lead={total ? leadOf(total) : tooFew}
      aside={<Periods period={period} />}
    >
      {notCounted && (
        <p role="status">
          {notCounted.people} people have newer answers or visits that are not in these figures yet, the oldest since{' '}
          {notCounted.since.slice(0, 16).replace('T', ' ')} UTC. They are being counted now; open this page again in a minute.
        </p>
      )}
      <Columns kind="halves">
        <Stack>
          <Card title="Response at four weeks" note="pain down 30 % or more, day 21 to 35; depression: PHQ-9 down 50 %">
            <OutcomeInterval
              groups={groupsOf(rows)}
              caption="Filled: responders over everyone counted; missing counts as no response. Bar: Wilson 95 % interval. Hollow: only those who answered. Counted are people whose day 35 is past and whose baseline can be judged. No comparison group: this is not the drug’s effect."
            />
          </Card>
          {total && <Missing total={total} figures={figures} />}
          {chairUse.length > 0 && <ChairUse use={chairUse} />}
        </Stack>
        {total && <Who who={who} period={period} />}
      </Columns>
    </Page>
  )
}

const periods = [
  ['all', 'All time'],
  ['year', 'Last 12 months'],
  ['half', 'Last 6 months'],
] as const

/** Of when the first infusion was. */
const Periods = ({ period }: { period: Period }) => (
  <nav aria-label="First infusion">
    <ul className={styles.choices}>
      {periods.map(([value, label]) => (
        <li key={value}>
          <Link
            href={value === 'all' ? '/results' : `/results?period=${value}`}
            {...(value === period ? { 'aria-current': 'true' } : {})}
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)

const percent = (share: number) => Math.round(share * 100)

const titleOf = ({ responders, counted }: OutcomeCounts) => `${responders} of ${counted} people responded at four weeks`

const leadOf = ({ ofCounted, treated, notYet }: OutcomeCounts) =>
  [
    ofCounted && `${percent(ofCounted.share)} %, interval ${percent(ofCounted.low)} to ${percent(ofCounted.high)} %`,
    `${treated} treated, ${notYet} not yet past day 35`,
    'groups under 11 people not counted here',
  ]
    .filter(Boolean)
    .join('; ')

const tooFew = 'A group is shown from 11 people on whose day 35 is past. Until then its people are in no figure here.'
