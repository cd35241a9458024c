import { type ChartKey, type Finding, patientWords, sayStaff } from '@dripline/clinical'
import { useDraft } from '../../../data/draft.ts'
import { holds, usePageData } from '../../../data/page-data.ts'
import { useReader } from '../../../data/reader.ts'
import type { ScreeningData, ScreeningRead } from '../../../data/screening.ts'
import { Button, Card, Columns, Link, Notice, Stack } from '../../../ui/index.tsx'
import { ClearRules } from './clear-rules.tsx'
import { Decided } from './decided.tsx'
import { Decision, nothingWeighed, type Weighed } from './decision.tsx'
import { Earlier } from './earlier.tsx'
import { FindingActs } from './finding-acts.tsx'
import { AnswerTo, Findings } from './findings.tsx'
import styles from './screening.module.css'

type ReadingProps = {
  data: ScreeningData
  shown: ScreeningRead
  isStale: boolean
  path: string
  /** Opens the form, at these answers where some are named. */
  onAnswer: (keys?: readonly ChartKey[]) => void
}

/** One screening: findings worst first, what is clear, and beside it the decision. */
export function Reading({ data, shown, isStale, path, onAnswer }: ReadingProps) {
  const { user } = usePageData().frame
  const isPrescriber = holds(user, 'prescriber')
  const draft = useDraft<Weighed>(`weighed ${shown.id}`, nothingWeighed)
  const { value: weighed, set: setWeighed } = draft
  const isNewest = data.screenings.find(({ indication }) => indication === shown.indication)?.id === shown.id
  const mayDecide = isPrescriber && isNewest && !shown.decision
  const clear = shown.findings.filter(({ level }) => level === 'clear')
  const found = shown.findings.filter(({ level }) => level !== 'clear')
  return (
    <Columns kind="side">
      <Stack>
        <Danger findings={shown.findings} />
        {found.length > 0 && (
          <Findings
            findings={found}
            answers={data.answers}
            act={(finding) => (
              <>
                <FindingActs
                  finding={finding}
                  screening={shown}
                  requests={data.requests.filter(({ screeningId }) => screeningId === shown.id)}
                  mayAct={isNewest && holds(user, 'nurse', 'prescriber')}
                  mitigation={weighed.mitigations[finding.rule]}
                  onAnswer={onAnswer}
                  {...(mayDecide && { onMitigate: mitigating(finding, weighed, setWeighed) })}
                />
                {mayDecide ? (
                  <AnswerTo finding={finding} {...answering(finding, weighed, setWeighed)} />
                ) : (
                  <Signed finding={finding} screening={shown} />
                )}
              </>
            )}
          />
        )}
        <ClearRules clear={clear} answers={data.answers} ran={shown.findings.length} notYetChecked={data.notYetChecked} />
      </Stack>
      <Stack>
        {mayDecide && <Decision screening={shown} draft={draft} isStale={isStale} />}
        {!shown.decision && !isPrescriber && (
          <Card title="A prescriber decides">
            <p>You can enter and change answers. A prescriber reads the findings and signs.</p>
          </Card>
        )}
        <Decided screening={shown} isNewest={isNewest} />
        <Card title="Answers" aside={isNewest ? undefined : 'an earlier screening'}>
          <Button kind="second" keyHint="a" onClick={() => onAnswer()}>
            {isStale ? 'Read the rules again' : 'Change or add answers'}
          </Button>
        </Card>
        <PatientSees findings={shown.findings} name={data.person.name} />
        <Earlier screenings={data.screenings} shownId={shown.id} path={path} />
      </Stack>
    </Columns>
  )
}

// A mitigation that was begun is a caution that is weighed.
const mitigating =
  ({ rule }: Finding, weighed: Weighed, set: (weighed: Weighed) => void) =>
  (words: string) =>
    set({
      ...weighed,
      acknowledged: [...weighed.acknowledged.filter((each) => each !== rule), rule],
      mitigations: { ...weighed.mitigations, [rule]: words },
    })

const answering = (finding: Finding, weighed: Weighed, set: (weighed: Weighed) => void) => {
  const { rule } = finding
  const { [rule]: mine, ...others } = weighed.overrides
  return {
    isAcknowledged: weighed.acknowledged.includes(rule),
    override: mine,
    onAcknowledge: (isSo: boolean) =>
      set({ ...weighed, acknowledged: [...weighed.acknowledged.filter((each) => each !== rule), ...(isSo ? [rule] : [])] }),
    onOverride: (reason: string | undefined) =>
      set({ ...weighed, overrides: reason === undefined ? others : { ...others, [rule]: reason } }),
  }
}

const Signed = ({ finding: { rule }, screening }: { finding: Finding; screening: ScreeningRead }) => {
  const override = screening.overrides.find((each) => each.rule === rule)
  const mitigation = screening.mitigations.find((each) => each.rule === rule)
  if (override) return <p>Overridden: {override.reason}</p>
  if (mitigation)
    return (
      <p>
        Met: {mitigation.words}, by {screening.decidedByName}
      </p>
    )
  return screening.acknowledged.includes(rule) ? <p>Weighed by {screening.decidedByName}</p> : null
}

/** An answer that speaks of danger asks for a person now, whatever else is on the page. */
const Danger = ({ findings }: { findings: readonly Finding[] }) => {
  const found = findings.find(({ pathway }) => pathway !== null)
  if (!found) return null
  return (
    <Notice
      status={found.pathway === 'urgent' ? 'exclude' : 'defer'}
      title={sayStaff(found.reason)}
      aside={<Link href="/alerts">Own the alert</Link>}
    >
      <p>The alert stays open until a staff member closes it with their name, what they did, and the time.</p>
    </Notice>
  )
}

function PatientSees({ findings, name }: { findings: readonly Finding[]; name: string }) {
  const to = useReader()
  return (
    <Card title={`What ${name.split(' ')[0]} sees`}>
      <Stack>
        <p className={styles.said}>{patientWords(to, findings).text}</p>
        <p className={styles.quiet}>No verdict, no list of findings. The crisis line stays on the page.</p>
      </Stack>
    </Card>
  )
}
