import { claims, dateOf, isInDate } from '@dripline/clinical'
import { type CallDetail, useAnswers } from '../../../data/booking.ts'
import { Button, Card, FormProblems, Line, Lines, Time, useNow } from '../../../ui/index.tsx'
import styles from './call.module.css'

/** What the caller was told, kept with the version of the claim as it stood. */
export function Told({ call }: { call: CallDetail }) {
  const { enter, isSending, problem } = useAnswers(call)
  const today = dateOf(useNow(60_000).toISOString(), 'UTC')
  const lines = [
    ...claims
      .filter((claim) => claim.isSaidOnCall && isInDate(claim, today))
      .map(({ id, title, text, version }) => ({ id, title, text, version })),
    { id: 'price', title: 'Price, and that insurance may not pay', text: null, version: 'said' },
  ]
  return (
    <Card title="Told on the call" note="kept with the claim’s version">
      <FormProblems problem={problem} advice="It was not saved. Press it again." />
      <Lines>
        {lines.map(({ id, title, text, version }) => {
          const said = call.answers[`told:${id}`]
          return (
            <Line
              key={id}
              aside={
                said ? (
                  <span className={styles.said}>
                    {said.answer !== 'said' && `version ${said.answer.slice(0, 6)}, `}said <Time at={said.at} />
                  </span>
                ) : (
                  <Button kind="second" isPending={isSending} onClick={() => enter(`told:${id}`, version)}>
                    Said
                  </Button>
                )
              }
            >
              {text ? (
                <details className={styles.claim}>
                  <summary>{title}</summary>
                  <p>{text}</p>
                </details>
              ) : (
                title
              )}
            </Line>
          )
        })}
      </Lines>
    </Card>
  )
}
