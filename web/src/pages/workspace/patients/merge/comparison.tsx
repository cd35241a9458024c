import type { ReactNode } from 'react'
import type { ProblemError } from '../../../../data/api.ts'
import type { MergeSent, Pair, Side } from '../../../../data/records.ts'
import { faultOf, Icon, StatusShape, Time } from '../../../../ui/index.tsx'
import styles from './comparison.module.css'
import { shown } from './words.ts'

type Field = Pair['fields'][number]
type Chosen = MergeSent['chosen']
type Props = { pair: Pair; chosen: Chosen; onChoose: (field: Field['field'], side: Side) => void; problem: ProblemError | null }

/** Line by line: what each record says, and what one record will say. A disc is chosen, a tick is joined. */
export const Comparison = ({ pair, chosen, onChoose, problem }: Props) => (
  <div className={styles.grid}>
    <Heads pair={pair} />
    {pair.fields.map((field) => (
      <FieldRow
        key={field.field}
        field={field}
        chosen={chosen[field.field]}
        onChoose={onChoose}
        fault={faultOf(problem, `chosen.${field.field}`)}
      />
    ))}
    <JoinedRow
      label="Allergies"
      isMarked={hasContradiction(pair)}
      kept={allergiesOf(pair.kept)}
      merged={allergiesOf(pair.merged)}
    >
      <b className={styles.allergies}>{pair.allergies ?? 'not asked'}</b>. Both lists are kept: “none known” does not remove an
      allergy.
    </JoinedRow>
    <JoinedRow label="Medicines" kept={medicinesOf(pair.kept)} merged={medicinesOf(pair.merged)}>
      Both lists; unchecked entries stay “not checked”.
    </JoinedRow>
    <JoinedRow label="Problems" kept={problemsOf(pair.kept)} merged={problemsOf(pair.merged)}>
      Both lists.
    </JoinedRow>
    {pair.answers.map((answer) => (
      <AnswerRow key={answer.key} answer={answer} />
    ))}
  </div>
)

const Heads = ({ pair: { kept, merged } }: { pair: Pair }) => (
  <div className={styles.row} data-kind="head">
    <span />
    {[kept, merged].map(({ personId, name, since, isPatient, counts }) => (
      <div key={personId}>
        <b>{name}</b> {isPatient ? 'patient' : 'caller'}
        <small>
          since <Time at={since} form="full day" />
          {counts.length > 0 &&
            ` · ${counts
              .slice(0, 3)
              .map(({ count, label }) => `${count} ${label}`)
              .join(', ')}`}
        </small>
      </div>
    ))}
    <b>One record says</b>
  </div>
)

const Label = ({ isMarked, children }: { isMarked: boolean; children: ReactNode }) => (
  <b className={styles.label}>
    {isMarked && <StatusShape status="caution" size={18} />}
    {children}
  </b>
)

type FieldRowProps = { field: Field; chosen: Side | undefined; onChoose: Props['onChoose']; fault: string | undefined }

const FieldRow = ({ field: { field, label, kept, merged, differs }, chosen, onChoose, fault }: FieldRowProps) => {
  if (!differs)
    return (
      <div className={styles.row}>
        <Label isMarked={false}>{label}</Label>
        <div className={styles.box}>{shown(field, kept)}</div>
        <div className={styles.box}>{shown(field, merged)}</div>
        <div className={styles.result}>{shown(field, kept ?? merged)}</div>
      </div>
    )
  const value = { kept, merged }
  return (
    <fieldset className={styles.row} data-marked>
      <legend className="heard">{label}: which is right?</legend>
      <Label isMarked>{label}</Label>
      {(['kept', 'merged'] as const).map((side) => (
        <label key={side} className={styles.box} data-chosen={chosen === side || undefined}>
          <input type="radio" name={`chosen-${field}`} checked={chosen === side} onChange={() => onChoose(field, side)} />
          {shown(field, value[side])}
        </label>
      ))}
      <div className={styles.result}>
        {chosen ? `${shown(field, value[chosen])}; the other one stays readable` : 'Choose which is right.'}
        {fault && <span className={styles.fault}>{fault}</span>}
      </div>
    </fieldset>
  )
}

type JoinedRowProps = {
  label: string
  isMarked?: boolean
  kept: readonly string[]
  merged: readonly string[]
  children: ReactNode
}

const JoinedRow = ({ label, isMarked = false, kept, merged, children }: JoinedRowProps) =>
  (kept.length > 0 || merged.length > 0) && (
    <div className={styles.row} data-marked={isMarked || undefined}>
      <Label isMarked={isMarked}>{label}</Label>
      {[kept, merged].map((lines, i) => (
        <div key={i === 0 ? 'kept' : 'merged'} className={styles.box} data-chosen={lines.length > 0 || undefined}>
          {lines.length > 0 && <Icon name="check" size={18} />}
          <span>{lines.length > 0 ? lines.join('; ') : 'not asked'}</span>
        </div>
      ))}
      <div className={styles.result}>{children}</div>
    </div>
  )

const AnswerRow = ({ answer: { label, kept, merged, stands, isUnsure } }: { answer: Pair['answers'][number] }) => (
  <div className={styles.row} data-marked>
    <Label isMarked>{label.slice(0, 1).toUpperCase() + label.slice(1)}</Label>
    {[kept, merged].map(({ text, at }, i) => (
      <div key={i === 0 ? 'kept' : 'merged'} className={styles.box} data-chosen={(i === 0) === (stands === 'kept') || undefined}>
        <span>
          {text}
          <small>
            <Time at={at} form="full day" />
            {(i === 0) === (stands === 'kept') && ', newer'}
          </small>
        </span>
      </div>
    ))}
    <div className={styles.result}>
      {isUnsure ? '“Not sure” counts as unknown: ask again.' : 'The newer answer is used; the older one stays readable.'}
    </div>
  </div>
)

type SideOf = Pair['kept']
const standing = <T extends { struckReason: string | null }>(entries: readonly T[]) =>
  entries.filter(({ struckReason }) => struckReason === null)
const allergiesOf = ({ lists }: SideOf) =>
  standing(lists.allergies).map(({ text, reaction }) => (reaction ? `${text}, ${reaction}` : text))
const medicinesOf = ({ lists }: SideOf) =>
  standing(lists.medicines).map(
    ({ text, dose, checkedAt }) => `${text}${dose ? ` ${dose}` : ''}${checkedAt ? '' : ' (not checked)'}`,
  )
const problemsOf = ({ lists }: SideOf) => standing(lists.problems).map(({ text }) => text)
const hasContradiction = (pair: Pair) => {
  const [a, b] = [allergiesOf(pair.kept).join(), allergiesOf(pair.merged).join()]
  return a !== '' && b !== '' && a !== b
}
