import { type Ghost, moveGhost, resizeGhost } from './ghost';
import type { GridModel } from './grid-model';

/** Arrows move what is grabbed by a slot or a column; with Shift, Up and Down move its end, if it may. Null: not our key. */
export function stepGrab(model: GridModel, ghost: Ghost, key: string, shift: boolean, slot: number): Ghost | null {
  if (shift && (key === 'ArrowDown' || key === 'ArrowUp')) {
    if (!ghost.entry?.resizable) return null;
    return { ...resizeGhost(model, ghost, key === 'ArrowDown' ? slot : -slot, slot), what: 'resize' };
  }
  switch (key) {
    case 'ArrowDown':
      return moveGhost(model, ghost, 0, slot);
    case 'ArrowUp':
      return moveGhost(model, ghost, 0, -slot);
    case 'ArrowLeft':
      return moveGhost(model, ghost, -1, 0);
    case 'ArrowRight':
      return moveGhost(model, ghost, 1, 0);
    default:
      return null;
  }
}
