import { Fragment, useState } from 'react'
import { usePersonNames } from '../../../data/people.ts'
import type { Book, BookLine } from '../../../data/substances.ts'
import { Card, figure, quantity, sayDay, Table, TextAct, Time } from '../../../ui/index.tsx'
import styles from '../stock.module.css'
import { Correct } from './correct.tsx'
import { sayDrug } from './say-drug.ts'

type Names = ReadonlyMap<string, string>

const head = [
  'Time',
  'What happened',
  'By, and witness',
  { label: 'vial mL', kind: 'number' as const },
  { label: 'mg', kind: 'number' as const },
  { label: 'Balance, mL', kind: 'number' as const },
  '',
]
const isSafe = ({ kind }: BookLine) => kind !== 'given' && kind !== 'wasted'

/** The lines of one day: first what entered or left the safe, then what became of it. */
export function BookTable({ book, mayCorrect }: { book: Book; mayCorrect: boolean }) {
  const { drugs, lines, openInSessions } = book
  const names = usePersonNames([...lines.map(({ personId }) => personId), ...openInSessions.map(({ personId }) => personId)])
  const parts = lines.filter((line) => !isSafe(line))
  const rows = (list: readonly BookLine[]) =>
    list.map((line) => <LineRow key={line.id} line={line} names={names} mayCorrect={mayCorrect} />)
  return (
    <Card flush>
      <div className={styles.book}>
        <Table caption={`The drug book of ${book.day}`} head={head} stacks>
          {drugs.map(({ drugId, carriedMl }) => (
            <Fragment key={drugId}>
              <tr className={styles.section}>
                <td colSpan={5}>
                  <b>{sayDrug(drugId)}</b>, carried over from earlier days
                  <LastCount count={book.lastCount} />
                </td>
                <td className="num">
                  <b>{figure(carriedMl)}</b>
                </td>
                <td />
              </tr>
              {rows(lines.filter((line) => isSafe(line) && line.drugId === drugId))}
            </Fragment>
          ))}
          {lines.length === 0 && (
            <tr>
              <td colSpan={7}>No lines on this day. Lines come from receiving, drawing up, stopping and wasting.</td>
            </tr>
          )}
          {parts.length > 0 && (
            <tr className={styles.section}>
              <td colSpan={7}>Given and wasted are parts of what left the safe; they do not change its balance</td>
            </tr>
          )}
          {rows(parts)}
          <tr className={styles.section}>
            <td colSpan={7}>{stillOpen(openInSessions, names)}</td>
          </tr>
        </Table>
      </div>
    </Card>
  )
}

const stillOpen = (open: Book['openInSessions'], names: Names) =>
  open.length === 0
    ? 'Everything that was drawn is accounted for.'
    : `Still in bags or being given: ${open.map(({ personId, drugId, mg }) => `${names.get(personId ?? '') ?? 'a patient'} ${quantity(mg, 'mg')} ${sayDrug(drugId)}`).join(', ')}.`

const LastCount = ({ count }: { count: Book['lastCount'] }) =>
  count?.at && (
    <>
      ; last counted by {count.by.join(' and ')}, <Time at={count.at} form="day and time" />
      {count.isAgreed ? ', agreed' : ', not agreed'}
    </>
  )

const words: Readonly<Record<string, string>> = {
  received: 'Received',
  withdrawn: 'Withdrawn',
  returned: 'Sent back',
  given: 'Given',
  wasted: 'Wasted',
}
const saw: Readonly<Record<string, string>> = { received: 'with', withdrawn: 'checked by', returned: 'with', wasted: 'witness' }
const signed = (ml: string) => (ml.startsWith('-') ? `− ${figure(ml.slice(1))}` : `+ ${figure(ml)}`)

const detailsOf = (line: BookLine): string =>
  [
    `vial ${line.vial}`,
    !isSafe(line) && sayDrug(line.drugId),
    line.kind === 'received' &&
      `lot ${line.lot}, ${quantity(line.volumeMl, 'mL')} of ${quantity(line.mgPerMl, 'mg/mL')}, expires ${sayDay(line.expiresOn)}`,
    line.correctsId !== null && 'corrects the line above',
    line.note,
  ]
    .filter(Boolean)
    .join(', ')

type LineRowProps = { line: BookLine; names: Names; mayCorrect: boolean }

function LineRow({ line, names, mayCorrect }: LineRowProps) {
  const [isCorrecting, setCorrecting] = useState(false)
  const { kind, personId, ml, mg, correctedAt, balanceMl } = line
  const whose = personId ? `, ${names.get(personId) ?? 'a patient'}` : ''
  const isStruck = correctedAt !== null
  const what = `${words[kind] ?? kind}${whose}`
  return (
    <>
      <tr className={isStruck ? styles.struck : undefined}>
        <td>
          <Time at={line.correctsId === null ? line.at : line.enteredAt} />
        </td>
        <td>
          {isStruck ? <s>{`${what}, ${quantity(ml.replace('-', ''), 'mL')}, ${quantity(mg, 'mg')}`}</s> : <b>{what}</b>}
          <small>
            {isStruck ? (
              <>
                corrected <Time at={correctedAt} /> by {line.correctedBy}: “{line.correctionNote}”
              </>
            ) : (
              detailsOf(line)
            )}
          </small>
        </td>
        <td>
          {line.by}
          {line.witness && (
            <>
              , <b>{saw[kind] ?? 'with'}</b> {line.witness}
            </>
          )}
        </td>
        <td className="num">{isStruck ? '' : isSafe(line) ? signed(ml) : figure(ml)}</td>
        <td className="num">{isStruck ? '' : figure(mg)}</td>
        <td className="num">{balanceMl !== null && <b>{figure(balanceMl)}</b>}</td>
        <td>
          {mayCorrect && !isStruck && (
            <TextAct isOpen={isCorrecting} onClick={() => setCorrecting(!isCorrecting)}>
              Correct
            </TextAct>
          )}
        </td>
      </tr>
      {isCorrecting && (
        <tr>
          <td colSpan={7}>
            <Correct line={line} onDone={() => setCorrecting(false)} />
          </td>
        </tr>
      )}
    </>
  )
}
