/** A picture as four bytes a pixel (red, green, blue, alpha), row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgba: Uint8Array }

/** Why a file is not taken as a picture. */
export type PictureFault = 'not a PNG' | 'broken' | 'not plain' | 'too large'

/** Thrown by whoever reads a picture that is none, or one that is larger than it may be. */
export class NoPicture extends Error {
  override readonly name = 'NoPicture'
  readonly why: PictureFault
  constructor(why: PictureFault) {
    super(`This picture cannot be read: ${why}.`)
    this.why = why
  }
}
