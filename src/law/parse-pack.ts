// Reads the files of one pack; says of every fault in which file and line it stands.
import type { Pack, PackFiles, Problem } from './pack.ts'

export function parsePack(_files: PackFiles): { ok: true; pack: Pack } | { ok: false; problems: Problem[] } {
  throw new Error('being written')
}
