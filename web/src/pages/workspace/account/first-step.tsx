import { Button, Notice } from '../../../ui/index.tsx'

const OUR_PAGE = /^\/(?![/\\])/

/** Why nothing else is open yet, and the way on once a second way to sign in is set up. */
export const FirstStep = ({ isDone, next }: { isDone: boolean; next: unknown }) =>
  isDone ? (
    <Notice status="inform" title="That is set up.">
      <p>From now on you sign in with it. Keep your recovery codes before you go on.</p>
      <Button onClick={() => window.location.assign(typeof next === 'string' && OUR_PAGE.test(next) ? next : '/sign-in?in')}>
        Go on
      </Button>
    </Notice>
  ) : (
    <Notice status="caution" title="Set up a passkey, or an app that shows codes.">
      <p>
        A password alone can be guessed or read over your shoulder, so it opens no records. Either one takes a minute, and one is
        enough.
      </p>
    </Notice>
  )
