import { type Api, api } from './client.ts'
import { type Read, type Reply, type Sent, usePost, useRoute } from './route.ts'

const face: Api['people']['face'] = api.people.face
const preview: Api['booking']['face-preview'] = api.booking['face-preview']

export type FaceData = Read<typeof face>
export type FaceSent = Omit<Sent<typeof face>, 'after'>
export type KeptLogo = Reply<typeof face.logo>
export type Previewed = Reply<typeof preview>

/** How the clinic looks now, and who saved which version. */
export const useFace = (): FaceData => useRoute(face, {}, { live: ['save-face'] })
export const useSaveFace = () => usePost(face, {})
export const useKeepLogo = (onDone: (kept: KeptLogo) => void) => usePost(face.logo, {}, { onDone })
/** Draws the public pages with a face that is not saved. */
export const usePreviewFace = () => usePost(preview, {})
