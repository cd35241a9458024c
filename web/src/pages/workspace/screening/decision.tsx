import {
  addDays,
  dateOf,
  type Finding,
  needsAcknowledgement,
  overrideAct,
  overrideFacts,
  sayStaff,
  standsInTheWay,
} from '@dripline/clinical'
import { useState } from 'react'
import type { Draft } from '../../../data/draft.ts'
import { usePageData } from '../../../data/page-data.ts'
import { type DecisionSent, type ScreeningRead, useDecide } from '../../../data/screening.ts'
import { Button, Card, Choice, DraftNote, Fields, SecondPerson, sayTime, TextField, useNow } from '../../../ui/index.tsx'
import styles from './screening.module.css'

type Words = Readonly<Record<string, string>>
/** What a prescriber has said so far about one screening: it is frozen, so what was weighed stays weighed after a reload. */
export type Weighed = { acknowledged: readonly string[]; overrides: Words; mitigations: Words; reason: string }
export const nothingWeighed: Weighed = { acknowledged: [], overrides: {}, mitigations: {}, reason: '' }

type Kind = DecisionSent['decision']

/** What keeps Accept closed, in words; empty when it is open. */
const openFor = (findings: readonly Finding[], { acknowledged, overrides }: Weighed): string[] =>
  findings.flatMap((finding) => {
    if (standsInTheWay(finding)) return finding.overridable && overrides[finding.rule]?.trim() ? [] : [short(finding)]
    return needsAcknowledgement(finding) && !acknowledged.includes(finding.rule) ? [`${short(finding)} (to be weighed)`] : []
  })

const short = ({ reason, isNotKnown, unknown }: Finding) =>
  isNotKnown ? `${unknown.map(({ name }) => name).join(', ')} not known` : sayStaff(reason)

type DecisionProps = { screening: ScreeningRead; draft: Draft<Weighed>; isStale: boolean }

/** The prescriber's own decision, signed. Nothing on this screen accepts or declines a person by itself. */
export function Decision({ screening, draft, isStale }: DecisionProps) {
  const { clinic, user } = usePageData().frame
  const today = dateOf(useNow(60_000).toISOString(), clinic.zone)
  const [kind, setKind] = useState<Kind | ''>('')
  const { value: weighed } = draft
  const { reason } = weighed
  const [lookAgainOn, setLookAgainOn] = useState(addDays(today, 14))
  const [asksSecond, setAsksSecond] = useState(false)
  const { send, isSending, problem } = useDecide(screening.id, draft.clear)
  const open = openFor(screening.findings, weighed)
  const overrides = overridesIn(weighed)
  const needsSecond = kind === 'accept' && overrides.length > 0
  const sign = (proof?: string) => {
    setAsksSecond(false)
    if (kind === '') return
    send({ ...sentOf(kind, weighed), ...(kind === 'defer' && { lookAgainOn }), ...(proof !== undefined && { proof }) })
  }
  const labels = Object.fromEntries(screening.findings.map(({ rule, title }) => [rule, title]))
  return (
    <Card title="A prescriber decides" note="Nothing here accepts or declines a person.">
      <Fields problem={problem} labels={labels}>
        <DraftNote
          draft={draft}
          say={(other) => [other.reason, ...Object.values(other.mitigations)].filter(Boolean).join('; ')}
        />
        <Kinds kind={kind} open={open} onKind={setKind} />
        <TextField
          name="reason"
          label="Reason, in your words"
          lines={3}
          value={reason}
          onChange={(text) => draft.set({ ...weighed, reason: text })}
        />
        {kind === 'defer' && (
          <TextField name="lookAgainOn" label="Look again on" type="date" value={lookAgainOn} onChange={setLookAgainOn} />
        )}
        {asksSecond ? (
          <SecondSigner
            screeningId={screening.id}
            rules={overrides.map(({ rule }) => rule)}
            labels={labels}
            onProof={sign}
            onSendBack={() => setAsksSecond(false)}
          />
        ) : (
          <Button
            size="wide"
            isPending={isSending}
            disabledReason={whyDisabled({ isStale, kind, reason, open })}
            onClick={() => (needsSecond ? setAsksSecond(true) : sign())}
          >
            {signWords(kind, needsSecond, lookAgainOn)}
          </Button>
        )}
        <p className={styles.quiet}>Signed by {user?.name}, kept with every finding and rule version.</p>
      </Fields>
    </Card>
  )
}

type SecondSignerProps = {
  screeningId: string
  rules: readonly string[]
  labels: Words
  onProof: (proof: string) => void
  onSendBack: () => void
}

/** Whoever signs an override as well, named with the rules that it overrides. */
const SecondSigner = ({ screeningId, rules, labels, ...back }: SecondSignerProps) => (
  <SecondPerson
    act={overrideAct}
    facts={overrideFacts(screeningId, rules)}
    what={`to override: ${rules.map((rule) => labels[rule] ?? rule).join('; ')}`}
    {...back}
  />
)

const overridesIn = ({ overrides }: Weighed) => Object.entries(overrides).map(([rule, why]) => ({ rule, reason: why.trim() }))

/** What was weighed, as it is signed. */
const sentOf = (decision: Kind, weighed: Weighed): DecisionSent => ({
  decision,
  reason: weighed.reason,
  acknowledged: [...weighed.acknowledged],
  overrides: decision === 'accept' ? overridesIn(weighed) : [],
  mitigations: Object.entries(weighed.mitigations).flatMap(([rule, words]) =>
    words.trim() ? [{ rule, words: words.trim() }] : [],
  ),
})

type KindsProps = { kind: Kind | ''; open: readonly string[]; onKind: (kind: Kind) => void }

const Kinds = ({ kind, open, onKind }: KindsProps) => (
  <Choice
    name="decision"
    label="Decision"
    value={kind}
    onChange={onKind}
    options={[
      {
        value: 'accept',
        label: 'Accept for a plan',
        disabled: open.length > 0,
        note: open.length > 0 ? `Open: ${open.join('; ')}` : 'Makes the caller a patient',
      },
      { value: 'defer', label: 'Defer', note: 'Comes back when what is open is in' },
      { value: 'decline', label: 'Decline, with another route', note: 'The reason names where they go instead' },
    ]}
  />
)

const signWords = (kind: Kind | '', needsSecond: boolean, lookAgainOn: string) => {
  if (kind === 'accept') return needsSecond ? 'Ask the second signer' : 'Sign: accept for a plan'
  if (kind === 'defer') return `Sign: defer until ${sayTime(`${lookAgainOn}T12:00:00Z`, 'UTC', 'short day')}`
  return kind === 'decline' ? 'Sign: decline' : 'Sign the decision'
}

type Shut = { isStale: boolean; kind: Kind | ''; reason: string; open: readonly string[] }

const whyDisabled = ({ isStale, kind, reason, open }: Shut): string | undefined => {
  if (isStale) return 'The answers have changed since: read the rules again first.'
  if (kind === '') return 'Choose a decision first.'
  if (kind === 'accept' && open.length > 0) return 'Something still blocks this.'
  return reason.trim() === '' ? 'Give your reason first.' : undefined
}
