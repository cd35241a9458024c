import type { ConsentData } from '../../../data/screening.ts'
import { Card, Line, Lines, StatusShape, Time } from '../../../ui/index.tsx'

const forWhat = { pain: 'chronic pain', depression: 'depression' } as const

/** Every consent there is, none overwritten. */
export const SignedConsents = ({ signed }: { signed: ConsentData['signed'] }) => (
  <Card title="Signed">
    {signed.length === 0 ? (
      <p>Nothing is signed yet. What is signed will stand here with its version, and stay.</p>
    ) : (
      <Lines>
        {signed.map(({ id, indication, version, signedName, signedAt, takenBy, isStale }) => (
          <Line
            key={id}
            mark={<StatusShape status={isStale ? 'caution' : 'clear'} />}
            note={
              <>
                “{signedName}”, <Time at={signedAt} form="full day and time" />, taken by {takenBy}
              </>
            }
          >
            For {forWhat[indication]}, version {version.slice(0, 7)}
            {isStale && ', no longer holds'}
          </Line>
        ))}
      </Lines>
    )}
  </Card>
)
