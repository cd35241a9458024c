import { type RefObject, useMemo } from 'react'
import { ModelFans } from '../../../charts/model-fans.tsx'
import { Button, Card, Notice, PressKeys } from '../../../ui/index.tsx'
import { CompareAt } from './compare-at.tsx'
import { captionOf, curvesOf, panelsOf, twinOf } from './curves.ts'
import type { Draft, View } from './draft.ts'
import styles from './lab.module.css'
import type { FieldsProps } from './parts.tsx'
import { SiteFields } from './subject-card.tsx'
import type { Drawn, Good } from './use-lab.ts'

type CurvesCardProps = FieldsProps & {
  good: Good | null
  drawn: Drawn
  /** Where the picture stands on the page, for whoever takes it away. */
  picture: RefObject<HTMLDivElement | null>
}

const views: readonly { value: View; label: string }[] = [
  { value: 'plasma', label: 'Plasma' },
  { value: 'effect site', label: 'Effect site' },
]

export const inkOf = ({ view }: Draft) => (view === 'plasma' ? 'var(--dl-ink-plasma)' : 'var(--dl-ink-effect)')

const Again = ({ onClick }: { onClick: () => void }) => (
  <Button kind="second" onClick={onClick}>
    Start it again
  </Button>
)

/** Every model under every regimen, with the time at which they are compared. */
export function CurvesCard({ draft, faults, change, good, drawn, picture }: CurvesCardProps) {
  const { lines, fans } = drawn
  const curves = useMemo(() => (good ? curvesOf({ lines, fans }, good) : []), [lines, fans, good])
  const twin = useMemo(() => twinOf(curves, good?.draft.view ?? 'plasma'), [curves, good])
  const hours = Math.max(1, ...curves.map(({ points }) => points.at(-1)?.at ?? 0))
  const isBehind = faults.length > 0
  return (
    <Card
      title={draft.view === 'plasma' ? 'In plasma' : 'At the effect site'}
      note="ng/mL over hours"
      aside={<PressKeys label="What is shown" isLabelHeard keys={views} value={draft.view} onPick={(view) => change({ view })} />}
    >
      {draft.view === 'effect site' && <SiteFields {...{ draft, faults, change }} />}
      <div className={styles.news}>
        {isBehind && (
          <Notice status="caution" title={`${faults.length} ${faults.length === 1 ? 'field is' : 'fields are'} not right yet.`}>
            <p>These curves are of the last inputs that could be read. What you typed is still here.</p>
          </Notice>
        )}
        {drawn.fault && (
          <Notice status="defer" title="The curves could not be drawn." aside={<Again onClick={drawn.again} />}>
            <p>{drawn.fault} What you typed is still here.</p>
          </Notice>
        )}
        {drawn.isLate && (
          <Notice status="caution" title="The engine has said nothing for 10 s." aside={<Again onClick={drawn.again} />}>
            <p>So many people take long, or the browser has ended the worker. What you typed is still here.</p>
          </Notice>
        )}
      </div>
      {good && curves.length > 0 ? (
        <div className={isBehind ? styles.old : undefined}>
          <CompareAt minutes={good.lab.compareAfterEndMin} onChange={(after) => change({ after })} />
          <div ref={picture}>
            <ModelFans
              label={`Simulated concentration, ${good.draft.view}, by model and regimen, with bands`}
              rows={panelsOf(curves, drawn, good)}
              hours={hours}
              ink={inkOf(good.draft)}
              caption={
                <>
                  <b>Model estimate.</b> {captionOf(good)}
                </>
              }
              twin={twin}
            />
          </div>
        </div>
      ) : (
        <p className={styles.waiting} role="status">
          {isBehind ? 'The curves are drawn once the fields can be read.' : 'Drawing the curves…'}
        </p>
      )}
    </Card>
  )
}
