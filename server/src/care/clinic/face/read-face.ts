import { type Ctx, inClinic } from '../../../platform/context.ts'
import { showsNobody } from '../../../platform/shown.ts'
import { plainFace } from './face.ts'
import { facesOf, languageOf, logoById } from './store.ts'

const VERSIONS_SHOWN = 20

/** The face that holds, its logo as pages show it, and who saved which version when. */
export function readFace(ctx: Ctx) {
  return inClinic(ctx, 'read-face', async (tx) => {
    const versions = await facesOf(tx, VERSIONS_SHOWN)
    const { accent, logoId, crisisLines, policies, frameOrigins } = versions[0] ?? plainFace
    const logo = logoId === null ? null : await logoById(tx, logoId)
    return showsNobody({
      version: versions[0]?.version ?? 0,
      face: { accent, logoId, crisisLines, policies, frameOrigins, language: await languageOf(tx) },
      logo: logo ?? null,
      versions: versions.map(({ version, savedAt, savedBy }) => ({ version, savedAt, savedBy })),
    })
  })
}
