import { book } from '@dripline/clinical'
import { SessionChart } from '../../../../charts/session-chart.tsx'
import { Button, Card, Fact, Facts, Row } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { sayTime } from '../../../../ui/when.ts'
import { Log } from '../entries/log.tsx'
import { recordOf } from '../entries/record.ts'
import type { Open } from '../folded.ts'
import { ClockNotice } from '../frame/clock-notice.tsx'
import { StepPage } from '../frame/step-page.tsx'
import { kindOf } from '../kind-of.ts'
import { Curve } from '../running/curve.tsx'

/** A visit that is over: its record, to be read and, where something was wrong, amended. */
export function Over(open: Open) {
  const { visit, session } = open
  const { drawnMg, givenMg, wastedMg } = book(session, visit.now)
  const left = session.stateSince
  return (
    <StepPage
      title={`${session.state === 'left' ? 'Discharged home' : 'Canceled'}${left ? ` at ${sayTime(left, visit.zone)}` : ''}`}
      lead="Late entries and corrections are still possible; the drug book for this visit is closed."
    >
      <Row>
        <Button kind={kindOf(visit, 'read-record')} href="/room">
          Back to the room
        </Button>
        <Button kind="second" href={`/patients/${visit.personId}/sessions`}>
          All sessions
        </Button>
        {session.startedAt && (
          <Button kind="second" href={`/visits/${visit.id}/after-care`}>
            Print after-care
          </Button>
        )}
      </Row>
      <Card title="Drug book for this visit">
        <Facts>
          <Fact label="Drawn up">{quantity(drawnMg, 'mg')}</Fact>
          <Fact label="Given">{quantity(givenMg, 'mg')}</Fact>
          <Fact label="Wasted">{quantity(wastedMg, 'mg')}</Fact>
        </Facts>
        <ClockNotice visit={visit} session={session} />
      </Card>
      {session.startedAt && (
        <>
          <Card>
            <SessionChart record={{ ...recordOf(visit, session), now: null }} />
          </Card>
          <Curve {...open} />
        </>
      )}
      <Log {...open} />
    </StepPage>
  )
}
