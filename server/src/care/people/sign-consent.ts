import {
  consentText,
  type Fault,
  type FaultSaid,
  type Indication,
  isSameName,
  missingContact,
  Problem,
  sectionsFor,
} from '@dripline/clinical'
import { consentIn } from '@dripline/clinical/words'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { readerFor } from '../../platform/reader.ts'
import { allStaff, clinicSettings, zoneOf } from '../clinic/store.ts'
import { whyConsentEnded } from './consent.ts'
import { insertConsent, newestConsent, personOf } from './store.ts'

/** Whoever signs for the person: what they are to them, and what was seen that lets them. */
export type Representative = { relation: string; authority: string }

export type SignConsent = {
  personId: string
  indication: Indication
  /** The version of the text that was on the screen. */
  version: string
  /** Typed by whoever signs. */
  signedName: string
  /** What the person has said back in their own words: every point of the text. */
  saidBack: readonly string[]
  /** Only where the person does not sign for themselves. */
  representative?: Representative | undefined
}

/** Keeps a consent with the very words that were signed, by the person's own name or a representative's; whoever takes it signs nothing. */
export function signConsent(ctx: Ctx, signature: SignConsent) {
  return inOneStep(ctx, 'sign-consent', async (tx) => {
    const { personId, indication, version, signedName, saidBack, representative } = signature
    const person = await personOf(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    if (version !== consentText.version) throw new Problem('consent-stale', { personId })
    const clinic = await clinicSettings(tx)
    // In the language in which it was read and said back.
    const text = consentIn(await readerFor(ctx, tx, personId), consentText)
    const faults: Fault[] = [
      ...missingContact(clinic).map((what): Fault => ({ field: 'clinic', code: 'owner-sets-it-under-clinic', params: { what } })),
      ...text.teachBack
        .filter((point) => !saidBack.includes(point))
        .map((point): Fault => ({ field: 'saidBack', code: 'to-be-said-back', params: { point } })),
      ...(await nameFaults(ctx, tx, signature, person.name)),
    ]
    if (faults.length > 0) throw new Problem('not-valid', { personId }, faults)

    const { title, teachBack, statement } = text
    const sections = sectionsFor(text, indication, clinic).map(({ heading, paragraphs }) => ({ heading, paragraphs }))
    const consentId = ctx.newId()
    await insertConsent(tx, {
      id: consentId,
      personId,
      indication,
      definitionId: consentText.id,
      version,
      signedName,
      personName: person.name,
      representativeRelation: representative?.relation ?? null,
      representativeAuthority: representative?.authority ?? null,
      signedText: { title, sections, teachBack, statement },
      takenBy: staffOf(ctx).id,
      signedAt: ctx.now(),
    })
    return { consentId, personId, indication }
  })
}

// The name says who signed: the person, or somebody else who is named as such. Nobody of the staff signs for a patient.
const nameFaults = async (ctx: Ctx, tx: Tx, { signedName, representative }: SignConsent, name: string): Promise<Fault[]> => {
  const fault = (said: FaultSaid): Fault[] => [{ ...said, field: 'signedName', value: signedName }]
  if (isSameName(signedName, staffOf(ctx).name)) return fault({ code: 'name-of-person-signing-not-yours' })
  const isOwnName = isSameName(signedName, name)
  if (!representative) return isOwnName ? [] : fault({ code: 'name-on-record-or-who-signs', params: { name } })
  if (isOwnName) return fault({ code: 'representatives-own-name' })
  const isStaff = (await allStaff(tx)).some((member) => member.closedAt === null && isSameName(member.name, signedName))
  return isStaff ? fault({ code: 'someone-who-does-not-work-here' }) : []
}

/** The newest consent of a person for an indication, and whether it no longer holds; null when there is none. */
export const consentFor = async (ctx: Ctx, tx: Tx, personId: string, indication: Indication) => {
  const consent = await newestConsent(tx, personId, indication)
  return consent ? { ...consent, isStale: whyConsentEnded(consent, ctx.now(), await zoneOf(tx)) !== null } : null
}
