import { actsOn, type ChartKey, type Finding, type FindingAct } from '@dripline/clinical'
import { type ScreeningData, type ScreeningRead, useAskFor } from '../../../data/screening.ts'
import { Button, FormProblems, Icon, TextField, Time } from '../../../ui/index.tsx'
import styles from './findings.module.css'

type FindingActsProps = {
  finding: Finding
  screening: ScreeningRead
  /** What was asked for in this screening. */
  requests: ScreeningData['requests']
  /** Whether whoever reads this may enter answers and ask for results. */
  mayAct: boolean
  /** How a caution is met, in words; undefined while nobody has begun to say it. */
  mitigation: string | undefined
  /** Left out where nobody may say it. */
  onMitigate?: (words: string) => void
  onAnswer: (keys: readonly ChartKey[]) => void
}

/** What can be done about a finding, where it stands: answer it, ask for what clears it, have it signed, say how it is met. */
export const FindingActs = (props: FindingActsProps) =>
  actsOn(props.finding).map((act) => <OneAct key={act.kind} {...props} act={act} />)

function OneAct({ act, finding, screening, mayAct, onAnswer, ...rest }: FindingActsProps & { act: FindingAct }) {
  if (act.kind === 'mitigate') return <Mitigation {...rest} rule={finding.rule} />
  if (act.kind === 'request') return <Request {...rest} what={act.what} rule={finding.rule} id={screening.id} mayAct={mayAct} />
  if (!mayAct) return null
  return act.kind === 'consent' ? (
    <Button kind="second" href={`/patients/${screening.personId}/consent`}>
      Ask to sign the consent
    </Button>
  ) : (
    <Button kind="second" onClick={() => onAnswer(act.keys)}>
      {finding.unknown.length > 0 ? 'Answer it' : 'Answer again'}
    </Button>
  )
}

type RequestProps = Pick<FindingActsProps, 'requests' | 'mayAct'> & { what: string; rule: string; id: string }

function Request({ what, rule, id, requests, mayAct }: RequestProps) {
  const ask = useAskFor(id)
  const asked = requests.find((each) => each.rule === rule)
  if (asked)
    return (
      <p className={styles.asked}>
        <Icon name="clock" />
        <span>
          Asked for {asked.what}, <Time at={asked.askedAt} form="short day" />, {asked.askedByName}
        </span>
      </p>
    )
  if (!mayAct) return null
  return (
    <>
      <Button kind="second" isPending={ask.isSending} onClick={() => ask.send({ rule })}>
        Request {what}
      </Button>
      <FormProblems problem={ask.problem} />
    </>
  )
}

type MitigationProps = Pick<FindingActsProps, 'mitigation' | 'onMitigate'> & { rule: string }

function Mitigation({ mitigation, onMitigate, rule }: MitigationProps) {
  if (!onMitigate) return null
  if (mitigation === undefined)
    return (
      <Button kind="second" onClick={() => onMitigate('')}>
        Give a mitigation
      </Button>
    )
  return (
    <TextField
      name={`mitigation-${rule}`}
      label="How it is met"
      lines={2}
      value={mitigation}
      onChange={onMitigate}
      maxLength={500}
      autoFocus
    />
  )
}
