// Every picture, and what the gallery says of it. Importing this file registers their elements.

import type { PictureDoc } from './doc.ts';

export const docs: readonly PictureDoc[] = [];
