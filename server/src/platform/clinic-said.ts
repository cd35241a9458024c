import { sayPhone } from '@dripline/clinical'
import { isLocale, type Locale, STAFF } from '@dripline/clinical/words'
import { sql } from 'kysely'
import type { Variables } from './allow.ts'
import { inTransaction, type Tx } from './database.ts'
import type { Ground } from './ground.ts'
import { Outage } from './outage.ts'
import { type Share, shareOf } from './shares.ts'

export type ClinicSaid = Awaited<ReturnType<typeof readClinic>>
const lastSaid = new WeakMap<Ground['database'], Map<string, ClinicSaid>>()

/** What every page says of its clinic; while the database is away, as it was last read, so that its own crisis lines stand there too. */
export const clinicSaid = async ({ database }: Ground, { clinicId, actor }: Variables['ctx']): Promise<ClinicSaid | null> => {
  const last = lastSaid.get(database) ?? new Map<string, ClinicSaid>()
  lastSaid.set(database, last)
  try {
    const said = await readClinic(database, clinicId, shareOf(actor))
    last.set(clinicId, said)
    return said
  } catch (error) {
    if (error instanceof Outage) return last.get(clinicId) ?? null
    throw error
  }
}

type Lines = readonly { label: string; action: string; number: string }[]
type ByLanguage<T> = Readonly<Partial<Record<Locale, T>>>
/** The logo of a page: its address never changes what it shows. `plateIn`: the schemes in which it needs a light ground of its own. */
export type LogoSaid = {
  readonly src: string
  readonly width: number
  readonly height: number
  readonly plateIn: readonly string[]
}

/** The address of a logo by its digest. */
export const logoAddress = (digest: string): string => `/face/logo/${digest}.png`
/** The address of the sheet of an accent. */
export const accentAddress = (light: string, dark: string): string => `/face/accent/${light.slice(1)}-${dark.slice(1)}.css`

// The newest version of the face, where there is one.
const readClinic = async (database: Ground['database'], clinicId: string, share: Share) => {
  const read = ({ db }: Tx) =>
    db
      .selectFrom('clinic')
      .leftJoin('clinicFace as face', (join) =>
        join
          .onRef('face.clinicId', '=', 'clinic.id')
          .on('face.version', '=', sql<number>`(select max(f.version) from clinic_face f where f.clinic_id = clinic.id)`),
      )
      .leftJoin('clinicLogo as logo', (join) =>
        join.onRef('logo.clinicId', '=', 'face.clinicId').onRef('logo.id', '=', 'face.logoId'),
      )
      .where('clinic.id', '=', clinicId)
      .select([
        'name',
        'zone',
        'simulated',
        'clinic.crisisLines',
        'phone',
        'afterHoursPhone',
        'address',
        'dateOrder',
        'clinic.language',
      ])
      .select(['accentLight', 'accentDark', 'frameOrigins', 'logo.digest', 'logo.width', 'logo.height', 'logo.plateIn'])
      .select([
        sql<ByLanguage<Lines> | null>`face.crisis_lines`.as('crisisIn'),
        sql<Readonly<Record<string, ByLanguage<string>>> | null>`face.policies`.as('policies'),
      ])
      .executeTakeFirstOrThrow()
  const found = await inTransaction(database, clinicId, read, share)
  const { accentLight, accentDark, digest, width, height, plateIn, crisisIn, policies, frameOrigins, ...clinic } = found
  const language: Locale = isLocale(clinic.language) ? clinic.language : STAFF
  const logo: LogoSaid | null =
    digest !== null && width !== null && height !== null
      ? { src: logoAddress(digest), width, height, plateIn: plateIn ?? [] }
      : null
  return {
    ...clinic,
    language,
    phone: sayPhoneOf(clinic.phone),
    afterHoursPhone: sayPhoneOf(clinic.afterHoursPhone),
    accent: accentLight !== null && accentDark !== null ? accentAddress(accentLight, accentDark) : null,
    logo,
    crisisIn: crisisIn ?? {},
    policies: policies ?? {},
    frameOrigins: frameOrigins ?? [],
  }
}

const sayPhoneOf = (phone: string | null) => (phone === null ? null : sayPhone(phone))
