// The two packages of this repository: one text for both, written against the API that they share.

import { loadBackend } from '../../objectives/backends.ts';
import type { Runner } from '../runner.ts';
import { engineRunner } from './runner.ts';

export const core: Runner = engineRunner('core', () => loadBackend('core'));
export const wasm: Runner = engineRunner('wasm', () => loadBackend('wasm'));
