import { clinicalDefaults, type License, type LicenseKind, textDefaults } from '@dripline/clinical'
import { acceptInvitation } from '../care/clinic/accept-invitation.ts'
import { addChair } from '../care/clinic/add-chair.ts'
import { approveDefaults } from '../care/clinic/approve-defaults.ts'
import { invite } from '../care/clinic/invite.ts'
import { setUpClinic } from '../care/clinic/set-up-clinic.ts'
import { composers } from '../clockwork.ts'
import type { Actor } from '../platform/context.ts'
import { deliverDue } from '../platform/message.ts'
import { CRISIS_LINES } from '../platform/new-clinic.ts'
import { addDays, at, zone } from './calendar.ts'
import { type Part, staffParts } from './cast.ts'
import type { Life } from './play.ts'
import { person, system, type World } from './world.ts'

const CHAIRS = ['1', '2', '3', '4'] as const
const STATES = ['MD', 'NC', 'VA', 'WV']
const HOURS = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [['08:00', '18:00']]]))
const address = ({ key }: Part) => `${key}@blueridge.example`

/** Opens the clinic, engages everybody, names the chairs and has a prescriber approve the defaults; then lets the others enter. */
export async function* directorLife(world: World, opens: string, code: string, then: () => Promise<void>): Life {
  const { stage } = world
  const [owner, ...others] = staffParts
  if (!owner) return
  yield at(opens, 7, 0)
  const password = passwordOf(world, owner)
  const founder = { name: owner.name, email: address(owner), title: owner.title, password }
  const clinic = {
    name: 'Blue Ridge Infusion',
    zone,
    states: STATES,
    hours: HOURS,
    crisisLines: [...CRISIS_LINES],
    phone: '540-555-0100',
    afterHoursPhone: '540-555-0199',
    address: '1 Ridge Road, Roanoke, VA 24011',
    dateOrder: 'month first' as const,
    owner: founder,
    code,
  }
  const open = await stage.act('set up', system, (ctx) => setUpClinic(ctx, clinic as Parameters<typeof setUpClinic>[1]))
  if (open) engage(world, owner, open.accountId)
  for (const name of CHAIRS) {
    const chair = await stage.act(`chair ${name}`, person(world, owner.key), (ctx) => addChair(ctx, { name }))
    if (chair) world.chairs.push(chair.chairId)
  }
  for (const part of others) await hire(world, part, opens)
  const listed = [...clinicalDefaults, ...textDefaults].map(({ kind, id, version }) => ({ kind, id, version }))
  await stage.act('approve defaults', person(world, 'prescriber'), (ctx) => approveDefaults(ctx, { listed }))
  await then()
  yield* postLife(world, opens)
}

/** Letters are composed once a day, after the morning's questions are due. */
async function* postLife({ stage }: World, opens: string): Life {
  for (let day = opens; ; day = addDays(day, 1)) {
    yield at(day, 9, 1)
    if (stage.isFresh()) await deliverDue(stage.ground, composers, stage.clinicId, stage.now)
  }
}

const passwordOf = ({ stage }: World, { key }: Part) => stage.ground.keys.token('proof', 'simulated staff', key)

const engage = ({ staff }: World, { key, roles, name }: Part, id: string) =>
  staff.set(key, { kind: 'staff', id, roles, name, signInId: id })

const TERM_DAYS = 730

/** Whoever works at the chair is licensed in every state of the clinic, for two years from the day the play began. */
const licensesFor = ({ title, roles, key }: Part, opens: string): License[] =>
  roles.some((role) => role === 'prescriber' || role === 'nurse')
    ? STATES.map((state) => ({
        state,
        kind: title as LicenseKind,
        number: `SIM-${state}-${key}`,
        validUntil: addDays(opens, TERM_DAYS),
      }))
    : []

const hire = async (world: World, part: Part, opens: string) => {
  const { stage } = world
  const { key, name, title, roles, takesCalls } = part
  const invited = await stage.act(`invite ${key}`, person(world, 'owner'), (ctx) =>
    invite(ctx, { name, email: address(part), title, roles: [...roles], licenses: licensesFor(part, opens), takesCalls }),
  )
  if (!invited) return
  const holder: Actor = { kind: 'link', id: invited.invitationId, purpose: 'invitation', recordId: invited.invitationId }
  const password = passwordOf(world, part)
  const accepted = await stage.act(`accept ${key}`, holder, (ctx) => acceptInvitation(ctx, { password }))
  if (accepted) engage(world, part, accepted.accountId)
}
