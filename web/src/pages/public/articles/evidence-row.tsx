import type { Certainty, Claim, Design, Estimate, EstimateUnit, Measured } from '@dripline/clinical'
import { dateWords, figures, type Reader } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/evidence'
import { rich, useReader } from '../../../data/reader.ts'
import styles from './evidence.module.css'

/** What happened here, by indication: shares of 1, everyone missing counted as no; null where too few were treated. */
export type Own = {
  indication: 'pain' | 'depression'
  result: null | { responders: number; counted: number; missing: number; share: number; low: number; high: number }
  least: number
}
/** Which claims a prescriber of this clinic has approved as they stand, by whom and on which day. */
export type Approved = { id: string; by: string; on: string }

const designs: Record<Design, (to: Reader) => string> = {
  'controlled trial': words.controlledTrial,
  'pooled trials': words.pooledTrials,
  'open trial': words.openTrial,
  'pooled before and after': words.pooledBeforeAndAfter,
  'clinic records': words.clinicRecords,
  'small series': words.smallSeries,
  laboratory: words.laboratory,
  'model estimate': words.modelEstimate,
  illustration: words.illustration,
  'official status': words.officialStatus,
}
const certainties: Record<Certainty, (to: Reader) => string> = {
  high: words.high,
  moderate: words.moderate,
  low: words.low,
  'very low': words.veryLow,
  'not graded': words.notGraded,
}
const units: Record<EstimateUnit, (to: Reader, said: { value: string }) => string> = {
  'of 100': words.ofHundred,
  'points of 10': words.ofTen,
  'points of 100': words.pointsOfHundred,
  times: words.times,
  days: words.days,
  people: words.peopleOf,
}

type RowProps = { claim: Claim; own: readonly Own[]; approved: Approved | undefined }

/** One claim with its population, comparator, time, people, design, interval, certainty, source, reader and dates; beside it what happened here. */
export function EvidenceRow({ claim, own, approved }: RowProps) {
  const to = useReader()
  const { id, title, text, population, comparator, time, people, estimates, about } = claim
  const here = about === 'pain' || about === 'depression' ? own.find(({ indication }) => indication === about) : undefined
  return (
    <article className={styles.row} id={id}>
      <div>
        <h3>{title}</h3>
        <p>{text}</p>
        <p className={styles.small}>
          {population}
          {people !== null && ` · ${words.people(to, { count: people })}`} · {words.against(to, { what: comparator })} ·{' '}
          {words.when(to, { time })}
        </p>
      </div>
      <ul className={styles.found} aria-label={words.found(to)}>
        {estimates.map((estimate) => (
          <EstimateLine key={estimate.what} estimate={estimate} />
        ))}
      </ul>
      <div className={styles.here}>
        <p className={styles.small}>{words.here(to)}</p>
        <Here own={here} />
      </div>
      <Origin claim={claim} approved={approved} />
    </article>
  )
}

const saidOf = (to: Reader, { value, range, give }: Measured, unit: EstimateUnit): string => {
  const figure = (number: number) => figures(to.locale, number).replace('-', '−')
  const said = units[unit](to, { value: figure(value) })
  if (range) return `${said} ${words.sure(to, { low: figure(range[0]), high: figure(range[1]) })}`
  return give === undefined ? said : `${said} ${words.give(to, { give: figure(give) })}`
}

function EstimateLine({ estimate }: { estimate: Estimate }) {
  const to = useReader()
  const { what, unit, against } = estimate
  return (
    <li>
      <span>{what}</span>
      <b>{saidOf(to, estimate, unit)}</b>
      {against && (
        <span>
          {against.what} {saidOf(to, against, unit)}
        </span>
      )}
      {unit === 'of 100' && <Dots estimate={estimate} />}
    </li>
  )
}

const span = ({ value, range, give }: Measured): readonly [number, number] | null =>
  range ?? (give === undefined ? null : [value - give, value + give])

/** The same on a scale of a hundred people: the drug a disc, the comparison a ring, each with its interval. */
function Dots({ estimate }: { estimate: Estimate }) {
  const lines = [estimate, ...(estimate.against ? [estimate.against] : [])]
  const x = (of100: number) => 8 + of100 * 2.24
  return (
    <svg viewBox={`0 0 240 ${12 + lines.length * 16}`} className={styles.dots} aria-hidden="true">
      {[0, 25, 50, 75, 100].map((tick) => (
        <path key={tick} d={`M${x(tick)} 2V${10 + lines.length * 16}`} stroke="var(--dl-grid)" />
      ))}
      {lines.map((side, i) => {
        const y = 14 + i * 16
        const sure = span(side)
        return (
          <g key={i === 0 ? 'drug' : 'comparison'}>
            {sure && (
              <path
                d={`M${x(sure[0])} ${y}H${x(sure[1])}`}
                stroke={i === 0 ? 'var(--dl-accent)' : 'var(--dl-ink-3)'}
                strokeWidth={7}
                strokeLinecap="round"
                opacity={0.35}
              />
            )}
            <circle
              cx={x(side.value)}
              cy={y}
              r={5}
              fill={i === 0 ? 'var(--dl-accent)' : 'var(--dl-ground)'}
              stroke={i === 0 ? 'var(--dl-accent)' : 'var(--dl-ink)'}
              strokeWidth={2}
            />
          </g>
        )
      })}
    </svg>
  )
}

function Here({ own }: { own: Own | undefined }) {
  const to = useReader()
  if (!own) return <p>{words.ownNot(to)}</p>
  if (!own.result) return <p>{words.ownFew(to, { least: own.least })}</p>
  const { responders, counted, missing, share, low, high } = own.result
  const percent = (part: number) => Math.round(part * 100)
  const said = { responders, counted, percent: percent(share), low: percent(low), high: percent(high) }
  return (
    <>
      <p>{rich(words.ownResult(to, { ...said, b: (inside) => <b>{inside}</b> }))}</p>
      <p className={styles.small}>
        {words.ownMissing(to, { missing })} {own.indication === 'pain' ? words.ownPain(to) : words.ownDepression(to)}{' '}
        <em>{words.noComparison(to)}</em>
      </p>
    </>
  )
}

function Origin({ claim, approved }: Pick<RowProps, 'claim' | 'approved'>) {
  const to = useReader()
  const { source, design, certainty, reviewedOn, expiresOn, confidence } = claim
  return (
    <div className={styles.small}>
      <p>{source}</p>
      <p>
        {designs[design](to)} · {words.certainty(to, { certainty: certainties[certainty](to) })}
        {confidence !== 'seen' && ` · ${words.recalled(to)}`}
      </p>
      <p>
        {confidence !== 'recalled' && `${words.readBy(to, { day: dateWords(to, reviewedOn) })} · `}
        {words.until(to, { day: dateWords(to, expiresOn) })}
      </p>
      <p>
        {approved
          ? rich(words.reviewedBy(to, { who: approved.by, day: dateWords(to, approved.on), b: (inside) => <b>{inside}</b> }))
          : words.notApproved(to)}
      </p>
    </div>
  )
}
