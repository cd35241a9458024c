import type { LikelyMatch } from '../../../data/find-patient.ts'
import { Line, Lines, Link, Notice, sayDay } from '../../../ui/index.tsx'

/** Who may be on record already: a warning before a record is made, and never a wall. */
export const LikelyMatches = ({ matches }: { matches: readonly LikelyMatch[] }) =>
  matches.length > 0 && (
    <Notice status="caution" title={matches.length === 1 ? 'Maybe on record already' : 'Maybe one of these, on record already'}>
      <Lines>
        {matches.map(({ personId, name, dateOfBirth, phone, acceptedAt, why }) => (
          <Line
            key={personId}
            note={`${acceptedAt ? 'patient' : 'caller'}, ${dateOfBirth ? `born ${sayDay(dateOfBirth)}, ` : ''}${phone}`}
            aside={why.join(', ')}
          >
            <Link href={`/patients/${personId}`}>{name}</Link>
          </Line>
        ))}
      </Lines>
      <p>Open one to go on there. Add a new person only if it is somebody else.</p>
    </Notice>
  )
