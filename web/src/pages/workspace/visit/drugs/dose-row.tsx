import { type DoseAsked, doseFaults, drugOf, exact, plain } from '@dripline/clinical'
import { useState } from 'react'
import { type ChairDrugs, type ListedDrug, useGiveDrug } from '../../../../data/drugs.ts'
import { holds, usePageData } from '../../../../data/page-data.ts'
import { Button, FormProblems, Notice, Stack, TextField, Tick } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { Open } from '../shared/folded.ts'
import { happenedAt, WhenPicker } from '../shared/when-picker.tsx'
import { AskPrescriber } from './ask-prescriber.tsx'
import styles from './drugs.module.css'

type DoseRowProps = Open & { drugs: ChairDrugs; drug: ListedDrug; onDone: () => void }

/** The chosen drug: its doses as keys, what stands in the way as the server will say it, and one button that charts. */
export function DoseRow({ visit, drugs, drug, onDone }: DoseRowProps) {
  const [mg, setMg] = useState(drug.usualMg)
  const [reason, setReason] = useState('')
  const [ago, setAgo] = useState('0')
  const [read, setRead] = useState<readonly string[]>([])
  const give = useGiveDrug(visit.id, onDone)
  const user = usePageData().frame.user
  const line = drugs.lines.find(({ drugId, route }) => drugId === drug.drugId && route === drug.route) ?? null
  const at = happenedAt(visit.now, ago).at ?? visit.now
  const asked: DoseAsked = {
    mg,
    at,
    reason: reason.trim() || null,
    lineId: line?.id ?? null,
    allergiesRead: read,
    isPrescriber: holds(user, 'prescriber'),
  }
  const definition = drugOf(drug.drugId)
  const listed = definition && { ...drug, route: drug.route as never, drug: definition }
  const faults = listed ? doseFaults(listed, asked, drugs) : []
  const inTheWay = faults.filter(({ code }) => code !== 'reason' && code !== 'allergies-unread')
  const unread = drug.allergy.kind === 'unread' ? drug.allergy.words : []
  const before = drugs.given.filter(({ drugId }) => drugId === drug.drugId)
  const isAbove = exact(mg).gt(drug.usualMg)
  return (
    <Stack>
      <p className={styles.chosen}>
        <span>
          <b>
            {drug.title}, {drug.route}
          </b>{' '}
          {before.length === 0
            ? 'none given in this visit'
            : before.map((dose) => `${quantity(dose.mg, 'mg')} at ${sayTime(dose.at, visit.zone)}`).join(', ')}
        </span>
        <span>above the usual: a reason; above the highest: a prescriber</span>
      </p>
      <div className={styles.doses}>
        {dosesOf(drug).map(({ value, note }) => (
          <button
            key={value}
            type="button"
            className={styles.dose}
            aria-pressed={exact(mg).eq(value)}
            onClick={() => setMg(value)}
          >
            <b>{quantity(value, 'mg')}</b>
            {note && <small>{note}</small>}
          </button>
        ))}
        <WhenPicker name="given-at" value={ago} onChange={setAgo} />
      </div>
      {(isAbove || reason !== '') && (
        <TextField name="reason" label="Reason" hint="above the usual dose" value={reason} onChange={setReason} maxLength={200} />
      )}
      {unread.map((word) => (
        <Tick
          key={word}
          name={`read-${word}`}
          checked={read.includes(word)}
          onChange={(isRead) => setRead(isRead ? [...read, word] : read.filter((each) => each !== word))}
          label={`Allergy “${word}”: read by me, nothing to do with ${drug.title}`}
        />
      ))}
      {inTheWay.length > 0 && (
        <Notice status="exclude" title={`${drug.title} ${quantity(mg, 'mg')} cannot be given so`}>
          {inTheWay.map(({ code, text, notBefore }) => (
            <p key={code}>
              {text}
              {notBefore && ` Not before ${sayTime(notBefore, visit.zone)}.`}
            </p>
          ))}
          {inTheWay.some(({ asksPrescriber }) => asksPrescriber) && (
            <AskPrescriber visit={visit} drugs={drugs} drug={drug} mg={mg} />
          )}
        </Notice>
      )}
      <FormProblems problem={give.problem} advice="Nothing was charted." />
      <div>
        <Button
          kind="second"
          size="chair"
          isPending={give.isSending}
          disabledReason={shutOf(faults.map(({ code }) => code))}
          onClick={() =>
            give.send({
              drugId: drug.drugId,
              route: drug.route,
              mg,
              reason: asked.reason,
              lineId: asked.lineId,
              allergiesRead: [...read],
              ...happenedAt(visit.now, ago),
            })
          }
        >
          Chart {quantity(mg, 'mg')} given
        </Button>
      </div>
    </Stack>
  )
}

const shutOf = (codes: readonly string[]): string | undefined => {
  if (codes.length === 0) return undefined
  if (codes.every((code) => code === 'reason')) return 'Say why first.'
  if (codes.every((code) => code === 'reason' || code === 'allergies-unread')) return 'Confirm the allergy first.'
  return 'Not so: see above.'
}

function dosesOf({ usualMg, highestMg }: ListedDrug): { value: string; note: string }[] {
  const half = { value: plain(exact(usualMg).div(2)), note: '' }
  const usual = { value: plain(exact(usualMg)), note: 'usual' }
  const highest = { value: plain(exact(highestMg)), note: 'needs a reason' }
  return exact(highestMg).gt(usualMg) ? [half, usual, highest] : [half, usual]
}
