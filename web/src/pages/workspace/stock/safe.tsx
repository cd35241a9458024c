import { useState } from 'react'
import { type SafeVial, useEmptyVial } from '../../../data/substances.ts'
import {
  Button,
  Card,
  Choice,
  FormProblems,
  Line,
  Lines,
  quantity,
  SecondPerson,
  Stack,
  sayDay,
  TextAct,
  TextField,
  Time,
} from '../../../ui/index.tsx'
import styles from '../stock.module.css'
import { sayDrug } from './say-drug.ts'

/** What is in the safe, vial by vial; sealed vials of one lot stand together. */
export function Safe({ vials, mayEmpty }: { vials: readonly SafeVial[]; mayEmpty: boolean }) {
  const opened = vials.filter(({ isSealed }) => !isSealed)
  const lots = Map.groupBy(
    vials.filter(({ isSealed }) => isSealed),
    ({ drugId, lot, mgPerMl, volumeMl, expiresOn }) => [drugId, lot, mgPerMl, volumeMl, expiresOn].join(' '),
  )
  return (
    <Card title="In the safe, by vial">
      {vials.length === 0 && <p>Vials show here once two people receive them.</p>}
      <Lines>
        {opened.map((vial) => (
          <OpenedVial key={vial.id} vial={vial} mayEmpty={mayEmpty} />
        ))}
        {[...lots].map(([key, list]) => (
          <SealedLot key={key} list={list} />
        ))}
      </Lines>
    </Card>
  )
}

function OpenedVial({ vial, mayEmpty }: { vial: SafeVial; mayEmpty: boolean }) {
  const [isEmptying, setEmptying] = useState(false)
  return (
    <Line
      mark={<VialShape share={Number(vial.ml) / Number(vial.volumeMl)} />}
      aside={<span className={styles.amount}>{quantity(vial.ml, 'mL')}</span>}
      note={
        <>
          {vial.openedAt && (
            <>
              opened <Time at={vial.openedAt} form="day and time" />,{' '}
            </>
          )}
          expires {sayDay(vial.expiresOn)}
          {mayEmpty && !isEmptying && (
            <>
              {' '}
              <TextAct onClick={() => setEmptying(true)}>Remove the rest</TextAct>
            </>
          )}
        </>
      }
    >
      <b>{vial.number}</b> {sayDrug(vial.drugId)} {quantity(vial.mgPerMl, 'mg/mL')}, lot {vial.lot}
      {isEmptying && <EmptyOut vial={vial} onDone={() => setEmptying(false)} />}
    </Line>
  )
}

const SealedLot = ({ list }: { list: readonly SafeVial[] }) => {
  const [first] = list
  if (!first) return null
  const numbers = list.map(({ number }) => number)
  const named = numbers.length > 4 ? `${numbers[0]} to ${numbers.at(-1)}` : numbers.join(', ')
  return (
    <Line
      mark={<VialShape share={1} />}
      note={`sealed, expire ${sayDay(first.expiresOn)}`}
      aside={
        <span className={styles.amount}>
          {list.length} × {quantity(first.volumeMl, 'mL')}
        </span>
      }
    >
      <b>{named}</b> {sayDrug(first.drugId)} {quantity(first.mgPerMl, 'mg/mL')}, lot {first.lot}
    </Line>
  )
}

function EmptyOut({ vial, onDone }: { vial: SafeVial; onDone: () => void }) {
  const empty = useEmptyVial(vial.id, onDone)
  const [way, setWay] = useState<'wasted' | 'returned'>('wasted')
  const [note, setNote] = useState('')
  return (
    <Stack>
      <FormProblems problem={empty.problem} advice="Nothing was removed." />
      <Choice
        name={`way-${vial.id}`}
        label={`${vial.ml} mL will leave the safe`}
        value={way}
        onChange={(value) => setWay(value === 'returned' ? 'returned' : 'wasted')}
        options={[
          { value: 'wasted', label: 'Wasted here' },
          { value: 'returned', label: 'Returned for disposal' },
        ]}
      />
      <TextField name={`note-${vial.id}`} label="Where it went" placeholder="denaturing bin" value={note} onChange={setNote} />
      {note.trim() !== '' && (
        <SecondPerson
          act="empty"
          facts={{ vialId: vial.id, ml: vial.ml, way }}
          what={`that ${vial.ml} mL of vial ${vial.number} left the safe`}
          onProof={(proof) => void empty.sendAndWait({ way, note, proof }).catch(() => {})}
          onSendBack={onDone}
        />
      )}
      {note.trim() === '' && (
        <Button kind="second" onClick={onDone}>
          Keep it in the safe
        </Button>
      )}
    </Stack>
  )
}

/** A vial as full as it is. */
const VialShape = ({ share }: { share: number }) => {
  const height = 15 * Math.max(0, Math.min(1, share))
  return (
    <svg className={styles.vial} width="18" height="28" viewBox="0 0 18 28" aria-hidden="true">
      <rect x="4" y="1" width="10" height="4" rx="1" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 5v3L2.5 11v14a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2V11L12 8V5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <rect x="4.5" y={25 - height} width="9" height={height} fill="currentColor" opacity="0.55" />
    </svg>
  )
}
