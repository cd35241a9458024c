import { type ReactNode, useState } from 'react'
import type { ProblemError } from '../../../data/api.ts'
import type { PersonToEnterAs } from '../../../data/auth.ts'
import { Button, Card, Columns, FormProblems, Link, Notice, Page, Row, TextAct } from '../../../ui/index.tsx'
import styles from './sign-in.module.css'

type EnterAsProps = { people: PersonToEnterAs[]; problem: ProblemError | null; standing: ReactNode }

const rolesOf = ({ roles }: Pick<PersonToEnterAs, 'roles'>) => roles.join(' and ')
const sayRole = (person: PersonToEnterAs) =>
  person.title && person.title.toLowerCase() !== rolesOf(person) ? `${rolesOf(person)}, ${person.title}` : rolesOf(person)

/** The people of a simulated clinic by role, each with what waits for them; one press signs in. */
export function EnterAs({ people, problem, standing }: EnterAsProps) {
  const [isWhole, setWhole] = useState(false)
  const firsts = people.filter((person, i) => people.findIndex((each) => rolesOf(each) === rolesOf(person)) === i)
  const others = people.filter((person) => !firsts.includes(person))
  return (
    <div className={styles.wide}>
      <Page
        title="No one here is real. Sign in as anyone."
        lead="Invented patients, months of visits, and a day under way. One press signs you in; no password. What you do is kept until you start a new clinic."
      >
        {standing}
        <FormProblems problem={problem} advice="Choose again." />
        <Columns kind="halves">
          {(isWhole ? people : firsts).map((person, i) => (
            <Entry key={person.id} person={person} isFirst={i === 0} />
          ))}
        </Columns>
        {others.length > 0 && !isWhole && (
          <p>
            Also here: {others.map((each) => `${each.name}, ${each.title ?? rolesOf(each)}`).join(' · ')}.{' '}
            <TextAct onClick={() => setWhole(true)}>Show all {people.length}</TextAct>
          </p>
        )}
        <Columns kind="halves">
          <Card title="As a patient, or a stranger" edge="dashed">
            <p>
              <Link href="/">The public page</Link>, to book the free call.
            </p>
          </Card>
          <Card title="Two people at once" edge="dashed">
            <p>
              A dose needs a second person: open a private window and sign in as someone else, or let them confirm on the same
              screen.
            </p>
          </Card>
        </Columns>
        <Notice
          status="inform"
          title="This page exists only in a simulated clinic."
          aside={<Link href="/sign-in?way=ordinary">Sign in the usual way</Link>}
        >
          <p>A real clinic asks for a passkey, or a password and a code, and lists no one.</p>
        </Notice>
      </Page>
    </div>
  )
}

function Entry({ person, isFirst }: { person: PersonToEnterAs; isFirst: boolean }) {
  return (
    <Card>
      <form method="post" className={styles.entry}>
        <div>
          <h2>
            {person.name} <small>{sayRole(person)}</small>
          </h2>
          {person.waits && <p className={styles.waits}>{person.waits}</p>}
        </div>
        <Row>
          <input type="hidden" name="way" value="enter" />
          <Button submits kind={isFirst ? 'main' : 'second'} name="accountId" value={person.id}>
            Enter as {rolesOf(person)}
          </Button>
        </Row>
      </form>
    </Card>
  )
}
