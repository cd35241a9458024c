import { redFlags } from '@dripline/clinical'
import { type CallDetail, useAnswers } from '../../../data/booking.ts'
import { Card, FormProblems, StatusShape, YesNo } from '../../../ui/index.tsx'
import styles from './call.module.css'
import { Corrected } from './corrected.tsx'

/** No, yes or not sure; what was not asked stays unknown. */
export function RedFlags({ call }: { call: CallDetail }) {
  const { enter, answerTo, problem } = useAnswers(call)
  const answered = redFlags.filter(({ id }) => call.answers[`flag:${id}`])
  const raised = redFlags.filter(({ id }) => call.answers[`flag:${id}`]?.answer === 'yes')
  return (
    <Card title="Red flags" note={`${answered.length} of ${redFlags.length} asked`}>
      <FormProblems problem={problem} advice="It was not saved. Press it again." />
      <div>
        {redFlags.map(({ id, text }) => (
          <div key={id} className={styles.flag}>
            <YesNo
              name={`flag-${id}`}
              label={text}
              value={answerTo(`flag:${id}`)}
              onChange={(answer) => enter(`flag:${id}`, answer)}
            />
            <Corrected answer={call.answers[`flag:${id}`]} />
          </div>
        ))}
      </div>
      <p className={styles.foot}>
        {raised.length > 0 && (
          <>
            <StatusShape status="defer" size={18} /> A yes does not shut a door: the evaluation says what to check.{' '}
          </>
        )}
        “Not sure” stays unknown, and unknown is never “no”: it is asked again there.
      </p>
    </Card>
  )
}
