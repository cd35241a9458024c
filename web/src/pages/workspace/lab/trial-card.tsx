import { useState } from 'react'
import { type TrialState, useTrial } from '../../../data/lab.ts'
import { Button, Card, Notice, SelectField } from '../../../ui/index.tsx'
import { figureOf } from './file.ts'
import styles from './lab.module.css'
import { Figure } from './parts.tsx'
import { published, trialCommand, trialFaults } from './trial.ts'
import { TrialResults } from './trial-results.tsx'
import { nameOf } from './words.ts'

const first = { trial: 'sigtermans-2009', replicates: '200', seed: '1' }

/** A published trial, held many times on virtual people, beside what it saw. */
export function TrialCard() {
  const [asked, setAsked] = useState(first)
  const { trial, hold, stop } = useTrial()
  const put = (part: Partial<typeof first>) => setAsked({ ...asked, ...part })
  const [replicates, seed] = [figureOf(asked.replicates), figureOf(asked.seed)]
  const faults = trialFaults({ trial: asked.trial, replicates, seed })
  const about = published.find(({ id }) => id === asked.trial)
  const isRunning = trial.state === 'running'
  return (
    <Card title="Hold a published trial again" note="on virtual people, beside what it saw">
      <div className={styles.hold}>
        <SelectField
          name="trial"
          label="Trial"
          value={asked.trial}
          options={published.map(({ id, title }) => ({ value: id, label: `${nameOf(id)}: ${title}` }))}
          onChange={(id) => put({ trial: id })}
        />
        <Figure
          place="replicates"
          label="times"
          value={asked.replicates}
          faults={faults}
          onChange={(text) => put({ replicates: text })}
        />
        <Figure place="seed" label="seed" value={asked.seed} faults={faults} onChange={(text) => put({ seed: text })} />
        {isRunning ? (
          <Button kind="second" onClick={stop}>
            Stop
          </Button>
        ) : (
          <Button
            disabledReason={faults.length > 0 && ''}
            onClick={() => hold({ trial: asked.trial, replicates: Number(replicates), seed: Number(seed) })}
          >
            Hold it
          </Button>
        )}
      </div>
      {about && (
        <p className={styles.quiet}>
          {about.source.citation}. {about.source.population}; {about.source.confidence}. Stands in: {about.standsIn}.
        </p>
      )}
      <Held trial={trial} />
    </Card>
  )
}

/** How far the trial is, how it ended, and what it saw. */
const Held = ({ trial }: { trial: TrialState }) => (
  <>
    {trial.state === 'running' && (
      <p role="status">
        <progress className={styles.progress} value={trial.done} max={trial.of} aria-label="Trials held" /> {trial.done} of{' '}
        {trial.of} held
      </p>
    )}
    {trial.state === 'stopped' && <p role="status">Stopped. Nothing from that run was saved.</p>}
    {trial.state === 'failed' && (
      <Notice status="defer" title="The trial could not be held.">
        <p>{trial.message}</p>
      </Notice>
    )}
    {trial.state === 'not held' && (
      <p className={styles.quiet}>
        What such a trial would see, and where 95 of 100 of its size would fall, is shown here beside what the paper printed.
      </p>
    )}
    {trial.state === 'held' && <TrialResults result={trial.result} />}
    {trial.state === 'held' && (
      <pre className={styles.command}>
        <code>
          {trialCommand({
            trial: trial.result.trial,
            replicates: String(trial.result.replicates),
            seed: String(trial.result.seed),
          })}
        </code>
      </pre>
    )}
  </>
)
