import type { LikelyMatch } from '../../../data/find-patient.ts'
import { Line, Lines, Link, Notice, sayDay, sayPhone } from '../../../ui/index.tsx'

type LikelyMatchesProps = {
  matches: readonly LikelyMatch[]
  /** The record that is open; without it, one that is about to be made. */
  comparedWith?: string
}

/** Who may be on record already: a warning, never a wall. */
export const LikelyMatches = ({ matches, comparedWith }: LikelyMatchesProps) =>
  matches.length > 0 && (
    <Notice status="caution" title={comparedWith ? 'This person may have two records' : 'May already be on record'}>
      <Lines>
        {matches.map(({ personId, name, dateOfBirth, phone, acceptedAt, why }) => (
          <Line
            key={personId}
            note={`${acceptedAt ? 'patient' : 'caller'}, ${dateOfBirth ? `born ${sayDay(dateOfBirth)}, ` : ''}${sayPhone(phone)}: ${why.join(', ')}`}
          >
            <Link href={`/patients/${personId}`}>{name}</Link>
            {comparedWith && (
              <>
                {' · '}
                <Link href={`/patients/${comparedWith}/merge/${personId}`}>Compare with {name}</Link>
              </>
            )}
          </Line>
        ))}
      </Lines>
      {!comparedWith && <p>Open a match to use that record. Add a new person only if this is someone else.</p>}
    </Notice>
  )
