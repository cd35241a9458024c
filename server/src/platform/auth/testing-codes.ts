import { Secret, TOTP } from 'otpauth'

/** The code an app with this key shows at an instant. */
export const codeAt = (key: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(key), digits: 6, period: 30 }).generate({ timestamp: at.getTime() })
