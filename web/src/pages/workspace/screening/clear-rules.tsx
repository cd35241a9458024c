import { type Finding, sayStaff } from '@dripline/clinical'
import type { ScreeningData } from '../../../data/screening.ts'
import { Card, Row, StatusMark } from '../../../ui/index.tsx'
import { Values } from './findings.tsx'
import styles from './screening.module.css'

type ClearRulesProps = {
  clear: readonly Finding[]
  answers: ScreeningData['answers']
  ran: number
  notYetChecked: readonly { number: string; title: string }[]
}

/** What was answered and stands in nobody's way; and, by name, what Dripline does not look at. */
export const ClearRules = ({ clear, answers, ran, notYetChecked }: ClearRulesProps) => (
  <Card>
    <Row>
      <StatusMark status="clear" />
      <span>
        {clear.length === 0 ? 'Nothing is clear yet.' : `Answered, and nothing blocks: ${clear.length} of ${ran} rules that ran.`}
      </span>
    </Row>
    <dl className={styles.clear}>
      {clear.map(({ rule, reason, values, source, covers }) => (
        <div key={rule}>
          <dt>{sayStaff(reason)}</dt>
          <dd>
            <Values values={values} answers={answers} />
            <small>
              {source} · rule {covers.join(', ')}
            </small>
          </dd>
        </div>
      ))}
    </dl>
    <details className={styles.more}>
      <summary>{notYetChecked.length} rules not yet checked by Dripline: a person looks</summary>
      <ul className={styles.rules}>
        {notYetChecked.map(({ number, title }) => (
          <li key={number}>
            {number} {title}
          </li>
        ))}
      </ul>
    </details>
  </Card>
)
