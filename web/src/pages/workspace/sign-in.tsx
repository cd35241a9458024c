import { useSearch } from '@tanstack/react-router'
import { ProblemError } from '../../data/api.ts'
import { type PersonToEnterAs, useForward } from '../../data/auth.ts'
import { usePageData } from '../../data/page-data.ts'
import { Link, Notice } from '../../ui/index.tsx'
import { menuOf, workPlaces } from '../../ui/menu.ts'
import { usePlace } from '../../ui/place.ts'
import { EnterAs } from './sign-in/enter-as.tsx'
import { OrdinarySignIn } from './sign-in/ordinary.tsx'
import { Playing, type PlayProgress } from './sign-in/playing.tsx'

export const page = { path: '/sign-in', for: 'anyone', mood: 'work', title: 'Sign in' } as const

type SignInData = {
  people: PersonToEnterAs[] | null
  play?: PlayProgress | null
  hasSecondWay: boolean
  ticket?: string
  email?: string
  refused?: { status: number; code: string; title: string; about: Record<string, string | number> }
}

/** The way in: a simulated clinic lists its people, a real one asks for a passkey, or a password and a code. */
export default function SignIn() {
  const { frame, people, play, hasSecondWay, ticket, email, refused } = usePageData<SignInData>()
  const search: { way?: unknown; in?: unknown; next?: unknown } = useSearch({ strict: false })
  const [first] = menuOf(usePlace().pages, workPlaces, 'work', frame.user?.roles)
  const home = people || hasSecondWay ? (first?.href ?? '/account') : '/account'
  useForward(frame.user && search.in !== undefined ? home : undefined)

  if (play && !play.isOver) return <Playing play={play} />
  const problem = refused ? new ProblemError(refused.status, refused) : null
  const standing = frame.user && (
    <Notice status="inform" title={`${frame.user.name} is signed in here.`}>
      <p>
        <Link href={home}>Continue as {frame.user.name}</Link>
        {', or sign in as someone else below.'}
      </p>
    </Notice>
  )
  if (people && search.way !== 'ordinary' && !ticket) return <EnterAs people={people} problem={problem} standing={standing} />
  return (
    <OrdinarySignIn
      problem={problem}
      standing={standing}
      ticket={ticket}
      email={email}
      next={typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? search.next : '/sign-in?in'}
    />
  )
}
