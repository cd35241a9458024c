import type { ChartData } from '../../../../data/chart.ts'
import { Card, Line, Lines, Link, StatusMark, Time } from '../../../../ui/index.tsx'

const endings = { withdrawn: 'withdrawn', 'new text': 'text has changed', 'too old': 'too old' } as const

const Ways = ({ personId }: { personId: string }) => (
  <>
    <Link href={`/patients/${personId}/consent`}>Read or sign</Link> ·{' '}
    <Link href={`/patients/${personId}/estimates`}>Estimates</Link>
  </>
)

/** What a person has signed, each with its version, its day, and whether it still holds. */
export const ConsentsCard = ({ consents, personId }: Pick<ChartData, 'consents'> & { personId: string }) => (
  <Card title="Consents" aside={<Ways personId={personId} />}>
    {consents.length === 0 && <p>None signed.</p>}
    <Lines>
      {consents.map(({ id, indication, version, signedAt, signedName, ended }, i) => (
        <Line
          key={id}
          aside={
            i === consents.findIndex((each) => each.indication === indication) && (
              <StatusMark status={ended ? 'caution' : 'clear'} word={ended ? endings[ended] : 'current'} />
            )
          }
          note={
            <>
              version {version.slice(0, 7)}, signed <Time at={signedAt} form="full day" /> by {signedName}
            </>
          }
        >
          <b>Ketamine for {indication}</b>
        </Line>
      ))}
    </Lines>
  </Card>
)
