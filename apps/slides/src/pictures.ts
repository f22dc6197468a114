// The live pictures on their own, for any page: registers their elements and computes on the fastest backend.

import 'katex/dist/katex.min.css';
import './theme/fonts.css';
import './theme/tokens.css';
import './theme/pictures.css';
import { LiveElement } from './components/live-element.ts';
import { engines, preferred } from './store/engine.ts';

export { docs } from './components/index.ts';
export { LiveElement } from './components/live-element.ts';
export { engines } from './store/engine.ts';

LiveElement.engine = engines[preferred];
