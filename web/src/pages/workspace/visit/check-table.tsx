import { exact, parseExact, plain } from '@dripline/clinical'
import type { ReactNode } from 'react'
import { usePageData } from '../../../data/page-data.ts'
import type { SafeVial, Visit } from '../../../data/session.ts'
import { Icon, Table } from '../../../ui/index.tsx'
import { quantity } from '../../../ui/quantity.tsx'
import { sayDrug } from '../stock/say-drug.ts'
import styles from './visit.module.css'

const ticked = ['vial', 'dose', 'bag', 'volume', 'label'] as const
type Ticked = (typeof ticked)[number]

/** What one person has seen and typed by themselves. */
export type Hand = Record<Ticked, boolean> & { syringeMl: string; rateMlPerHour: string }

export const newHand: Hand = {
  vial: false,
  dose: false,
  bag: false,
  volume: false,
  label: false,
  syringeMl: '',
  rateMlPerHour: '',
}

export const isWhole = (hand: Hand): boolean =>
  ticked.every((each) => hand[each]) &&
  parseExact(hand.syringeMl.trim()) !== null &&
  parseExact(hand.rateMlPerHour.trim()) !== null

type CheckTableProps = {
  visit: Visit
  vials: readonly SafeVial[]
  mine: Hand
  second: Hand
  onMine: (hand: Hand) => void
  onSecond: (hand: Hand) => void
  isFirstDone: boolean
  areBothDone: boolean
}

type Row = { look: string; says: ReactNode; note: string; key: Ticked | 'syringeMl' | 'rateMlPerHour'; word: string }

/** Each line is looked at by both; the two numbers of the hand are typed by each, unseen by the other until both stand. */
export function CheckTable({ visit, vials, mine, second, onMine, onSecond, isFirstDone, areBothDone }: CheckTableProps) {
  const { user } = usePageData().frame
  const { order, person } = visit
  const sum = (value: string, unit: string) => (areBothDone ? quantity(value, unit) : 'hidden until both have typed')
  const perKg = plain(exact(order.doseMg).div(order.weightKg), 3)
  const lots = vials.map(({ number, lot }) => `${number}, lot ${lot}`).join('; ')
  const rows: Row[] = [
    { look: 'Drug and vial', says: sayDrug(order.drugId), note: lots || 'choose the vial above', key: 'vial', word: 'read' },
    {
      look: 'Dose',
      says: quantity(order.doseMg, 'mg'),
      note: `${perKg} mg/kg × ${plain(exact(order.weightKg))} kg`,
      key: 'dose',
      word: 'agrees',
    },
    { look: 'In the syringe', says: sum(order.drawUpMl, 'mL'), note: 'typed by each', key: 'syringeMl', word: 'mL' },
    {
      look: 'Bag, in all',
      says: quantity(order.finalMl, 'mL'),
      note: 'drawn out first: as much as goes in',
      key: 'bag',
      word: 'agrees',
    },
    {
      look: 'Set on the pump',
      says: sum(order.rateMlPerHour, 'mL/h'),
      note: 'typed by each',
      key: 'rateMlPerHour',
      word: 'mL/h',
    },
    {
      look: 'Volume to give',
      says: quantity(order.volumeMl, 'mL'),
      note: 'set on the pump as its limit',
      key: 'volume',
      word: 'agrees',
    },
    { look: 'Label on the bag', says: person.name, note: 'drug, dose, bag, time, initials', key: 'label', word: 'read' },
  ]
  return (
    <div className={styles.check}>
      <Table
        caption="What both people look at"
        head={['Look at', 'The order says', `First, ${user?.name ?? ''}`, 'Second person']}
      >
        {rows.map(({ look, says, note, key, word }) => (
          <tr key={key}>
            <th scope="row">{look}</th>
            <td>
              <b data-hidden={!areBothDone && word.startsWith('mL') ? true : undefined}>{says}</b>
              <small>{note}</small>
            </td>
            <td>
              <Cell
                who="First"
                look={look}
                field={key}
                word={word}
                hand={mine}
                onChange={onMine}
                isCovered={isFirstDone && !areBothDone}
              />
            </td>
            <td>
              <Cell who="Second" look={look} field={key} word={word} hand={second} onChange={onSecond} isShut={!isFirstDone} />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  )
}

type CellProps = {
  who: string
  look: string
  field: Row['key']
  word: string
  hand: Hand
  onChange: (hand: Hand) => void
  isShut?: boolean
  /** Typed, and kept from the second person's eyes. */
  isCovered?: boolean
}

function Cell({ who, look, field, word, hand, onChange, isShut = false, isCovered = false }: CellProps) {
  const name = `${who} person: ${look}`
  if (field === 'syringeMl' || field === 'rateMlPerHour')
    return isCovered ? (
      <span className={styles.done}>
        <Icon name="check" /> typed
      </span>
    ) : (
      <label className={styles.typed}>
        <input
          aria-label={name}
          inputMode="decimal"
          autoComplete="off"
          maxLength={8}
          disabled={isShut}
          value={hand[field]}
          onChange={(event) => onChange({ ...hand, [field]: event.currentTarget.value })}
        />
        <span>{word}</span>
      </label>
    )
  const isOn = hand[field]
  return (
    <button
      type="button"
      className={styles.agree}
      aria-pressed={isOn}
      aria-label={`${name}, ${word}`}
      disabled={isShut}
      onClick={() => onChange({ ...hand, [field]: !isOn })}
    >
      {isOn && <Icon name="check" />}
      {word}
    </button>
  )
}
