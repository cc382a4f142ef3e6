// The compiled law: packs and settings turned into what the questions are answered from.
import type { Pack } from './pack.ts'

export type Law = { regulation: Pack; upper: Pack[]; settings: Record<string, string> }

/**
 * Compiles a regulation with the upper norms above it. `settings` names readings that differ from
 * their defaults; an unknown name or option throws, for settings are checked where they enter.
 */
export function compileLaw(_input: {
  regulation: Pack
  upper: Pack[]
  settings?: Record<string, string>
}): Law {
  throw new Error('being written')
}
