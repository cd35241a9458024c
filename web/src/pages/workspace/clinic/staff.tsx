import { useState } from 'react'
import { useLetGo } from '../../../data/closing.ts'
import { usePageData } from '../../../data/page-data.ts'
import {
  type Invited,
  type StaffMember,
  useResendInvitation,
  useSignOutColleague,
  useStaff,
  useWithdrawInvitation,
} from '../../../data/people.ts'
import { Button, Card, ConfirmDialog, FormProblems, Link, Row, Stack, Table, Time } from '../../../ui/index.tsx'
import { InviteForm } from './invite-form.tsx'
import { Licenses } from './licenses.tsx'
import { ResetForm } from './reset-form.tsx'
import { StaffForm } from './staff-form.tsx'
import { Touched } from './touched.tsx'

type StaffProps = { states: readonly string[]; mail: 'carried' | 'mailbox' | 'nowhere' }

/** Who works here and who was invited to. */
export function Staff({ states, mail }: StaffProps) {
  const { staff, invitations } = useStaff()
  const [isInviting, setInviting] = useState(false)
  return (
    <Card
      title="Staff"
      aside={
        !isInviting && (
          <Button icon="plus" onClick={() => setInviting(true)}>
            Invite staff
          </Button>
        )
      }
    >
      <Stack>
        {isInviting && <InviteForm states={states} onDone={() => setInviting(false)} />}
        {mail === 'mailbox' && invitations.length > 0 && (
          <p>
            No mail leaves this machine: the links are in the <Link href="/mailbox">mailbox</Link>.
          </p>
        )}
        <Table stacks caption="Staff and invitations" head={['Who', 'Role', 'Licensed in', 'Calls', '']}>
          {staff.map((member) => (
            <MemberRow key={member.id} member={member} states={states} />
          ))}
          {invitations.map((invited) => (
            <InvitedRow key={invited.id} invited={invited} />
          ))}
        </Table>
      </Stack>
    </Card>
  )
}

type RowProps = { member: StaffMember; states: readonly string[] }

function MemberRow({ member, states }: RowProps) {
  const [open, setOpen] = useState<'change' | 'reset' | null>(null)
  const close = useLetGo(member.id)
  const toggle = (which: 'change' | 'reset') => setOpen(open === which ? null : which)
  const shut = () => setOpen(null)
  const isUnsettled = close.problem || close.bookings.length > 0 || close.became
  return (
    <>
      <tr>
        <th scope="row">
          {member.name}, {member.title}
          <small>{member.email}</small>
        </th>
        <td>
          {member.roles.join(', ')}
          {member.closedAt && (
            <small>
              account closed <Time at={member.closedAt} form="day" />
            </small>
          )}
        </td>
        <td>
          <Licenses licenses={member.licenses} />
        </td>
        <td>{member.takesCalls ? 'yes' : 'no'}</td>
        <td>{!member.closedAt && <MemberActs member={member} close={close} onOpen={toggle} />}</td>
      </tr>
      {(isUnsettled || open) && (
        <tr>
          <td colSpan={5}>
            {close.bookings.length === 0 && <FormProblems problem={close.problem} advice="The account was not changed." />}
            <Touched settling={close} what="Close the account" />
            {open === 'reset' && <ResetForm member={member} onDone={shut} />}
            {open === 'change' && <StaffForm member={member} states={states} onDone={shut} />}
          </td>
        </tr>
      )}
    </>
  )
}

type MemberActsProps = {
  member: StaffMember
  close: ReturnType<typeof useLetGo>
  onOpen: (which: 'change' | 'reset') => void
}

function MemberActs({ member, close, onOpen }: MemberActsProps) {
  const [isClosing, setClosing] = useState(false)
  const signOut = useSignOutColleague(member.id)
  const isOwn = usePageData().frame.user?.id === member.id
  return (
    <>
      <Row>
        <Button kind="second" onClick={() => onOpen('change')}>
          Change
        </Button>
        {!isOwn && (
          <>
            <Button kind="second" onClick={() => onOpen('reset')}>
              Reset second step
            </Button>
            <Button kind="second" isPending={signOut.isSending} onClick={() => signOut.send({})}>
              {signOut.isDone ? 'Signed out' : 'Sign out everywhere'}
            </Button>
            <Button kind="second" onClick={() => setClosing(true)}>
              Close
            </Button>
          </>
        )}
      </Row>
      <FormProblems problem={signOut.problem} advice="Nobody was signed out." />
      <ConfirmDialog
        isOpen={isClosing}
        onClose={() => setClosing(false)}
        title={`Close the account of ${member.name}?`}
        confirm="Close the account"
        isPending={close.isSending}
        onConfirm={() => void close.begin({}).then(() => setClosing(false))}
      >
        <p>They are signed out everywhere at once. What they signed and charted stays.</p>
      </ConfirmDialog>
    </>
  )
}

function InvitedRow({ invited }: { invited: Invited }) {
  const resend = useResendInvitation(invited.id)
  const withdraw = useWithdrawInvitation(invited.id)
  return (
    <tr>
      <th scope="row">
        {invited.name}, {invited.title}
        <small>{invited.email}</small>
      </th>
      <td>
        {invited.roles.join(', ')}
        <small>
          invited <Time at={invited.createdAt} form="day and time" />
          {invited.expiresAt && (
            <>
              , the link ends <Time at={invited.expiresAt} form="day" />
            </>
          )}
        </small>
      </td>
      <td>
        <Licenses licenses={invited.licenses} />
      </td>
      <td>{invited.takesCalls ? 'yes' : 'no'}</td>
      <td>
        <Row>
          <Button kind="second" isPending={resend.isSending} onClick={() => resend.send({})}>
            Send again
          </Button>
          <Button kind="second" isPending={withdraw.isSending} onClick={() => withdraw.send({})}>
            Withdraw
          </Button>
        </Row>
        <FormProblems problem={resend.problem ?? withdraw.problem} advice="The invitation was not changed." />
      </td>
    </tr>
  )
}
