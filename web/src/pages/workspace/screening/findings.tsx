import { dateOf, type Finding, needsAcknowledgement, type ReadValue, sayStaff, standsInTheWay } from '@dripline/clinical'
import { Fragment, type ReactNode } from 'react'
import { usePageData } from '../../../data/page-data.ts'
import type { ScreeningData } from '../../../data/screening.ts'
import { Card, type Status, StatusMark, TextField, Tick, Time } from '../../../ui/index.tsx'
import styles from './findings.module.css'

const marks: Record<Finding['level'], { status: Status; word?: string }> = {
  exclude: { status: 'exclude' },
  defer: { status: 'defer' },
  unknown: { status: 'caution', word: 'Unknown' },
  caution: { status: 'caution' },
  inform: { status: 'inform' },
  clear: { status: 'clear' },
}

export const FindingMark = ({ level }: Pick<Finding, 'level'>) => <StatusMark {...marks[level]} />

type Answers = ScreeningData['answers']
type FindingsProps = { findings: readonly Finding[]; answers: Answers; act: (finding: Finding) => ReactNode }

/** What was found, worst first: why it is here, what was read with its date and source, and what would clear it. */
export const Findings = ({ findings, answers, act }: FindingsProps) => (
  <Card flush>
    <div className={styles.head} aria-hidden="true">
      <span>Finding</span>
      <span>Why it is here</span>
      <span>What was read</span>
      <span>What clears it</span>
    </div>
    <ul className="list">
      {findings.map((finding) => (
        <li key={finding.rule} className={styles.row} id={`field-${finding.rule}`} tabIndex={-1}>
          <FindingMark level={finding.level} />
          <div>
            <b>{sayStaff(finding.reason)}</b>
            <p>{finding.title}</p>
          </div>
          <WhatWasRead finding={finding} answers={answers} />
          <div className={styles.clears}>
            <p>{sayStaff(finding.clearsWhen)}</p>
            {act(finding)}
          </div>
        </li>
      ))}
    </ul>
  </Card>
)

/** What was read, one sentence for each day on which it was true, newest first. */
export const Values = ({ values, answers }: { values: readonly ReadValue[]; answers: Answers }) => {
  const { zone } = usePageData().frame.clinic
  const days = Map.groupBy(
    [...values].sort((a, b) => b.at.localeCompare(a.at)),
    ({ at }) => dateOf(at, zone),
  )
  return [...days].map(([day, read]) => (
    <p key={day}>
      {read.map(({ key, name, text }, i) => (
        <Fragment key={key}>
          {i > 0 && ' · '}
          {name} <b>{text}</b>
        </Fragment>
      ))}
      {', '}
      <Time at={read[0]?.at ?? day} form="full day" />
      {sourceOf(read, answers)}
    </p>
  ))
}

const sources: Readonly<Record<string, string>> = {
  call: 'free call',
  form: 'interview',
  'check-in': 'check-in',
  'follow-up': 'follow-up',
}

/** Where these answers are from and who wrote them down, while they are still the newest. */
const sourceOf = (read: readonly ReadValue[], answers: Answers): string => {
  const from = read.flatMap(
    ({ key, at }) => answers.find((each) => each.key === key && Date.parse(each.measuredAt) === Date.parse(at)) ?? [],
  )
  const said = new Set(from.map(({ source, enteredByName }) => `${sources[source] ?? source}, ${enteredByName}`))
  return said.size === 0 ? '' : ` · ${[...said].join('; ')}`
}

type WhatWasReadProps = { finding: Finding; answers: Answers }

const WhatWasRead = ({ finding: { values, unknown, source, covers, version }, answers }: WhatWasReadProps) => (
  <div>
    {unknown.map(({ key, name, why }) => (
      <p key={key}>
        {name}: <b>{why}</b>
      </p>
    ))}
    <Values values={values} answers={answers} />
    <small>
      {source} · rule {covers.join(', ')} · version {version.slice(0, 7)}
    </small>
  </div>
)

type AnswerToProps = {
  finding: Finding
  isAcknowledged: boolean
  override: string | undefined
  onAcknowledge: (isSo: boolean) => void
  onOverride: (reason: string | undefined) => void
}

/** Said once, from the finding itself: what is not known is asked, what is known and fixed stays. */
const whyNotOverridden = ({ level, unknown }: Finding) => {
  if (unknown.length > 0) return 'Blocks this until it is answered.'
  return level === 'exclude' ? 'Blocks this; no one can override it.' : 'Blocks this until it is cleared.'
}

/** What a prescriber may do about a finding: clear it elsewhere, put their name to it, or override it with a second signer. */
export function AnswerTo({ finding, isAcknowledged, override, onAcknowledge, onOverride }: AnswerToProps) {
  const { rule, overridable } = finding
  if (needsAcknowledgement(finding))
    return <Tick name={`ack-${rule}`} label="Seen, and weighed" checked={isAcknowledged} onChange={onAcknowledge} />
  if (!standsInTheWay(finding)) return null
  if (!overridable) return <p className={styles.stands}>{whyNotOverridden(finding)}</p>
  return (
    <>
      <Tick
        name={`override-${rule}`}
        label="Override, with a second signer"
        checked={override !== undefined}
        onChange={(isSo) => onOverride(isSo ? '' : undefined)}
      />
      {override !== undefined && (
        <TextField name={`reason-${rule}`} label="Why it is right here" lines={2} value={override} onChange={onOverride} />
      )}
    </>
  )
}
