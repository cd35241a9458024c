import {
  type DoseSum,
  type Finding,
  failedHard,
  failedSoft,
  isCovered,
  needsAcknowledgement,
  type Protocol,
  type SignedOverrides,
  sayStaff,
  standsInTheWay,
} from '@dripline/clinical'
import type { ReactNode } from 'react'
import { Card, Icon, Line, Lines, quantity, Stack, StatusShape, Tick } from '../../../ui/index.tsx'
import { inWords, orderWords } from './order-words.ts'
import styles from './plan.module.css'

type OrderCardProps = {
  title: string
  note: ReactNode
  sum: DoseSum | null
  protocol: Protocol
  findings: readonly Finding[]
  signed: SignedOverrides
  acknowledged: readonly string[]
  onAcknowledge: (id: string, isSo: boolean) => void
  children: ReactNode
}

/** The order in words, every check under it, and the one act. */
export function OrderCard(props: OrderCardProps) {
  const { title, note, sum, protocol, findings, signed, acknowledged, onAcknowledge, children } = props
  const blocking = findings.filter((finding) => standsInTheWay(finding) && !isCovered(finding, signed))
  const covered = findings.filter((finding) => standsInTheWay(finding) && isCovered(finding, signed))
  const toWeigh = [
    ...findings.filter(needsAcknowledgement).map(({ rule, reason }) => ({ id: rule, found: reason })),
    ...(sum ? failedSoft(sum) : []),
  ]
  return (
    <Card title={title} note={note}>
      <Stack>
        {sum && (
          <p className={styles.order}>
            <b>Ketamine {quantity(sum.doseMg.value, 'mg')}</b> {orderWords(sum, protocol)}
          </p>
        )}
        <Lines>
          {sum && <HardChecks sum={sum} />}
          {blocking.map(({ rule, level, reason, clearsWhen }) => (
            <Line
              key={rule}
              mark={<StatusShape status={level === 'exclude' ? 'exclude' : 'defer'} />}
              note={sayStaff(clearsWhen)}
            >
              {sayStaff(reason)}
            </Line>
          ))}
          {covered.map(({ rule, reason }) => (
            <Line key={rule} mark={<StatusShape status="caution" />} note="overridden with a second signer on these answers">
              {sayStaff(reason)}
            </Line>
          ))}
          {blocking.length === 0 && (
            <Line mark={<StatusShape status="clear" />}>
              {findings.length} screening rules read again, {blocking.length === 0 ? 'none' : inWords(blocking.length)} blocking
            </Line>
          )}
          <Line mark={<Icon name="clock" size={18} />}>A second person checks at draw-up, every session</Line>
        </Lines>
        {toWeigh.length > 0 && (
          <fieldset className={styles.weigh}>
            <legend>For you to acknowledge</legend>
            {toWeigh.map(({ id, found }) => (
              <Tick
                key={id}
                name={id}
                label={sayStaff(found)}
                checked={acknowledged.includes(id)}
                onChange={(isSo) => onAcknowledge(id, isSo)}
              />
            ))}
          </fieldset>
        )}
        {children}
      </Stack>
    </Card>
  )
}

const HardChecks = ({ sum }: { sum: DoseSum }) => {
  const failed = failedHard(sum)
  return (
    <>
      <Line mark={<StatusShape status={failed.length === 0 ? 'clear' : 'exclude'} />}>
        <details>
          <summary>
            {sum.hard.length - failed.length} of {sum.hard.length} hard checks pass
          </summary>
          <ul className={styles.checks}>
            {sum.hard.map(({ id, pass, found }) => (
              <li key={id}>
                {pass ? 'passes' : 'fails'}: {sayStaff(found)}
              </li>
            ))}
          </ul>
        </details>
      </Line>
      {failed.map(({ id, found }) => (
        <Line key={id} mark={<StatusShape status="exclude" />}>
          {sayStaff(found)}
        </Line>
      ))}
    </>
  )
}

type Open = {
  sum: DoseSum | null
  findings: readonly Finding[]
  signed: SignedOverrides
  acknowledged: readonly string[]
  visits: number
  sessions: number
}

/** Why this cannot be signed yet, the first thing first; undefined when it can. */
export const whyNotSigned = ({ sum, findings, signed, acknowledged, visits, sessions }: Open): string | undefined => {
  if (!sum) return 'A number is missing or not valid.'
  const [hard] = failedHard(sum)
  if (hard) return sayStaff(hard.found)
  const blocking = findings.find((finding) => standsInTheWay(finding) && !isCovered(finding, signed))
  if (blocking) return `${sayStaff(blocking.reason)}.`
  const open = [...findings.filter(needsAcknowledgement).map(({ rule }) => rule), ...failedSoft(sum).map(({ id }) => id)]
  if (open.some((id) => !acknowledged.includes(id))) return 'Acknowledge what is listed first.'
  return visits === sessions ? undefined : `${inWords(sessions)} dates are needed, one per session.`
}
