import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ProblemError } from '../data/api.ts'
import { usePasskeyOpening } from '../data/auth.ts'
import { type ChairAtAGlance, type Opener, openByPin, triesLeft, useGlance, useOpened, useOpeners } from '../data/chair-lock.ts'
import { usePageData } from '../data/page-data.ts'
import { nameOfDue, sayDue } from '../pages/workspace/visit/pads/say-due.ts'
import { Button } from './button.tsx'
import { Icon } from './icons.tsx'
import styles from './lock-screen.module.css'
import { PinPad } from './pin-pad.tsx'
import { usePlace } from './place.ts'
import { type Status, StatusShape } from './status-mark.tsx'
import { useNow } from './time.tsx'
import { visitStates } from './visit-words.ts'
import { saySpan, sayTime } from './when.ts'

const MINUTE_MS = 60_000

type LockScreenProps = { userId: string; wasLocked: boolean }

/** A locked tablet: what runs at the chairs and what is late, whose it is not, and who may open it. */
export default function LockScreen({ userId, wasLocked }: LockScreenProps) {
  const { clinic } = usePageData().frame
  const { path } = usePlace()
  const opened = useOpened(userId, wasLocked)
  const openers = useOpeners()
  const [who, setWho] = useState<Opener | null>(null)
  const head = useRef<HTMLHeadingElement>(null)
  const now = useNow()
  useEffect(() => head.current?.focus(), [])
  const pin = useMutation<{ accountId: string }, Error, { person: Opener; pin: string }>({
    mutationFn: ({ person, pin }) => openByPin(person.id, pin),
    onSuccess: ({ accountId }) => opened(accountId),
  })
  const passkey = usePasskeyOpening(opened)
  const problem = pin.error instanceof ProblemError ? pin.error : null
  return (
    <main className={styles.screen} aria-label="Locked">
      <header className={styles.head}>
        <Icon name="lock" size={28} />
        <h1 ref={head} tabIndex={-1}>
          Locked
        </h1>
        <time className="num">{sayTime(now, clinic.zone)}</time>
      </header>
      <Chairs path={path} />
      <section className={styles.open} aria-label="Open">
        {who ? (
          <PinPad
            name={who.name}
            isPending={pin.isPending}
            says={problem && sayWrong(problem)}
            onPin={(figures) => pin.mutate({ person: who, pin: figures })}
            onBack={() => {
              pin.reset()
              setWho(null)
            }}
          />
        ) : (
          <People people={openers.data?.people ?? []} onWho={setWho} />
        )}
        <div className={styles.ways}>
          <Button
            kind={who || openers.data?.people.length ? 'second' : 'main'}
            size="chair"
            icon="lock"
            isPending={passkey.isPending}
            onClick={passkey.begin}
          >
            Use my passkey
          </Button>
          <a className={styles.other} href={`/sign-in?next=${encodeURIComponent(path)}`}>
            Sign in another way
          </a>
        </div>
        {passkey.problem && <p role="alert">{passkey.problem.message}</p>}
      </section>
    </main>
  )
}

const sayWrong = (problem: ProblemError): string => {
  const left = triesLeft(problem)
  if (left === null) return problem.message
  if (left === 0) return 'That PIN opens nothing here any more. Use your passkey, or sign in another way; then set a new PIN.'
  return `That was not it. ${left} ${left === 1 ? 'try' : 'tries'} left.`
}

function People({ people, onWho }: { people: readonly Opener[]; onWho: (person: Opener) => void }) {
  if (people.length === 0)
    return <p>Nobody has a PIN on this tablet yet. Set one under My account, and it opens in two seconds.</p>
  return (
    <>
      <h2>Who are you?</h2>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.id}>
            <Button
              kind="second"
              size="chair"
              disabledReason={person.isSpent ? 'PIN used up: passkey, or sign in another way' : undefined}
              onClick={() => onWho(person)}
            >
              {person.name}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Chairs({ path }: { path: string }) {
  const { data, isError } = useGlance()
  if (isError && !data) return <p role="status">What runs at the chairs cannot be shown just now. Look at the pumps.</p>
  if (!data) return <p role="status">Loading the chairs.</p>
  if (data.chairs.length === 0) return <p>Nobody is at a chair.</p>
  const isHere = ({ sessionId }: ChairAtAGlance) => path.endsWith(sessionId)
  const chairs = [...data.chairs].sort((a, b) => Number(isHere(b)) - Number(isHere(a)))
  return (
    <ul className={styles.chairs} aria-label="Chairs">
      {chairs.map((chair) => (
        <Chair key={chair.sessionId} chair={chair} isHere={isHere(chair)} />
      ))}
    </ul>
  )
}

const Says = ({ status, children }: { status: Status; children: ReactNode }) => (
  <span className={styles.says}>
    <StatusShape status={status} /> {children}
  </span>
)

function Chair({ chair, isHere }: { chair: ChairAtAGlance; isHere: boolean }) {
  const now = useNow(5000)
  const { state, startedAt, stateSince, due, level, unanswered } = chair
  const since = state === 'running' ? startedAt : stateSince
  const minutes = since === null ? null : Math.max(0, (now.getTime() - Date.parse(since)) / MINUTE_MS)
  const late = due.filter(({ lateByMinutes }) => lateByMinutes >= 0)
  return (
    <li className={styles.chair} data-here={isHere || undefined}>
      <b>Chair {chair.chair ?? 'not set'}</b>
      <span>
        {visitStates[state]}
        {minutes !== null && <span className="num">, {saySpan(minutes)}</span>}
      </span>
      {unanswered > 0 && <Says status="defer">Past policy, not answered</Says>}
      {unanswered === 0 && level && <Says status="caution">Past policy, answered</Says>}
      {late.map((each) => (
        <Says key={nameOfDue(each)} status="caution">
          {nameOfDue(each)} {sayDue(each)}
        </Says>
      ))}
    </li>
  )
}
