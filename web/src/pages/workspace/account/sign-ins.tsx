import { type OwnAccount, useEndOtherSignIns, useEndSignIn } from '../../../data/auth.ts'
import { Button, Card, FormProblems, Line, Lines, Row, Stack, Time } from '../../../ui/index.tsx'

const ways: Readonly<Record<string, string>> = {
  passkey: 'By passkey',
  password: 'By password',
  recovery: 'By a recovery code',
  'set-up': 'When the clinic was set up',
  invitation: 'By invitation',
  simulated: 'In the simulated clinic',
}

/** Where one is signed in now; whatever is not oneself can be ended. */
export function SignIns({ signIns }: { signIns: OwnAccount['signIns'] }) {
  const end = useEndSignIn()
  const endOthers = useEndOtherSignIns()
  return (
    <Card title="Signed in now" note="each ends after an hour without use, or after twelve hours">
      <Stack>
        <FormProblems problem={end.problem ?? endOthers.problem} />
        <Lines>
          {signIns.map(({ id, method, createdAt, lastSeenAt, isThis }) => (
            <Line
              key={id}
              note={
                <>
                  since <Time at={createdAt} form="day and time" />, last seen <Time at={lastSeenAt} />
                </>
              }
              aside={
                isThis ? (
                  'this one'
                ) : (
                  <Button kind="second" isPending={end.isSending} onClick={() => end.send({ id })}>
                    Sign out
                  </Button>
                )
              }
            >
              {ways[method] ?? method}
            </Line>
          ))}
        </Lines>
        {signIns.length > 1 && (
          <Row>
            <Button kind="second" isPending={endOthers.isSending} onClick={() => endOthers.send({})}>
              Sign out all others
            </Button>
          </Row>
        )}
      </Stack>
    </Card>
  )
}
