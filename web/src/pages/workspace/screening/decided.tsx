import { useChart } from '../../../data/chart.ts'
import { usePageData } from '../../../data/page-data.ts'
import type { ScreeningRead } from '../../../data/screening.ts'
import { Button, Card, Fact, Facts, nextWords, Row, StatusMark, sayTime, Time } from '../../../ui/index.tsx'

const words = {
  accept: { status: 'clear', word: 'Accepted for a plan' },
  defer: { status: 'defer', word: 'Deferred' },
  decline: { status: 'exclude', word: 'Declined' },
} as const

/** A decision as it was signed, with what was known then. */
export function Decided({ screening, isNewest }: { screening: ScreeningRead; isNewest: boolean }) {
  const { decision, reason, decidedAt, decidedByName, secondSignerName, lookAgainOn, overrides, findings, personId } = screening
  if (!decision || !decidedAt) return null
  const titleOf = (rule: string) => findings.find((each) => each.rule === rule)?.title ?? rule
  return (
    <Card title={<StatusMark {...words[decision]} />}>
      <Facts>
        <Fact label="Reason">{reason}</Fact>
        <Fact label="Signed by" note={<Time at={decidedAt} form="full day and time" />}>
          {decidedByName}
        </Fact>
        {secondSignerName && <Fact label="Second signer">{secondSignerName}</Fact>}
        {overrides.map((each) => (
          <Fact key={each.rule} label={`Overridden: ${titleOf(each.rule)}`}>
            {each.reason}
          </Fact>
        ))}
        {lookAgainOn && <Fact label="Look again on">{sayTime(`${lookAgainOn}T12:00:00Z`, 'UTC', 'full day')}</Fact>}
      </Facts>
      {isNewest && decision === 'accept' && <AfterAcceptance personId={personId} />}
    </Card>
  )
}

// What is offered after an acceptance is what comes next by state: the consent is asked for only while it is missing.
function AfterAcceptance({ personId }: { personId: string }) {
  const { zone } = usePageData().frame.clinic
  const { next } = useChart(personId)
  const { says, act, href } = next ? nextWords(next, personId, zone) : { says: '', act: null, href: null }
  const isPlan = href?.endsWith('/plan') ?? false
  return (
    <>
      <p>{says}.</p>
      <Row>
        {act && href && !href.endsWith('/screening') && <Button href={href}>{act}</Button>}
        {!isPlan && (
          <Button kind="second" href={`/patients/${personId}/plan`}>
            To the plan
          </Button>
        )}
      </Row>
    </>
  )
}
