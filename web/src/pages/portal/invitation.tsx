import { usePageData } from '../../data/page-data.ts'
import { useRefusal } from '../../data/visitor.ts'
import { Button, Card, Fact, Facts, FormProblems, faultOf, Page, Stack, TextField } from '../../ui/index.tsx'

export const page = { path: '/l/:secret/invitation', for: 'link', mood: 'work', title: 'Your place on the staff' } as const

type InvitationData = {
  invitation: { name: string; email: string; roles: string[]; title: string; isAccepted: boolean }
  idempotencyKey: string
}

/** Whoever was invited chooses a password, and is on the staff. */
export default function Invitation() {
  const { invitation, idempotencyKey, frame } = usePageData<InvitationData>()
  const problem = useRefusal()
  const { name, email, roles, title, isAccepted } = invitation
  if (isAccepted)
    return (
      <Page title="You already have your place" lead={`Sign in as ${email}.`} width="text">
        <div>
          <Button href="/sign-in">Sign in</Button>
        </div>
      </Page>
    )
  return (
    <Page title={`Welcome to ${frame.clinic.name}, ${name}`} lead="Choose a password, and you are in." width="text">
      <Card>
        <Facts>
          <Fact label="You sign in as">{email}</Fact>
          <Fact label="Your title">{title}</Fact>
          <Fact label="What you may do here">{roles.join(', ')}</Fact>
        </Facts>
      </Card>
      <Card title="Your password">
        <form method="post" action={frame.path} noValidate>
          <Stack>
            <FormProblems problem={problem} labels={{ password: 'Password' }} advice="Nothing was saved yet." />
            <input type="hidden" name="idempotency-key" value={idempotencyKey} />
            <input type="hidden" name="username" value={email} autoComplete="username" />
            <TextField
              name="password"
              type="password"
              label="Password"
              hint="At least 12 characters; length is all that counts."
              autoComplete="new-password"
              fault={faultOf(problem, 'password')}
              required
            />
            <p>On the next page you can add a passkey, which is safer and quicker than a password.</p>
            <div>
              <Button submits size="chair">
                Take your place
              </Button>
            </div>
          </Stack>
        </form>
      </Card>
    </Page>
  )
}
