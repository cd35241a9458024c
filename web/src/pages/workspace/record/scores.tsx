import { entriesOf, type FoldedSession, figure, withSign } from '@dripline/clinical'
import { Card } from '../../../ui/index.tsx'
import { sayTime } from '../../../ui/when.ts'
import styles from './record.module.css'
import { useRecordWords } from './record-words.ts'

// What scrolls must be reachable by key.
const scrolls = { tabIndex: 0 } as const

const rows = [
  ['dissociation', 'Dissociation'],
  ['distress', 'Distress'],
  ['pain', 'Pain'],
  ['sedation', 'Sedation, RASS'],
] as const

/** Scores by time: a row a scale, a column a time at which something was asked. */
export function Scores({ session, zone }: { session: FoldedSession; zone: string }) {
  const word = useRecordWords()
  const asked = entriesOf(session, 'scores')
  const times = [...new Set(asked.map(({ at }) => at.slice(0, 16)))]
  if (asked.length === 0) return null
  const at = (minute: string, key: (typeof rows)[number][0]) =>
    asked.findLast((each) => each.at.startsWith(minute) && each[key] !== null)?.[key] ?? null
  const label = word('Scores by time')
  return (
    <Card title={word('Scores')}>
      <section className={styles.sideways} aria-label={label} {...scrolls}>
        <table className={styles.scores}>
          <caption className="heard">{label}</caption>
          <thead>
            <tr>
              <td />
              {times.map((minute) => (
                <th key={minute} scope="col">
                  {sayTime(`${minute}:00Z`, zone)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, name]) => (
              <tr key={key}>
                <th scope="row">{word(name)}</th>
                {times.map((minute) => {
                  const value = at(minute, key)
                  return <td key={minute}>{value === null ? '' : key === 'sedation' ? withSign(value) : figure(value)}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}
