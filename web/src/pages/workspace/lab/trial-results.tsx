import type { TrialResult } from '@dripline/engine'
import { IntervalRows } from '../../../charts/interval-rows.tsx'
import { Line, Lines, StatusShape } from '../../../ui/index.tsx'
import styles from './lab.module.css'
import { fits, groupsOf, published } from './trial.ts'

/** What the virtual trials saw beside the paper, and where the two do not fit. */
export function TrialResults({ result }: { result: TrialResult }) {
  const { seen, replicates, seed, prior } = result
  const misses = seen.filter((each) => !fits(each))
  const about = published.find(({ id }) => id === result.trial)
  return (
    <>
      <h3 className={styles.held}>
        {about?.title}: {seen.length - misses.length} of {seen.length} fit
      </h3>
      <IntervalRows
        label="What virtual trials see, beside what was seen"
        groups={groupsOf(result)}
        ink="var(--dl-ink-relief)"
        isStacked
        twin={{
          caption: 'Virtual trials beside the published one',
          head: ['unit', 'measure', 'virtual trials', '95 of 100 of them', 'seen'],
        }}
        caption={
          <>
            <b>Model estimate.</b> Disc and bar: what such a trial would see on average, and where 95 of 100 trials of this size
            would lie; {replicates} held, seed {seed}, people drawn from {prior}. Ring and thin line under it: what the paper saw,
            with its printed interval or a tolerance set before looking. Not modeled: other treatment, why people leave a trial.
          </>
        }
      />
      <Lines>
        {seen.filter(fits).map(({ observation }) => (
          <Line key={observation.what} mark={<StatusShape status="clear" />} note={`How we know: ${observation.confidence}.`}>
            <b>Fits:</b> {observation.what}
          </Line>
        ))}
        {misses.map(({ observation }) => (
          <Line
            key={observation.what}
            mark={<StatusShape status="caution" />}
            note={`${observation.doesNotFit ?? 'Why is not known'}. How we know: ${observation.confidence}.`}
          >
            <b>Does not fit:</b> {observation.what}
          </Line>
        ))}
      </Lines>
    </>
  )
}
