import { useRenewCodes } from '../../../data/auth.ts'
import { Button, Card, FormProblems, Row, Stack } from '../../../ui/index.tsx'
import { CodesOnce } from './codes-once.tsx'

/** How many recovery codes are left, and ten new ones. */
export function RecoveryCodes({ left }: { left: number }) {
  const renew = useRenewCodes()
  return (
    <Card title="Recovery codes" note={`${left} left`}>
      <Stack>
        <FormProblems problem={renew.problem} />
        <CodesOnce codes={renew.reply?.recoveryCodes} />
        <p>Ten codes for when you do not have your passkey or app. New codes replace the old ones.</p>
        <Row>
          <Button kind="second" isPending={renew.isSending} onClick={() => renew.send({})}>
            Make ten new codes
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}
