import { useLookAgain } from '../../../data/auth.ts'
import { Card, Link, Page, Time } from '../../../ui/index.tsx'
import styles from './sign-in.module.css'

export type PlayProgress = { at: string; until: string; isOver: boolean }

const START_BEFORE_MS = 39 * 7 * 86_400_000
const LOOK_MS = 3000

/** What share of the play's months is played, from 0 to 1. */
const shareOf = ({ at, until }: PlayProgress) => {
  const left = Date.parse(until) - Date.parse(at)
  return Math.min(1, Math.max(0, 1 - left / START_BEFORE_MS))
}

/** The simulated clinic is still playing its last months: how far it is, and that sign-in opens by itself. */
export function Playing({ play }: { play: PlayProgress }) {
  useLookAgain(LOOK_MS)
  const share = shareOf(play)
  return (
    <div className={styles.wide}>
      <Page
        title="The simulated clinic is getting to today."
        lead="It plays nine months through the same steps a real clinic takes, so every record follows the rules. This takes about two minutes, once."
      >
        <Card title={<Time at={play.at} form="full day" />} note="as far as it has come">
          <progress className={styles.progress} value={share} max={1} aria-label="How far the play has come" />
          <p>
            {Math.floor(share * 100)} of 100. Sign-in opens here when it reaches <Time at={play.until} form="full day" />.
          </p>
          <p>
            <Link href="/">The public page</Link> is open already. <Link href="/sign-in">Look again</Link>
          </p>
        </Card>
      </Page>
    </div>
  )
}
