import { useRouterState } from '@tanstack/react-router'
import { memo, useRef, useState } from 'react'
import { holds, usePageData } from '../../data/page-data.ts'
import { Notice, Page, saySpan } from '../../ui/index.tsx'
import { labelOf } from './lab/curves.ts'
import { CurvesCard, inkOf } from './lab/curves-card.tsx'
import type { Draft } from './lab/draft.ts'
import { Inputs } from './lab/inputs.tsx'
import styles from './lab/lab.module.css'
import { ReadingCard } from './lab/reading-card.tsx'
import { mostApart } from './lab/spread.ts'
import { SpreadCard } from './lab/spread-card.tsx'
import { FileFaults, TakeCard } from './lab/take-card.tsx'
import { TrialCard } from './lab/trial-card.tsx'
import { startFrom, useDrawn, useLab } from './lab/use-lab.ts'

export const page = {
  path: '/lab',
  for: ['prescriber', 'owner'],
  mood: 'work',
  title: 'Lab',
  place: 'Lab',
  skeleton: 'chart',
} as const

const lead = 'Model estimates for research and teaching. Nothing here is medical advice; no record is read or saved.'

/** Models and regimens side by side, published trials held again, and files that let anybody repeat it. */
export default function Lab() {
  const { user } = usePageData().frame
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const [start] = useState(() => startFrom(search))
  if (!holds(user, ...page.for))
    return (
      <Page title="The lab is for prescribers and owners" lead="Nothing was changed.">
        <p>Ask the owner of the clinic if you need it.</p>
      </Page>
    )
  return <Bench {...start} />
}

function Bench(start: ReturnType<typeof startFrom>) {
  const { draft, faults, good, address, change, ...taken } = useLab(start.draft)
  const drawn = useDrawn(good)
  const picture = useRef<HTMLDivElement>(null)
  const fields = { draft, faults, change }
  const isBehind = faults.length > 0
  const when = good ? `${saySpan(good.lab.compareAfterEndMin)} after the last dose` : ''
  return (
    <Page title={good ? titleOf(good.draft, when, mostApart(drawn.compared)) : 'The lab'} lead={lead}>
      {start.faults.length > 0 && (
        <FileFaults title="This link could not be read." faults={start.faults}>
          The lab shows its starting values.
        </FileFaults>
      )}
      {start.warnings.map((warning) => (
        <Notice key={warning} status="caution" title={`${warning}.`} />
      ))}
      <div className={styles.bench}>
        <Inputs {...fields} {...taken} />
        <CurvesCard {...fields} {...{ good, drawn, picture }} />
        {good && (
          <div className={styles.beside}>
            <SpreadCard
              compared={drawn.compared}
              isOld={drawn.isCompareOld || isBehind}
              when={when}
              ink={inkOf(good.draft)}
              labelOf={labelOf(good.draft)}
            />
            <ReadingCard
              curves={drawn.fans.length > 0 ? drawn.fans : drawn.lines}
              notes={good.lab.warnings.map(({ message }) => message)}
              models={good.draft.models}
            />
          </div>
        )}
        <div className={styles.more}>
          <StillTrialCard />
          {good && <TakeCard {...{ good, drawn, address, picture, isBehind }} {...taken} />}
        </div>
      </div>
    </Page>
  )
}

const StillTrialCard = memo(TrialCard)

const counts = ['No', 'One', 'Two', 'Three', 'Four']

function titleOf({ models }: Draft, when: string, times: string | null): string {
  const count = counts[models.length] ?? models.length
  if (models.length < 2 || times === null) return `${count} ${models.length === 1 ? 'model' : 'models'}, ${when}`
  return `${count} models lie up to ${times} times apart, ${when}`
}
