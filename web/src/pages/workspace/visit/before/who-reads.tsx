import { Icon, StatusShape } from '../../../../ui/index.tsx'
import { saySpan, sayTime } from '../../../../ui/when.ts'
import styles from '../visit.module.css'

type WhoReadsProps = {
  readings: readonly { id: string; by: string; at: string }[]
  names: Readonly<Record<string, string>>
  now: string
  zone: string
}

const places = ['First', 'Second'] as const

/** Who has read, when, and who is waited for since when. */
export const WhoReads = ({ readings, names, now, zone }: WhoReadsProps) => (
  <ul className={styles.whoReads} aria-label="Who has read">
    {places.map((place, i) => {
      const reading = readings[i]
      if (reading)
        return (
          <li key={place}>
            <StatusShape status="clear" size={18} /> {place}: {names[reading.by] ?? 'a colleague'}, {sayTime(reading.at, zone)}
          </li>
        )
      const since = readings[i - 1]?.at
      return (
        <li key={place} data-waited={i === readings.length || undefined}>
          <Icon name="clock" /> {place}:{' '}
          {since ? `waiting ${saySpan((Date.parse(now) - Date.parse(since)) / 60_000)}` : 'not read yet'}
        </li>
      )
    })}
  </ul>
)
