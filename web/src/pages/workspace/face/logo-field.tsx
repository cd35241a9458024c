import { type ChangeEvent, useId } from 'react'
import { type FaceData, useKeepLogo } from '../../../data/face.ts'
import { Button, FormProblems, Row, Stack } from '../../../ui/index.tsx'
import styles from './face.module.css'

type Logo = FaceData['logo']
type LogoFieldProps = { logo: Logo; onLogo: (logo: Logo) => void }

const asBase64 = (bytes: Uint8Array) => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** A PNG that the server draws again as a file of its own; it is public once the face is saved with it. */
export function LogoField({ logo, onLogo }: LogoFieldProps) {
  const id = useId()
  const keep = useKeepLogo(({ logoId, ...kept }) => onLogo({ id: logoId, ...kept }))
  const choose = async ({ currentTarget: field }: ChangeEvent<HTMLInputElement>) => {
    const file = field.files?.[0]
    if (!file) return
    keep.send({ png: asBase64(new Uint8Array(await file.arrayBuffer())) })
    field.value = ''
  }
  return (
    <Stack>
      <FormProblems problem={keep.problem} labels={{ png: 'Logo' }} advice="The logo stays as it was." />
      <div>
        <label className={styles.label} htmlFor={id}>
          Logo
        </label>
        <p className={styles.hint} id={`${id}-hint`}>
          A PNG of at most 180 kB; best with a clear ground. We draw it again and keep only its pixels.
        </p>
        <input
          id={id}
          type="file"
          accept="image/png"
          className={styles.file}
          aria-describedby={`${id}-hint`}
          onChange={(event) => void choose(event)}
        />
      </div>
      {logo && (
        <Row>
          {(['light', 'dark'] as const).map((scheme) => (
            <span
              key={scheme}
              className={styles.ground}
              data-ground={scheme}
              data-plated={logo.plateIn.includes(scheme) || undefined}
            >
              <img src={`/face/logo/${logo.digest}.png`} alt={`The logo on ${scheme} ground`} height={40} />
            </span>
          ))}
          <Button kind="second" onClick={() => onLogo(null)}>
            Take the logo away
          </Button>
        </Row>
      )}
    </Stack>
  )
}
