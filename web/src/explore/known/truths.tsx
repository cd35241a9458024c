import * as words from '@dripline/clinical/words/known'
import { useReader } from '../../data/reader.ts'
import styles from './known.module.css'
import { type Asking, type Chosen, rightOn, saidIn } from './known.ts'

type TruthsProps = { asking: Asking; chosen: Chosen; before: Chosen | null }

/** What is so, of each statement, with what stands behind it and with what the reader said. */
export function Truths({ asking: { statements, evidence }, chosen, before }: TruthsProps) {
  const to = useReader()
  const asked = statements.length
  const hasChosen = Object.keys(chosen).length > 0
  return (
    <div className={styles.truths}>
      {hasChosen && (
        <p className={styles.said}>
          <b>{words.right(to, { right: rightOn(statements, chosen), asked })}</b>{' '}
          {before && words.rightBefore(to, { right: rightOn(statements, before), asked })}
        </p>
      )}
      <ol>
        {statements.map((each) => {
          const said = chosen[each.id]
          return (
            <li key={each.id}>
              <p className={styles.statement}>{each.text}</p>
              <p>
                <b>{each.isTrue ? words.isTrue(to) : words.isFalse(to)}</b> {each.why}{' '}
                {said && words.youSaid(to, { said: saidIn(to, said) })}
              </p>
              <p className={styles.note}>
                <a href={`${evidence}#${each.claim.id}`}>{each.claim.title}</a> · {each.claim.source}
              </p>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
