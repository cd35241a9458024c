import type { Visit } from '../../../../data/session.ts'
import { Icon, StatusMark, saySpan, sayTime } from '../../../../ui/index.tsx'
import styles from './before.module.css'

const places = ['First', 'Second'] as const

/** Who has read, when, and who is waited for since when. */
export const WhoReads = ({ visit: { check, names, now, zone } }: { visit: Visit }) => (
  <ul className={styles.whoReads} aria-label="Who has read">
    {places.map((place, i) => {
      const reading = check.readings[i]
      const since = check.readings[i - 1]?.at
      const waited = since ? `waiting ${saySpan((Date.parse(now) - Date.parse(since)) / 60_000)}` : 'not read yet'
      return (
        <li key={place} data-waited={i === check.readings.length || undefined}>
          {reading ? (
            <StatusMark status="clear" word={`${place}: ${names[reading.by] ?? 'a colleague'}, ${sayTime(reading.at, zone)}`} />
          ) : (
            <>
              <Icon name="clock" /> {place}: {waited}
            </>
          )}
        </li>
      )
    })}
  </ul>
)
